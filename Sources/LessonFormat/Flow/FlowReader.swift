import SwiftSyntax

/// Reads the flow of a block from its syntax tree.
///
/// What a closure does counts where it stands, unless it is put into a variable, returned, or given to
/// what keeps it; then it counts where the variable is used.
final class FlowReader {
  private(set) var flow = BlockFlow()

  /// A name that a scope binds.
  private struct Local {
    var type: String?
    /// What runs when it is used.
    var uses: [BlockFlow.Use] = []
  }

  /// What is being read: the block itself, or a body.
  private struct Frame {
    var events: [BlockFlow.Event] = []
    var held: [BlockFlow.Use] = []
    var statements: [(span: CodeSpan, isSkippable: Bool)] = []
  }

  private var scopes: [[String: Local]] = []
  private var frame = Frame()
  private var owner: String?
  /// Whether what is read belongs to the block itself.
  private var isTopLevel: Bool { scopes.isEmpty && owner == nil }

  static func read(_ tree: SourceFileSyntax) -> BlockFlow {
    let reader = FlowReader()
    reader.readStatements(tree.statements)
    reader.flow.events = reader.frame.events
    return reader.flow
  }

  // MARK: Bodies

  /// What some code does when it runs, and what closures that it keeps or brings do.
  private func body(_ read: () -> Void) -> (uses: [BlockFlow.Use], held: [BlockFlow.Use]) {
    let outer = frame
    frame = Frame()
    scopes.append([:])
    read()
    scopes.removeLast()
    let inner = frame
    frame = outer
    let uses = inner.events.compactMap { event -> BlockFlow.Use? in
      if case .use(let use, _) = event { use } else { nil }
    }
    return (uses, inner.held)
  }

  private func addBody(
    _ kind: BlockFlow.Use.Kind, _ name: String, labels: [String]? = nil,
    defaults: [BlockFlow.Use] = [], _ read: () -> Void
  ) {
    let (uses, held) = body(read)
    guard !uses.isEmpty || !held.isEmpty || !defaults.isEmpty || labels != nil else { return }
    flow.bodies.append(
      BlockFlow.Body(
        kind: kind, name: name, owner: owner, labels: labels, uses: uses, defaults: defaults,
        held: held))
  }

  // MARK: Statements

  private func readStatements(_ statements: CodeBlockItemListSyntax) {
    if !scopes.isEmpty { declareFunctions(in: statements) }
    var deferred: [DeferStmtSyntax] = []
    for item in statements {
      // What is deferred at the top level runs when every variable has its value.
      if let statement = item.item.as(DeferStmtSyntax.self) {
        if !scopes.isEmpty { deferred.append(statement) }
        continue
      }
      frame.statements.append((item.item.codeSpan, item.isSkippable))
      read(Syntax(item.item))
      frame.statements.removeLast()
    }
    for statement in deferred.reversed() { inScope { readStatements(statement.body.statements) } }
  }

  private func inScope(_ names: [String: Local] = [:], _ read: () -> Void) {
    scopes.append(names)
    read()
    scopes.removeLast()
  }

  /// The functions of a scope can be used before they stand there, also by each other.
  private func declareFunctions(in statements: CodeBlockItemListSyntax) {
    let functions = statements.compactMap { $0.item.as(FunctionDeclSyntax.self) }
    for function in functions { bind(function.name.plainText, Local()) }
    for _ in functions.prefix(2) {
      for function in functions {
        let (uses, held) = body { readFunction(function.signature, function.body) }
        bind(function.name.plainText, Local(uses: uses + held))
      }
    }
  }

  private func bind(_ name: String, _ local: Local = Local()) {
    guard !scopes.isEmpty else { return }
    scopes[scopes.count - 1][name] = local
  }

  private func local(_ name: String) -> Local? {
    scopes.reversed().lazy.compactMap { $0[name] }.first
  }

  // MARK: Events

  private func add(_ use: BlockFlow.Use) {
    let place = BlockFlow.Place(
      statement: frame.statements.last?.span ?? CodeSpan(start: use.offset, end: use.offset),
      outermost: frame.statements.first?.span ?? CodeSpan(start: use.offset, end: use.offset),
      skippable: frame.statements.last { $0.isSkippable }?.span)
    frame.events.append(.use(use, place))
  }

