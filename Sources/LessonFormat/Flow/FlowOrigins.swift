import SwiftSyntax

// Where values come from, as far as syntax tells.

extension FlowReader {
  typealias Origin = BlockFlow.Origin

  // MARK: Types

  func origin(of type: TypeSyntax?) -> Origin? {
    guard let type else { return nil }
    switch type.as(TypeSyntaxEnum.self) {
    case .identifierType(let name):
      let arguments = name.genericArgumentClause.map { Array($0.arguments) } ?? []
      let inner = arguments.map { argument -> Origin? in
        if case .type(let type) = argument.argument { origin(of: type) } else { nil }
      }
      switch name.name.plainText {
      case "Self": return owner.map { .type($0) }
      case "Void", "Never": return nil
      case "Dictionary":
        return .any(inner.enumerated().map { $0 == 0 ? .key($1) : $1 })
      case let text: return .any([.type(text)] + inner)
      }
    case .memberType(let member): return .type(member.name.plainText)
    case .arrayType(let array): return origin(of: array.element)
    case .inlineArrayType(let array):
      if case .type(let type) = array.element.argument { return origin(of: type) }
      return nil
    case .dictionaryType(let dictionary):
      return .any([
        .key(origin(of: dictionary.key)), origin(of: dictionary.value),
      ])
    case .optionalType(let optional): return origin(of: optional.wrappedType)
    case .implicitlyUnwrappedOptionalType(let optional): return origin(of: optional.wrappedType)
    case .tupleType(let tuple): return .any(tuple.elements.map { origin(of: $0.type) })
    case .functionType(let function): return origin(of: function.returnClause.type)
    case .attributedType(let attributed): return origin(of: attributed.baseType)
    case .someOrAnyType(let opaque): return origin(of: opaque.constraint)
    case .compositionType(let composition):
      return .any(composition.elements.map { origin(of: $0.type) })
    default: return nil
    }
  }

  /// What closures get that a parameter of this type takes.
  func inputOrigin(of type: TypeSyntax) -> Origin? {
    switch type.as(TypeSyntaxEnum.self) {
    case .functionType(let function): .any(function.parameters.map { origin(of: $0.type) })
    case .attributedType(let attributed): inputOrigin(of: attributed.baseType)
    case .optionalType(let optional): inputOrigin(of: optional.wrappedType)
    case .tupleType(let tuple) where tuple.elements.count == 1:
      tuple.elements.first.flatMap { inputOrigin(of: $0.type) }
    default: nil
    }
  }

  // MARK: Values

  /// Where a value comes from; nil when it holds nothing of the lesson's types. It asks for the values of
  /// closures, which must have been read.
  func origin(of value: ExprSyntax) -> Origin? {
    // In a long chain of calls the first ones no longer count.
    guard originDepth < 24 else { return nil }
    originDepth += 1
    defer { originDepth -= 1 }
    switch value.as(ExprSyntaxEnum.self) {
    case .integerLiteralExpr, .floatLiteralExpr, .stringLiteralExpr, .simpleStringLiteralExpr,
      .booleanLiteralExpr, .nilLiteralExpr, .regexLiteralExpr, .isExpr, .discardAssignmentExpr,
      .typeExpr, .macroExpansionExpr, .binaryOperatorExpr:
      return nil
    case .tryExpr(let inner): return origin(of: inner.expression)
    case .awaitExpr(let inner): return origin(of: inner.expression)
    case .unsafeExpr(let inner): return origin(of: inner.expression)
    case .forceUnwrapExpr(let inner): return origin(of: inner.expression)
    case .optionalChainingExpr(let inner): return origin(of: inner.expression)
    case .inOutExpr(let inner): return origin(of: inner.expression)
    case .borrowExpr(let inner): return origin(of: inner.expression)
    case .consumeExpr(let inner): return origin(of: inner.expression)
    case .copyExpr(let inner): return origin(of: inner.expression)
    case .genericSpecializationExpr(let made):
      return .any(
        [origin(of: made.expression)]
          + made.genericArgumentClause.arguments.map { argument in
            if case .type(let type) = argument.argument { origin(of: type) } else { nil }
          })
    case .tupleExpr(let tuple): return .any(tuple.elements.map { origin(of: $0.expression) })
    case .arrayExpr(let array): return .any(array.elements.map { origin(of: $0.expression) })
    case .dictionaryExpr(let dictionary):
      guard case .elements(let elements) = dictionary.content else { return nil }
      return .any(
        elements.flatMap { [.key(origin(of: $0.key)), origin(of: $0.value)] })
    case .closureExpr(let closure): return closureResults[closure.id] ?? .unknown
    case .keyPathExpr(let path):
      var result = path.root.flatMap { origin(of: $0) } ?? .unknown
      for component in path.components {
        guard let property = component.component.as(KeyPathPropertyComponentSyntax.self) else {
          continue
        }
        result = .member(property.declName.baseName.plainText, of: result, nil)
      }
      return result
    case .declReferenceExpr(let name): return origin(of: name)
    case .memberAccessExpr(let access): return origin(of: access, nil)
    case .functionCallExpr(let call): return origin(of: call)
    case .subscriptCallExpr(let access):
      return origin(of: access.calledExpression).map {
        .element(of: .member(OriginPart.values, of: $0, nil))
      }
    case .sequenceExpr(let sequence): return origin(of: Array(sequence.elements))
    case .ifExpr(let choice): return .any(results(of: choice))
    case .switchExpr(let choice):
      return .any(
        choice.cases.map { branch in
          if case .switchCase(let branch) = branch { result(of: branch.statements) } else { nil }
        })
    case .asExpr(let cast): return .any([origin(of: cast.expression), origin(of: cast.type)])
    case .ternaryExpr(let choice):
      return .any([origin(of: choice.thenExpression), origin(of: choice.elseExpression)])
    case .prefixOperatorExpr(let prefix):
      if prefix.operator.text == "!" { return nil }
      return .call(
        prefix.operator.text,
        [BlockFlow.Argument(label: "_", origin: origin(of: prefix.expression))])
    case .postfixOperatorExpr(let postfix): return origin(of: postfix.expression)
    default: return .unknown
    }
  }

