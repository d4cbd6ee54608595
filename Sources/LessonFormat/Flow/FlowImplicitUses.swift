import SwiftSyntax

// What runs of values without being named, and where patterns get their values.

extension FlowReader {
  // MARK: Uses

  func useImplicitly(
    _ use: ImplicitUse, of origin: Origin?, labels: [String]? = nil, at node: some SyntaxProtocol
  ) {
    guard let origin else { return }
    add(
      BlockFlow.Use(
        kind: .implicit, name: use.rawValue, owner: owner, labels: labels, base: origin,
        offset: node.codeSpan.start))
  }

  func useImplicitly(_ use: ImplicitUse, of value: ExprSyntax) {
    useImplicitly(use, of: origin(of: value), at: value)
  }

  /// Notes that values are handed to what has a name; nil for arguments where nothing is called.
  func hand(
    _ arguments: [BlockFlow.Argument]?, to name: String, of base: Origin? = nil,
    at node: some SyntaxProtocol
  ) {
    guard base != nil || arguments?.contains(where: { $0.origin != nil }) == true else { return }
    add(
      BlockFlow.Use(
        kind: .call, name: name, owner: owner, labels: arguments?.map(\.label), base: base,
        arguments: arguments ?? [], offset: node.codeSpan.start))
  }

  /// Operators of the library call those of the types.
  func hand(_ operands: [Origin?], toOperator name: String, at node: some SyntaxProtocol) {
    hand(operands.map { BlockFlow.Argument(label: "_", origin: $0) }, to: name, at: node)
  }

  /// A check asks a value for its description, and so does a block for that of its last expression.
  func useShownValue(of item: CodeBlockItemSyntax) {
    let isChecked = item.isChecked
    switch item.item {
    case .expr(let value):
      if let target = value.assignedTarget {
        if isChecked { useImplicitly(.description, of: target) }
      } else if isChecked || item.isLastOfBlock || item.isSkippable && type(of: value) != nil {
        useImplicitly(.description, of: value)
      }
      releaseTemporary(value)
    case .stmt(let statement):
      if isChecked, let value = statement.as(ReturnStmtSyntax.self)?.expression {
        useImplicitly(.description, of: value)
      }
    case .decl(let declaration):
      guard isChecked, let variable = declaration.as(VariableDeclSyntax.self) else { return }
      for name in variable.bindings.flatMap(\.pattern.names) {
        useImplicitly(.description, of: local(name)?.origin ?? .variable(name), at: variable)
      }
    @unknown default: break
    }
  }

  func useSubscript(_ access: SubscriptCallExprSyntax) {
    let base = origin(of: access.calledExpression)
    let arguments = access.arguments.map {
      BlockFlow.Argument(label: $0.label?.plainText ?? "_", origin: origin(of: $0.expression))
    }
    hand(arguments, to: "subscript", of: base, at: access)
  }

  /// A literal becomes a value of a type that is written.
  func useLiterals(in value: ExprSyntax, as type: Origin?) {
    guard let type else { return }
    switch value.as(ExprSyntaxEnum.self) {
    case .arrayExpr(let array):
      useLiteral("arrayLiteral", as: type, at: value)
      for element in array.elements { useLiterals(in: element.expression, as: type) }
    case .dictionaryExpr(let dictionary):
      useLiteral("dictionaryLiteral", as: type, at: value)
      guard case .elements(let elements) = dictionary.content else { return }
      for element in elements {
        useLiterals(in: element.key, as: type)
        useLiterals(in: element.value, as: type)
      }
    case .tupleExpr(let tuple):
      for element in tuple.elements { useLiterals(in: element.expression, as: type) }
    case .prefixOperatorExpr(let prefix): useLiterals(in: prefix.expression, as: type)
    case .sequenceExpr(let sequence):
      for element in sequence.elements { useLiterals(in: element, as: type) }
    case .asExpr, .functionCallExpr, .memberAccessExpr: return
    default:
      for literal in value.literalKinds { useLiteral(literal, as: type, at: value) }
    }
  }

  private func useLiteral(_ kind: String, as type: Origin, at node: ExprSyntax) {
    useImplicitly(.literal, of: type, labels: [kind], at: node)
  }

  /// A result builder that an attribute names builds with its functions.
  func useBuilders(_ attributes: AttributeListSyntax) {
    for case .attribute(let attribute) in attributes {
      guard let name = attribute.attributeName.baseName, name.first?.isUppercase == true else {
        continue
      }
      useImplicitly(.building, of: .type(name), at: attribute)
    }
  }

  // MARK: Changes