  /// Uses that stood elsewhere, as a local function's do, count where that is used.
  private func add(_ uses: [BlockFlow.Use], at offset: Int) {
    for var use in uses {
      use.offset = offset
      add(use)
    }
  }

  private func use(
    _ kind: BlockFlow.Use.Kind, _ name: String, _ role: BlockFlow.Use.Role = .runs,
    receiver: String? = nil, labels: [String]? = nil, at node: some SyntaxProtocol
  ) {
    add(
      BlockFlow.Use(
        kind: kind, name: name, role: role, receiver: receiver, owner: owner, labels: labels,
        offset: node.codeSpan.start))
  }

  private func useName(
    _ node: DeclReferenceExprSyntax, _ role: BlockFlow.Use.Role = .runs, labels: [String]? = nil
  ) {
    switch node.baseName.tokenKind {
    case .keyword(.self), .keyword(.super), .keyword(.Self), .dollarIdentifier: return
    case .binaryOperator, .prefixOperator, .postfixOperator:
      return use(.infix, node.baseName.text, role, at: node)
    default: break
    }
    let name = node.baseName.plainText
    if let local = local(name) {
      if role != .kept {
        add(local.uses, at: node.codeSpan.start)
      } else {
        frame.held += local.uses
      }
      return
    }
    use(.name, name, role, labels: labels ?? node.argumentNames?.labels, at: node)
  }

  private func giveValue(
    _ name: String, at node: some SyntaxProtocol, isDeclaration: Bool = true
  ) {
    guard local(name) == nil else { return }
    frame.events.append(
      .value(of: name, at: node.codeSpan.start, isDeclaration: isDeclaration))
  }

  // MARK: Any node

  private func readChildren(_ node: some SyntaxProtocol) {
    for child in node.children(viewMode: .sourceAccurate) { read(child) }
  }

  private func read(_ node: Syntax) {
    switch node.as(SyntaxEnum.self) {
    case .token, .identifierType, .memberType, .someOrAnyType, .functionType, .tupleType,
      .arrayType,
      .dictionaryType, .optionalType, .attributedType, .typeAnnotation, .importDecl, .attribute,
      .typeAliasDecl, .associatedTypeDecl, .operatorDecl, .precedenceGroupDecl,
      .genericArgumentClause, .genericParameterClause, .typeExpr, .deinitializerDecl:
      break
    case .codeBlockItemList(let statements): inScope { readStatements(statements) }
    case .codeBlock(let block): inScope { readStatements(block.statements) }
    case .structDecl(let type): readType(type.name.plainText, type, type.inheritanceClause)
    case .classDecl(let type): readType(type.name.plainText, type, type.inheritanceClause)
    case .enumDecl(let type): readType(type.name.plainText, type, type.inheritanceClause)
    case .actorDecl(let type): readType(type.name.plainText, type, type.inheritanceClause)
    case .protocolDecl(let type): readType(type.name.plainText, type, type.inheritanceClause)
    case .extensionDecl(let type):
      readType(type.extendedType.baseName ?? "", type, type.inheritanceClause)
    case .functionDecl(let function): readDeclaration(function)
    case .variableDecl(let variable): readVariables(variable)
    case .ifExpr(let statement):
      inScope {
        readChildren(statement.conditions)
        read(Syntax(statement.body))
      }
      if let other = statement.elseBody { read(Syntax(other)) }
    case .guardStmt(let statement): readGuard(statement)
    case .whileStmt(let statement): inScope { readChildren(statement) }
    case .repeatStmt(let statement):
      read(Syntax(statement.body))
      read(Syntax(statement.condition))
    case .forStmt(let statement):
      read(Syntax(statement.sequence))
      let type = self.type(of: statement.sequence)
      for name in ["makeIterator", "next"] {
        use(.member, name, receiver: type, labels: [], at: statement)
      }
      inScope {
        read(Syntax(statement.pattern))
        if let condition = statement.whereClause { read(Syntax(condition)) }
        read(Syntax(statement.body))
      }
    case .ifConfigDecl(let choice):
      for clause in choice.clauses {
        if case .statements(let statements) = clause.elements { readStatements(statements) }
      }
    case .switchCase(let branch): inScope { readChildren(branch) }
    case .catchClause(let clause): inScope(["error": Local()]) { readChildren(clause) }
    case .optionalBindingCondition(let binding): readBinding(binding)
    case .identifierPattern(let pattern): bind(pattern.identifier.plainText)
    default: readExpression(node)
    }
  }