  private func origin(of name: DeclReferenceExprSyntax) -> Origin? {
    let text = name.baseName.plainText
    if text == "self" || text == "Self" || text == "super" {
      return owner.map { .any([.type($0), .receiver]) ?? .receiver }
    }
    if let local = local(text) { return local.origin }
    if name.isTypeName { return .type(text) }
    switch name.baseName.tokenKind {
    case .binaryOperator, .prefixOperator, .postfixOperator: return nil
    case .dollarIdentifier: return .unknown
    default: break
    }
    // What has no dot may be a member.
    return .any([.variable(text), owner.map { .own(text, in: $0, nil) }])
  }

  func origin(
    of access: MemberAccessExprSyntax, _ arguments: [BlockFlow.Argument]?
  ) -> Origin? {
    let name = access.declName.baseName.plainText
    guard let base = access.base else {
      return expectedType.map { .type($0) } ?? .member(name, of: .unknown, arguments)
    }
    let origin = origin(of: base)
    if name == "self" { return origin }
    if name == "init", let type = base.typeName { return .call(type, arguments ?? []) }
    guard origin != nil || arguments?.contains(where: { $0.origin != nil }) == true else {
      // A literal may have members that the lesson declares.
      return .member(name, of: nil, arguments)
    }
    return .member(name, of: origin, arguments)
  }

  private func origin(of call: FunctionCallExprSyntax) -> Origin? {
    let called = call.calledExpression
    let arguments = arguments(of: call)
    if let access = called.as(MemberAccessExprSyntax.self) { return origin(of: access, arguments) }
    if let name = called.as(DeclReferenceExprSyntax.self) {
      let text = name.baseName.plainText
      if let local = local(text) {
        return .any([local.origin, local.origin.map { .member("callAsFunction", of: $0, []) }])
      }
      guard let owner, !name.isTypeName else { return .call(text, arguments) }
      return .any([.call(text, arguments), .own(text, in: owner, arguments)])
    }
    // `[Money](repeating: …)` and `Box<Money>(…)`
    return .any([origin(of: called)] + arguments.map(\.origin))
  }

  func arguments(of call: FunctionCallExprSyntax) -> [BlockFlow.Argument] {
    var arguments = call.arguments.map {
      BlockFlow.Argument(
        label: $0.label?.plainText ?? "_", origin: argumentOrigin(of: $0.expression))
    }
    if let closure = call.trailingClosure {
      arguments.append(
        BlockFlow.Argument(label: LibraryCalls.trailing, origin: origin(of: ExprSyntax(closure))))
    }
    for closure in call.additionalTrailingClosures {
      arguments.append(
        BlockFlow.Argument(
          label: closure.label.plainText, origin: origin(of: ExprSyntax(closure.closure))))
    }
    return arguments
  }