  /// What watches a variable runs when it or a part of it is changed; by a method only where that changes
  /// its value.
  func useObservers(of target: ExprSyntax, by method: String? = nil) {
    let labels = method.map { [$0] }
    if let name = target.as(DeclReferenceExprSyntax.self) {
      guard local(name.baseName.plainText) == nil, !isInitializer else { return }
      use(.observer, name.baseName.plainText, labels: labels, at: name)
    } else if let access = target.as(MemberAccessExprSyntax.self), let base = access.base {
      let isOwn = base.as(DeclReferenceExprSyntax.self)?.baseName.plainText == "self"
      if isOwn, isInitializer { return }
      use(
        .observer, access.declName.baseName.plainText, receiver: type(of: base), labels: labels,
        at: access)
      if !isOwn { useObservers(of: base, by: method) }
    } else if let access = target.as(SubscriptCallExprSyntax.self) {
      use(
        .observer, "subscript", receiver: type(of: access.calledExpression), labels: labels,
        at: access)
      useObservers(of: access.calledExpression, by: method)
    } else if let inner = target.as(ForceUnwrapExprSyntax.self) {
      useObservers(of: inner.expression, by: method)
    } else if let inner = target.as(OptionalChainingExprSyntax.self) {
      useObservers(of: inner.expression, by: method)
    } else if let inner = target.as(InOutExprSyntax.self) {
      useObservers(of: inner.expression, by: method)
    } else if let tuple = target.as(TupleExprSyntax.self) {
      for element in tuple.elements { useObservers(of: element.expression, by: method) }
    }
  }

  /// What a method puts into a value is among what that holds from then on.
  func noteChange(of base: ExprSyntax, by method: String, _ arguments: [BlockFlow.Argument]) {
    guard LibraryCalls.keeping.contains(method) else { return }
    note(.any(arguments.map(\.origin)), in: base)
  }

  // MARK: Ends

  /// What a scope declared and nothing else keeps is released at its end.
  func release(_ scope: [String: Local]) {
    for (_, local) in scope.sorted(by: { $0.key < $1.key }) {
      guard let key = local.key, !escaping.contains(key) else { continue }
      let offset = Int(key.drop { $0 != "@" }.dropFirst()) ?? 0
      add(
        BlockFlow.Use(
          kind: .implicit, name: ImplicitUse.release.rawValue, owner: owner, base: local.origin,
          offset: offset))
    }
  }

  /// What is made only for its member, or for nothing, does not outlive the statement.
  private func releaseTemporary(_ value: ExprSyntax) {
    var made = value
    if let sequence = value.as(SequenceExprSyntax.self), let target = sequence.elements.first,
      target.is(DiscardAssignmentExprSyntax.self), let last = sequence.elements.last
    {
      made = last
    }
    while true {
      if let access = made.as(MemberAccessExprSyntax.self), let base = access.base {
        made = base
      } else if let call = made.as(FunctionCallExprSyntax.self) {
        if let type = call.calledExpression.typeName {
          return useImplicitly(.release, of: .type(type), at: call)
        }
        made = call.calledExpression
      } else {
        return
      }
    }
  }

  /// What a variable held before is released when it gets another value.
  func releaseValue(of target: ExprSyntax, isNil: Bool) {
    var before = origin(of: target)
    if let name = target.as(DeclReferenceExprSyntax.self) {
      guard local(name.baseName.plainText) == nil, !isInitializer else { return }
      if isTopLevel, let known = heldSoFar[name.baseName.plainText] { before = known }
    } else if isInitializer {
      return
    } else if let access = target.as(MemberAccessExprSyntax.self),
      optionalMembers.contains(access.declName.baseName.plainText), !isNil
    {
      // There may have been none.
      return
    }
    useImplicitly(.release, of: before, at: target)
  }

  /// A value of that name may be kept by another.
  func escape(_ name: DeclReferenceExprSyntax) {
    if let key = local(name.baseName.plainText)?.key { escaping.insert(key) }
  }

  /// Notes a value that a function brings back.
  func bring(_ value: ExprSyntax) {
    if let origin = origin(of: value) { frame.results.append(origin) }
    for name in value.returnedNames { escape(name) }
    useLiterals(in: value, as: expectedResult)
  }

  // MARK: Patterns

  func readSwitch(_ choice: SwitchExprSyntax) {
    read(Syntax(choice.subject))
    let subject = origin(of: choice.subject)
    for branch in choice.cases {
      guard case .switchCase(let branch) = branch else {
        readChildren(branch)
        continue
      }
      inScope {
        if case .case(let label) = branch.label {
          for item in label.caseItems {
            readPattern(item.pattern, subject)
            if let condition = item.whereClause { read(Syntax(condition)) }
          }
        }
        readStatements(branch.statements)
      }
    }
  }

  func readCatch(_ clause: CatchClauseSyntax) {
    let thrown = Origin.variable(OriginKey.thrown)
    inScope(["error": Local(origin: thrown)]) {
      for item in clause.catchItems {
        if let pattern = item.pattern { readPattern(pattern, thrown) }
        if let condition = item.whereClause { read(Syntax(condition)) }
      }
      read(Syntax(clause.body))
    }
  }

  /// Binds the names of a pattern, and compares with what stands in it.
  func readPattern(_ pattern: PatternSyntax, _ origin: Origin?) {
    switch pattern.as(PatternSyntaxEnum.self) {
    case .identifierPattern(let name):
      bind(name.identifier.plainText, Local(origin: origin))
    case .valueBindingPattern(let binding): readPattern(binding.pattern, origin)
    case .tuplePattern(let tuple):
      for element in tuple.elements { readPattern(element.pattern, origin) }
    case .expressionPattern(let pattern): readPattern(pattern.expression, origin)
    default: break
    }
  }