  private func readExpression(_ node: Syntax) {
    switch node.as(SyntaxEnum.self) {
    case .declReferenceExpr(let name): useName(name)
    case .memberAccessExpr(let access): readMember(access)
    case .functionCallExpr(let call): readCall(call)
    case .subscriptCallExpr(let access):
      read(Syntax(access.calledExpression))
      readArguments(access.arguments, keeps: false)
      use(.index, "", receiver: type(of: access.calledExpression), at: access)
    case .sequenceExpr(let sequence): readSequence(sequence)
    case .binaryOperatorExpr(let infix): use(.infix, infix.operator.text, at: infix)
    case .prefixOperatorExpr(let prefix):
      read(Syntax(prefix.expression))
      use(.infix, prefix.operator.text, receiver: type(of: prefix.expression), at: prefix)
    case .postfixOperatorExpr(let postfix):
      read(Syntax(postfix.expression))
      use(.infix, postfix.operator.text, receiver: type(of: postfix.expression), at: postfix)
    case .closureExpr(let closure): readClosure(closure)
    case .keyPathExpr(let path):
      for component in path.components {
        if let property = component.component.as(KeyPathPropertyComponentSyntax.self) {
          use(
            .member, property.declName.baseName.plainText, receiver: path.root?.baseName, at: path)
        }
      }
    case .expressionSegment(let segment):
      for argument in segment.expressions {
        read(Syntax(argument.expression))
        useDescription(of: argument.expression)
      }
    default: readChildren(node)
    }
  }

  /// What is printed is asked for its description.
  private func useDescription(of value: ExprSyntax) {
    guard let type = type(of: value), !Self.isPlain(type) else { return }
    for name in ["description", "debugDescription"] {
      use(.member, name, receiver: type, at: value)
    }
  }

  // MARK: Expressions

  private func readMember(_ access: MemberAccessExprSyntax, labels: [String]? = nil) {
    let name = access.declName.baseName.plainText
    guard let base = access.base else {
      // The type is known to the compiler alone.
      return use(name == "init" ? .initializer : .member, name, labels: labels, at: access.declName)
    }
    if name == "self" { return read(Syntax(base)) }
    let receiver = type(of: base)
    // Of a value of which only a part is looked at, nothing runs.
    if let variable = base.as(DeclReferenceExprSyntax.self), labels == nil, !variable.isTypeName {
      // A task brings its value once it has run.
      useName(variable, ["value", "result"].contains(name) ? .runs : .glanced)
    } else if let type = base.as(DeclReferenceExprSyntax.self), type.isTypeName {
      // Its name makes no value.
    } else {
      read(Syntax(base))
    }
    let made = access.base.flatMap { $0.as(DeclReferenceExprSyntax.self) }
    if name == "init", let made {
      return use(.initializer, made.baseName.plainText, labels: labels, at: access.declName)
    }
    use(
      .member, name, receiver: receiver, labels: labels ?? access.declName.argumentNames?.labels,
      at: access.declName)
  }

  private func readCall(_ call: FunctionCallExprSyntax) {
    let labels =
      call.arguments.map { $0.label?.plainText ?? "_" }
      + (call.trailingClosure == nil ? [] : ["_"])
      + call.additionalTrailingClosures.map(\.label.plainText)
    let called = call.calledExpression
    if let name = called.as(DeclReferenceExprSyntax.self) {
      useName(name, labels: labels)
      if local(name.baseName.plainText) == nil, !name.isTypeName {
        use(
          .member, "callAsFunction", receiver: "$" + name.baseName.plainText, labels: labels,
          at: name)
      }
    } else if let access = called.as(MemberAccessExprSyntax.self) {
      readMember(access, labels: labels)
    } else if let made = called.as(GenericSpecializationExprSyntax.self) {
      if let name = made.expression.as(DeclReferenceExprSyntax.self) {
        useName(name, labels: labels)
      } else {
        read(Syntax(made.expression))
      }
    } else {
      let before = frame.held.count
      read(Syntax(called))
      // `make()()` calls what `make` brings.
      for var use in uses(heldBy: called) + frame.held[before...] {
        use.offset = called.codeSpan.start
        add(use)
      }
    }
    let keeps = keepsClosures(called)
    readArguments(call.arguments, keeps: keeps)
    for closure in [call.trailingClosure].compactMap({ $0 })
      + call.additionalTrailingClosures.map(\.closure)
    {
      if keeps { hold(closure) } else { readClosure(closure) }
    }
  }