  /// A function that is given by its name brings what it makes.
  private func argumentOrigin(of value: ExprSyntax) -> Origin? {
    guard let name = value.as(DeclReferenceExprSyntax.self), !name.isTypeName,
      local(name.baseName.plainText) == nil, case .identifier = name.baseName.tokenKind
    else { return origin(of: value) }
    return .any([origin(of: value), .call(name.baseName.plainText, [])])
  }

  /// Operators are not yet in the order of their precedence.
  private func origin(of elements: [ExprSyntax]) -> Origin? {
    let choice = elements.firstIndex { $0.is(UnresolvedTernaryExprSyntax.self) }
    let assignment = elements.firstIndex { $0.is(AssignmentExprSyntax.self) }
    let relevant = elements[(choice ?? assignment ?? elements.startIndex)...]
    if choice == nil, relevant.contains(where: \.isTruthOperator) { return nil }
    var origins: [Origin?] = []
    var operators: Set<String> = []
    for element in relevant {
      if let ternary = element.as(UnresolvedTernaryExprSyntax.self) {
        origins.append(origin(of: ternary.thenExpression))
      } else if let type = element.as(TypeExprSyntax.self) {
        origins.append(origin(of: type.type))
      } else if let infix = element.as(BinaryOperatorExprSyntax.self) {
        operators.insert(infix.operator.text)
      } else if !element.is(UnresolvedAsExprSyntax.self), !element.is(AssignmentExprSyntax.self) {
        origins.append(origin(of: element))
      }
    }
    let operands = Origin.any(origins)
    guard operands != nil, let name = operators.subtracting(["??", "...", "..<"]).sorted().first
    else { return operands }
    return .call(name, [BlockFlow.Argument(label: "_", origin: operands)])
  }

  private func results(of choice: IfExprSyntax) -> [Origin?] {
    var results = [result(of: choice.body.statements)]
    switch choice.elseBody {
    case .ifExpr(let next): results += self.results(of: next)
    case .codeBlock(let block): results.append(result(of: block.statements))
    default: break
    }
    return results
  }

  /// What a list of statements brings, of which the last may be an expression.
  func result(of statements: CodeBlockItemListSyntax) -> Origin? {
    guard let last = statements.last?.item else { return nil }
    if case .expr(let value) = last { return origin(of: value) }
    if let choice = last.as(ExpressionStmtSyntax.self) { return origin(of: choice.expression) }
    return nil
  }

  // MARK: What is kept

  /// Notes that what has a key may come from somewhere.
  func note(_ origin: Origin?, for key: String) {
    // A result belongs to its function, and a local variable's key has its place.
    let isLocal = key.hasSuffix("()") || key.contains("@")
    let source = BlockFlow.Source(key: key, origin: origin, isLocal: isLocal)
    if noted.insert(source).inserted { flow.sources.append(source) }
  }

  /// Notes what a variable or a part of a value may hold by now.
  func note(_ origin: Origin?, in target: ExprSyntax) {
    if let name = target.as(DeclReferenceExprSyntax.self) {
      let text = name.baseName.plainText
      if let local = local(text) {
        if let key = local.key { note(origin, for: key) }
      } else {
        note(origin, for: text)
        if let owner { note(origin, for: OriginKey.member(text, of: owner)) }
      }
      return
    }
    guard origin != nil else { return }
    if let access = target.as(MemberAccessExprSyntax.self) {
      let name = access.declName.baseName.plainText
      if let base = access.base?.as(DeclReferenceExprSyntax.self)?.baseName.plainText,
        base == "self" || base == "Self", let owner
      {
        note(origin, for: OriginKey.member(name, of: owner))
      } else {
        note(origin, for: OriginKey.anyMember(name))
      }
    } else if let access = target.as(SubscriptCallExprSyntax.self) {
      note(origin, in: access.calledExpression)
    } else if let inner = target.as(ForceUnwrapExprSyntax.self) {
      note(origin, in: inner.expression)
    } else if let inner = target.as(OptionalChainingExprSyntax.self) {
      note(origin, in: inner.expression)
    } else if let tuple = target.as(TupleExprSyntax.self) {
      for element in tuple.elements { note(origin, in: element.expression) }
    }
  }
}

extension ExprSyntax {
  /// Whether it is an operator whose result is true or false.
  fileprivate var isTruthOperator: Bool {
    guard let infix = self.as(BinaryOperatorExprSyntax.self) else {
      return self.is(UnresolvedIsExprSyntax.self)
    }
    return ImplicitUse.comparison(by: infix.operator.text) != nil
      || ["&&", "||", "===", "!=="].contains(infix.operator.text)
  }
}