  /// Binds the names of a loop to the elements of a sequence.
  func readElementPattern(
    _ pattern: PatternSyntax, of sequence: ExprSyntax, _ origin: Origin?
  ) {
    let element = origin.map(Origin.element)
    let pair = pattern.as(ValueBindingPatternSyntax.self)?.pattern ?? pattern
    guard let elements = pair.as(TuplePatternSyntax.self)?.elements, elements.count == 2,
      let first = elements.first?.pattern, let second = elements.last?.pattern
    else { return readPattern(pattern, element) }
    readPattern(
      first, sequence.isEnumerated ? nil : element.map { .member(OriginPart.keys, of: $0, nil) })
    readPattern(second, element.map { .member(OriginPart.values, of: $0, nil) })
  }

  private func readPattern(_ value: ExprSyntax, _ origin: Origin?) {
    if let inner = value.as(PatternExprSyntax.self) { return readPattern(inner.pattern, origin) }
    if value.is(DiscardAssignmentExprSyntax.self) { return }
    if let tuple = value.as(TupleExprSyntax.self) {
      for element in tuple.elements { readPattern(element.expression, origin) }
    } else if let inner = value.as(OptionalChainingExprSyntax.self) {
      readPattern(inner.expression, origin)
    } else if let call = value.as(FunctionCallExprSyntax.self),
      let access = call.calledExpression.as(MemberAccessExprSyntax.self),
      access.base.map({ $0.typeName != nil }) ?? true
    {
      let name = access.declName.baseName.plainText
      for argument in call.arguments {
        readPattern(argument.expression, .payload(name, of: origin))
      }
    } else if let sequence = value.as(SequenceExprSyntax.self),
      let first = sequence.elements.first?.as(PatternExprSyntax.self)
    {
      // `case let x as Type`
      readPattern(first.pattern, origin)
    } else {
      read(Syntax(value))
      if let access = value.as(MemberAccessExprSyntax.self), access.base == nil {
        // A case of an enumeration is recognized without being compared.
        hand([origin], toOperator: "~=." + access.declName.baseName.plainText, at: value)
      } else {
        let operands = [self.origin(of: value), origin]
        use(.infix, "~=", operands: operands, at: value)
        hand(operands, toOperator: "~=", at: value)
      }
    }
  }
}

extension FlowReader.Local {
  /// A function in a scope.
  init(of function: FunctionDeclSyntax, in reader: FlowReader) {
    self.init(origin: reader.origin(of: function.signature.returnClause?.type))
  }
}

extension CodeBlockItemSyntax {
  /// Whether a check stands behind it.
  fileprivate var isChecked: Bool {
    guard let trivia = lastToken(viewMode: .sourceAccurate)?.trailingTrivia else { return false }
    return trivia.contains { piece in
      guard case .lineComment(let text) = piece else { return false }
      return Expectation.relation(startingWith: text.dropFirst(2)) != nil
    }
  }

  /// Whether it is the last of its block of code.
  fileprivate var isLastOfBlock: Bool {
    guard let list = parent?.as(CodeBlockItemListSyntax.self),
      list.parent?.is(SourceFileSyntax.self) == true
    else { return false }
    return list.last?.id == id
  }
}

extension ExprSyntax {
  /// What a plain assignment gives a value.
  fileprivate var assignedTarget: ExprSyntax? {
    guard let elements = self.as(SequenceExprSyntax.self)?.elements, elements.count >= 3,
      elements.contains(where: { $0.is(AssignmentExprSyntax.self) })
    else { return nil }
    return elements.first
  }

  /// The names that stand for the whole value, or for one of those of which it consists.
  fileprivate var returnedNames: [DeclReferenceExprSyntax] {
    switch self.as(ExprSyntaxEnum.self) {
    case .declReferenceExpr(let name): [name]
    case .tryExpr(let inner): inner.expression.returnedNames
    case .awaitExpr(let inner): inner.expression.returnedNames
    case .forceUnwrapExpr(let inner): inner.expression.returnedNames
    case .tupleExpr(let tuple): tuple.elements.flatMap(\.expression.returnedNames)
    case .arrayExpr(let array): array.elements.flatMap(\.expression.returnedNames)
    case .sequenceExpr(let sequence): sequence.elements.flatMap(\.returnedNames)
    default: []
    }
  }

  /// The labels of the initializers that a literal calls.
  fileprivate var literalKinds: [String] {
    switch self.as(ExprSyntaxEnum.self) {
    case .integerLiteralExpr: ["integerLiteral", "floatLiteral"]
    case .floatLiteralExpr: ["floatLiteral"]
    case .booleanLiteralExpr: ["booleanLiteral"]
    case .nilLiteralExpr: ["nilLiteral"]
    case .stringLiteralExpr(let text):
      text.segments.contains { $0.is(ExpressionSegmentSyntax.self) }
        ? ["stringInterpolation", "stringLiteral"]
        : ["stringLiteral", "unicodeScalarLiteral", "extendedGraphemeClusterLiteral"]
    default: []
    }
  }
}