  private func readArguments(_ arguments: LabeledExprListSyntax, keeps: Bool) {
    for argument in arguments {
      if keeps, let closure = argument.expression.as(ClosureExprSyntax.self) {
        hold(closure)
      } else if keeps, let name = argument.expression.as(DeclReferenceExprSyntax.self) {
        useName(name, .kept)
        frame.held += uses(heldBy: argument.expression)
      } else {
        read(Syntax(argument.expression))
        useDescription(of: argument.expression)
      }
    }
  }

  /// Whether what is called puts closures aside: what makes a value of a type of the lesson's own, and
  /// what runs them another time.
  private func keepsClosures(_ called: ExprSyntax) -> Bool {
    let later: Set = [
      "Task", "detached", "async", "asyncAfter", "atexit", "addTask", "append", "insert", "Thread",
      "scheduledTimer", "detachNewThread", "notify",
    ]
    if let name = called.as(DeclReferenceExprSyntax.self) {
      return later.contains(name.baseName.text) || name.isTypeName && !name.isFoundElsewhere
    }
    guard let access = called.as(MemberAccessExprSyntax.self) else { return false }
    return later.contains(access.declName.baseName.text)
  }

  private func readSequence(_ sequence: SequenceExprSyntax) {
    let elements = Array(sequence.elements)
    guard elements.count >= 3, elements[1].is(AssignmentExprSyntax.self) else {
      for (index, element) in elements.enumerated() {
        guard let infix = element.as(BinaryOperatorExprSyntax.self) else {
          read(Syntax(element))
          continue
        }
        let sides = [index - 1, index + 1].filter(elements.indices.contains).map {
          type(of: elements[$0])
        }
        let receiver =
          sides.allSatisfy { $0.map(Self.isPlain) ?? false } ? sides.first ?? nil : nil
        use(.infix, infix.operator.text, receiver: receiver, at: infix)
      }
      return
    }
    let value = Array(elements[2...])
    for element in value.dropLast() { read(Syntax(element)) }
    guard let last = value.last else { return }
    let held = readKept(last)
    assign(elements[0], held + value.dropLast().flatMap(uses(heldBy:)))
  }

  private func assign(_ target: ExprSyntax, _ held: [BlockFlow.Use]) {
    if let name = target.as(DeclReferenceExprSyntax.self) {
      let text = name.baseName.plainText
      if var local = local(text) {
        local.uses += held
        for index in scopes.indices.reversed() where scopes[index][text] != nil {
          scopes[index][text] = local
          break
        }
        return
      }
      keep(held, in: text)
      giveValue(text, at: name, isDeclaration: false)
      use(.observer, text, at: name)
    } else if let tuple = target.as(TupleExprSyntax.self) {
      for element in tuple.elements { assign(element.expression, []) }
    } else if !target.is(DiscardAssignmentExprSyntax.self) {
      // A part of a value is changed.
      read(Syntax(target))
      if let name = target.base { keep(held, in: name) } else { frame.held += held }
    }
  }

  // MARK: Closures

  private func readClosure(_ closure: ClosureExprSyntax) {
    readCaptures(of: closure)
    inScope(parameters(of: closure)) { readStatements(closure.statements) }
  }

  /// What a closure catches is read where it stands.
  private func readCaptures(of closure: ClosureExprSyntax) {
    for capture in closure.signature?.capture?.items ?? [] {
      if let value = capture.initializer?.value {
        read(Syntax(value))
      } else if local(capture.name.plainText) == nil, capture.name.plainText != "self" {
        use(.name, capture.name.plainText, .glanced, at: capture)
      }
    }
  }

  private func parameters(of closure: ClosureExprSyntax) -> [String: Local] {
    var names: [String: Local] = [:]
    switch closure.signature?.parameterClause {
    case .simpleInput(let list):
      for parameter in list { names[parameter.name.plainText] = Local() }
    case .parameterClause(let clause):
      for parameter in clause.parameters {
        names[(parameter.secondName ?? parameter.firstName).plainText] = Local(
          type: parameter.type?.baseName)
      }
    default: break
    }
    for capture in closure.signature?.capture?.items ?? [] {
      names[capture.name.plainText] = Local()
    }
    return names
  }

  /// Puts a closure aside.
  private func hold(_ closure: ClosureExprSyntax) {
    readCaptures(of: closure)
    let (uses, held) = body {
      inScope(parameters(of: closure)) { readStatements(closure.statements) }
    }
    frame.held += uses + held
  }

  /// Reads a value that is put into a variable or brought back, and says what runs when that is used.
  private func readKept(_ value: ExprSyntax) -> [BlockFlow.Use] {
    let outer = frame.held
    frame.held = []
    keepParts(value)
    let held = frame.held
    frame.held = outer
    return held + uses(heldBy: value)
  }

  private func keepParts(_ value: ExprSyntax) {
    if let closure = value.as(ClosureExprSyntax.self) {
      hold(closure)
    } else if let name = value.as(DeclReferenceExprSyntax.self) {
      useName(name, .kept)
    } else if let access = value.as(MemberAccessExprSyntax.self), access.base != nil {
      let before = frame.events.count
      readMember(access)
      // A method that is not called does not run.
      if frame.events.count > before, case .use(var use, let place) = frame.events.removeLast() {
        use.role = .kept
        frame.events.append(.use(use, place))
      }
    } else if let list = value.as(ArrayExprSyntax.self) {
      for element in list.elements { keepParts(element.expression) }
    } else if let tuple = value.as(TupleExprSyntax.self) {
      for element in tuple.elements { keepParts(element.expression) }
    } else if let pairs = value.as(DictionaryExprSyntax.self),
      case .elements(let elements) = pairs.content
    {
      for element in elements {
        read(Syntax(element.key))
        keepParts(element.value)
      }
    } else {
      read(Syntax(value))
    }
  }

  /// What a value holds that was put aside before: in another variable, or by what brought it.
  private func uses(heldBy value: ExprSyntax) -> [BlockFlow.Use] {
    func held(_ kind: BlockFlow.Use.Kind, _ name: String, _ labels: [String]?) -> [BlockFlow.Use] {
      [
        BlockFlow.Use(
          kind: kind, name: name, role: .held, owner: owner, labels: labels,
          offset: value.codeSpan.start)
      ]
    }
    if let name = value.as(DeclReferenceExprSyntax.self) {
      return local(name.baseName.plainText)?.uses ?? held(.name, name.baseName.plainText, nil)
    }
    guard let call = value.as(FunctionCallExprSyntax.self) else {
      if let access = value.as(MemberAccessExprSyntax.self), access.base != nil {
        return held(.member, access.declName.baseName.plainText, nil)
      }
      return []
    }
    let labels = call.arguments.map { $0.label?.plainText ?? "_" }
    if let name = call.calledExpression.as(DeclReferenceExprSyntax.self) {
      return local(name.baseName.plainText)?.uses ?? held(.name, name.baseName.plainText, labels)
    }
    if let access = call.calledExpression.as(MemberAccessExprSyntax.self) {
      return held(.member, access.declName.baseName.plainText, labels)
    }
    return []
  }

  /// Notes what runs when a global variable is used.
  private func keep(_ held: [BlockFlow.Use], in variable: String) {
    guard !held.isEmpty else { return }
    flow.bodies.append(
      BlockFlow.Body(kind: .name, name: variable, owner: nil, labels: nil, held: held))
  }

  // MARK: Bindings

  private func readBinding(_ binding: OptionalBindingConditionSyntax) {
    if let value = binding.initializer?.value {
      read(Syntax(value))
    } else if let name = binding.pattern.as(IdentifierPatternSyntax.self) {
      if let local = local(name.identifier.plainText) {
        add(local.uses, at: name.codeSpan.start)
      } else {
        use(.name, name.identifier.plainText, at: name)
      }
    }
    read(Syntax(binding.pattern))
  }

  /// What a `guard` binds is there for all that follows; at the top level it is global.
  private func readGuard(_ statement: GuardStmtSyntax) {
    let isTopLevel = isTopLevel
    if isTopLevel { scopes.append([:]) }
    readChildren(statement.conditions)
    let names = isTopLevel ? scopes.removeLast().keys.sorted() : []
    for name in names {
      flow.variables[name] = ""
      giveValue(name, at: statement)
    }
    read(Syntax(statement.body))
  }

  private func readVariables(_ declaration: VariableDeclSyntax) {
    for binding in declaration.bindings {
      let names = binding.pattern.names
      let isAlone = binding.pattern.is(IdentifierPatternSyntax.self)
      let type =
        isAlone
        ? binding.typeAnnotation?.type.baseName
          ?? binding.initializer.flatMap { self.type(of: $0.value) }
        : nil
      if isTopLevel {
        readGlobal(declaration, binding, names, type)
      } else {
        let held = binding.initializer.map { readKept($0.value) } ?? []
        let accessed = binding.accessorBlock.map { block in body { readAccessors(block) } }
        for name in names {
          bind(name, Local(type: type, uses: held + (accessed.map { $0.uses + $0.held } ?? [])))
        }
      }
    }
  }

  private func readGlobal(
    _ declaration: VariableDeclSyntax, _ binding: PatternBindingSyntax, _ names: [String],
    _ type: String?
  ) {
    for name in names { flow.variables[name] = type ?? "" }
    if let accessors = binding.accessorBlock, let name = names.first {
      if binding.initializer == nil, accessors.isComputed {
        flow.variables[name] = nil
        return addBody(.name, name) { readAccessors(accessors) }
      }
      addBody(.observer, name) { readAccessors(accessors) }
    }
    if let value = binding.initializer?.value {
      let held = readKept(value)
      for name in names {
        keep(held, in: name)
        giveValue(name, at: binding.pattern)
      }
    } else if binding.typeAnnotation?.type.isOptional == true,
      declaration.bindingSpecifier.tokenKind == .keyword(.var)
        || !declaration.attributes.isEmpty
    {
      for name in names { giveValue(name, at: binding.pattern) }
    }
  }

  private func readAccessors(_ block: AccessorBlockSyntax) {
    switch block.accessors {
    case .getter(let statements): readResult(statements)
    case .accessors(let accessors):
      for accessor in accessors {
        let name = accessor.parameters?.name.plainText
        inScope(
          Dictionary(
            uniqueKeysWithValues: Set(["newValue", "oldValue", name].compactMap { $0 })
              .map { ($0, Local()) })
        ) {
          if let statements = accessor.body?.statements { readResult(statements) }
        }
      }
    @unknown default: break
    }
  }

  /// Statements whose value is brought back.
  private func readResult(_ statements: CodeBlockItemListSyntax) {
    inScope {
      if statements.count == 1, let only = statements.first?.item.as(ExprSyntax.self) {
        frame.held += readKept(only)
      } else {
        readStatements(statements)
        for statement in statements {
          if let value = statement.item.as(ReturnStmtSyntax.self)?.expression {
            frame.held += uses(heldBy: value)
            // It has been read as if it ran here.
            if value.is(ClosureExprSyntax.self) { dropUses(in: value.codeSpan) }
          }
        }
      }
    }
  }

  /// A closure that is returned does not run before.
  private func dropUses(in span: CodeSpan) {
    let isInside = { (event: BlockFlow.Event) -> Bool in
      guard case .use(let use, _) = event else { return false }
      return span.start <= use.offset && use.offset < span.end
    }
    for event in frame.events where isInside(event) {
      if case .use(let use, _) = event { frame.held.append(use) }
    }
    frame.events.removeAll(where: isInside)
  }

  // MARK: Declarations

  private func readFunction(_ signature: FunctionSignatureSyntax, _ body: CodeBlockSyntax?) {
    for parameter in signature.parameterClause.parameters {
      bind(
        (parameter.secondName ?? parameter.firstName).plainText,
        Local(type: parameter.type.baseName))
    }
    if let body { readResult(body.statements) }
  }

  private func defaults(of signature: FunctionSignatureSyntax) -> [BlockFlow.Use] {
    body {
      for parameter in signature.parameterClause.parameters {
        if let value = parameter.defaultValue?.value { read(Syntax(value)) }
      }
    }.uses
  }

  private func readDeclaration(_ function: FunctionDeclSyntax) {
    guard scopes.isEmpty else { return }
    let isOperator = if case .identifier = function.name.tokenKind { false } else { true }
    addBody(
      isOperator ? .infix : .name, function.name.plainText,
      labels: function.signature.labels, defaults: defaults(of: function.signature)
    ) { readFunction(function.signature, function.body) }
    if isOperator, owner == nil, function.genericParameterClause == nil {
      // An operator belongs to the type of its operands.
      let operand = function.signature.parameterClause.parameters.first?.type.baseName
      flow.bodies[flow.bodies.count - 1].owner = operand
    }
  }

  private func readType(
    _ name: String, _ declaration: some DeclGroupSyntax, _ inherited: InheritanceClauseSyntax?
  ) {
    let outer = (owner, scopes)
    (owner, scopes) = (name, [])
    defer { (owner, scopes) = outer }
    let supertypes = inherited?.inheritedTypes.map { $0.type.baseName ?? "" } ?? []
    flow.supertypes[name, default: []].formUnion(supertypes.filter { !$0.isEmpty })
    for member in declaration.memberBlock.members { readMember(member.decl, of: name) }
  }

  private func readMember(_ declaration: DeclSyntax, of type: String) {
    func note(_ member: String) { flow.members[type, default: []].insert(member) }
    switch declaration.as(DeclSyntaxEnum.self) {
    case .functionDecl(let function):
      let isOperator = if case .identifier = function.name.tokenKind { false } else { true }
      if !isOperator { note(function.name.plainText) }
      addBody(
        isOperator ? .infix : .member, function.name.plainText,
        labels: function.signature.labels, defaults: defaults(of: function.signature)
      ) { readFunction(function.signature, function.body) }
    case .initializerDecl(let initializer):
      addBody(
        .initializer, type, labels: initializer.signature.labels,
        defaults: defaults(of: initializer.signature)
      ) { readFunction(initializer.signature, initializer.body) }
    case .subscriptDecl(let access):
      addBody(.index, "") {
        for parameter in access.parameterClause.parameters {
          bind(
            (parameter.secondName ?? parameter.firstName).plainText,
            Local(type: parameter.type.baseName))
        }
        if let accessors = access.accessorBlock { readAccessors(accessors) }
      }
    case .variableDecl(let variable):
      let isLazy = variable.modifiers.contains {
        [.keyword(.lazy), .keyword(.static), .keyword(.class)].contains($0.name.tokenKind)
      }
      for binding in variable.bindings {
        for name in binding.pattern.names {
          note(name)
          if let accessors = binding.accessorBlock {
            addBody(.member, name) { readAccessors(accessors) }
          }
          guard let value = binding.initializer?.value else { continue }
          // Others get their values when one of the type is made.
          addBody(isLazy ? .member : .initializer, isLazy ? name : type) {
            frame.held += readKept(value)
          }
        }
      }
    case .enumCaseDecl(let cases):
      for element in cases.elements { note(element.name.plainText) }
    default: read(Syntax(declaration))
    }
  }

  // MARK: Types

  static func isPlain(_ type: String) -> Bool {
    ["Int", "Double", "String", "Bool", "Array", "Dictionary", "Float", "Set"].contains(type)
  }

  /// The type of a value, where its syntax tells.
  private func type(of value: ExprSyntax) -> String? {
    switch value.as(ExprSyntaxEnum.self) {
    case .integerLiteralExpr: return "Int"
    case .floatLiteralExpr: return "Double"
    case .stringLiteralExpr: return "String"
    case .booleanLiteralExpr: return "Bool"
    case .arrayExpr: return "Array"
    case .dictionaryExpr: return "Dictionary"
    case .tryExpr(let inner): return type(of: inner.expression)
    case .awaitExpr(let inner): return type(of: inner.expression)
    case .forceUnwrapExpr(let inner): return type(of: inner.expression)
    case .optionalChainingExpr(let inner): return type(of: inner.expression)
    case .tupleExpr(let tuple):
      return tuple.elements.count == 1
        ? tuple.elements.first.flatMap { type(of: $0.expression) } : nil
    case .declReferenceExpr(let name):
      let text = name.baseName.plainText
      if text == "self" || text == "Self" || text == "super" { return owner }
      if let local = local(text) { return local.type }
      return name.isTypeName ? text : "$" + text
    case .functionCallExpr(let call):
      if let name = call.calledExpression.as(DeclReferenceExprSyntax.self), name.isTypeName {
        return name.baseName.plainText
      }
      if let made = call.calledExpression.as(GenericSpecializationExprSyntax.self),
        let name = made.expression.as(DeclReferenceExprSyntax.self)
      {
        return name.baseName.plainText
      }
      return nil
    default: return nil
    }
  }
}

// MARK: - Syntax

extension TokenSyntax {
  /// The text without the backticks that let a keyword be a name.
  fileprivate var plainText: String { text.filter { $0 != "`" } }
}

extension CodeBlockItemSyntax {
  /// Whether it is an expression whose value nothing needs, outside closures.
  fileprivate var isSkippable: Bool {
    guard case .expr(let expression) = item else { return false }
    if expression.is(IfExprSyntax.self) || expression.is(SwitchExprSyntax.self) { return false }
    if let sequence = expression.as(SequenceExprSyntax.self),
      sequence.elements.contains(where: { $0.is(AssignmentExprSyntax.self) })
    {
      return false
    }
    return standsAmongStatements
  }

  /// Whether it is a statement of a block of code, or of a loop or branch among the statements of one.
  private var standsAmongStatements: Bool {
    guard let holder = parent?.parent else { return false }
    if holder.is(SourceFileSyntax.self) { return true }
    guard var statement = holder.as(CodeBlockSyntax.self)?.parent else { return false }
    switch statement.kind {
    case .forStmt, .whileStmt, .repeatStmt, .doStmt: break
    case .ifExpr:
      while let outer = statement.parent?.as(IfExprSyntax.self) { statement = Syntax(outer) }
      if let whole = statement.parent?.as(ExpressionStmtSyntax.self) { statement = Syntax(whole) }
    default: return false
    }
    return statement.parent?.as(CodeBlockItemSyntax.self)?.standsAmongStatements == true
  }
}

extension DeclReferenceExprSyntax {
  /// Types begin with a capital letter.
  fileprivate var isTypeName: Bool { baseName.plainText.first?.isUppercase == true }

  /// Whether it is a type of the standard library that runs the closure that it is made with.
  fileprivate var isFoundElsewhere: Bool {
    let makers: Set = ["Array", "String", "Set", "Dictionary", "ContiguousArray", "Tensor", "Data"]
    return makers.contains(baseName.text)
  }
}

extension DeclNameArgumentsSyntax {
  fileprivate var labels: [String] { arguments.map(\.name.plainText) }
}

extension FunctionSignatureSyntax {
  fileprivate var labels: [String] { parameterClause.parameters.map(\.firstName.plainText) }
}

extension AccessorBlockSyntax {
  /// Whether it computes a value, rather than watch one.
  fileprivate var isComputed: Bool {
    guard case .accessors(let accessors) = accessors else { return true }
    return accessors.contains {
      ![.keyword(.willSet), .keyword(.didSet)].contains($0.accessorSpecifier.tokenKind)
    }
  }
}

extension TypeSyntax {
  /// The name of the type without what it is made for or of.
  fileprivate var baseName: String? {
    if let name = self.as(IdentifierTypeSyntax.self) { return name.name.plainText }
    if let name = self.as(MemberTypeSyntax.self) { return name.name.plainText }
    if let inner = self.as(OptionalTypeSyntax.self) { return inner.wrappedType.baseName }
    if let inner = self.as(AttributedTypeSyntax.self) { return inner.baseType.baseName }
    if let inner = self.as(SomeOrAnyTypeSyntax.self) { return inner.constraint.baseName }
    if self.is(ArrayTypeSyntax.self) { return "Array" }
    if self.is(DictionaryTypeSyntax.self) { return "Dictionary" }
    return nil
  }

  /// Whether a variable of the type is nil until it gets a value.
  fileprivate var isOptional: Bool {
    self.is(OptionalTypeSyntax.self) || self.is(ImplicitlyUnwrappedOptionalTypeSyntax.self)
      || self.as(IdentifierTypeSyntax.self)?.name.text == "Optional"
  }
}

extension PatternSyntax {
  /// The names that it binds.
  fileprivate var names: [String] {
    if let name = self.as(IdentifierPatternSyntax.self) { return [name.identifier.plainText] }
    if let tuple = self.as(TuplePatternSyntax.self) {
      return tuple.elements.flatMap { $0.pattern.names }
    }
    return []
  }
}

extension ExprSyntax {
  /// The variable of which this is a part.
  fileprivate var base: String? {
    if let name = self.as(DeclReferenceExprSyntax.self) { return name.baseName.plainText }
    if let access = self.as(MemberAccessExprSyntax.self) { return access.base?.base }
    if let access = self.as(SubscriptCallExprSyntax.self) { return access.calledExpression.base }
    if let inner = self.as(ForceUnwrapExprSyntax.self) { return inner.expression.base }
    return nil
  }
}
