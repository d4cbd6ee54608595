import SwiftSyntax

/// Reads the flow of a block from its syntax tree.
///
/// What a closure does counts where it stands, unless it is put into a variable, returned, or given to
/// what keeps it; then it counts where the variable is used.
final class FlowReader {
  var flow = BlockFlow()

  /// A name that a scope binds.
  struct Local {
    var type: String?
    /// What runs when it is used.
    var uses: [BlockFlow.Use] = []
    /// Where its value comes from.
    var origin: Origin? = .unknown
    /// The key of what it may hold, where it is a variable.
    var key: String?
    /// The frame in which it stands.
    var frame = 0
  }

  /// What is being read: the block itself, or a body.
  struct Frame {
    var events: [BlockFlow.Event] = []
    var held: [BlockFlow.Use] = []
    var statements: [(span: CodeSpan, isSkippable: Bool)] = []
    /// Where what it brings back comes from.
    var results: [Origin] = []
    var id = 0

    var uses: [BlockFlow.Use] {
      events.compactMap { if case .use(let use, _) = $0 { use } else { nil } }
    }
  }

  var scopes: [[String: Local]] = []
  var frame = Frame()
  var owner: String?
  /// The type of the variable whose value is read, where it says one.
  var expectedType: String?
  /// How deep in an expression the origin of a value is looked for.
  var originDepth = 0
  /// Where the results of closures that were read come from.
  var closureResults: [SyntaxIdentifier: Origin?] = [:]
  /// Where the arguments come from of the closure that is read next, the last also for all that follow.
  var closureInputs: [Origin?] = [.unknown]
  /// What is known so far of where values come from.
  var noted: Set<BlockFlow.Source> = []
  /// The local variables whose values may outlive their scope.
  var escaping: Set<String> = []
  /// The names of properties that may be nil.
  var optionalMembers: Set<String> = []
  /// What variables that the code declares may hold where it has been read so far.
  var heldSoFar: [String: Origin?] = [:]
  /// The type that what is read brings back, where it is written.
  var expectedResult: Origin?
  /// Whether what is read makes a value of the type around.
  var isInitializer = false
  private var frames = 0
  /// Whether what is read belongs to the block itself.
  var isTopLevel: Bool { scopes.isEmpty && owner == nil }

  static func read(_ tree: SourceFileSyntax) -> BlockFlow {
    let reader = FlowReader()
    reader.readStatements(tree.statements)
    reader.flow.events = reader.frame.events
    reader.flow.mentions = MentionedNames.offsets(in: tree)
    return reader.flow
  }

  // MARK: Bodies

  /// What some code does when it runs, and what closures that it keeps or brings do.
  func body(_ read: () -> Void) -> (uses: [BlockFlow.Use], held: [BlockFlow.Use]) {
    let inner = framed { inScope([:], read) }
    return (inner.uses, inner.held)
  }

  /// What is noted while something is read that does not run here.
  func framed(_ statements: [(span: CodeSpan, isSkippable: Bool)] = [], _ read: () -> Void) -> Frame
  {
    let outer = frame
    frames += 1
    frame = Frame(statements: statements, id: frames)
    read()
    defer { frame = outer }
    return frame
  }

  func addBody(
    _ kind: BlockFlow.Use.Kind, _ name: String, _ signature: FunctionSignatureSyntax? = nil,
    _ read: () -> Void
  ) {
    let labels = signature?.labels
    let defaults = signature.map(defaults(of:)) ?? []
    let outer = (expectedResult, isInitializer)
    expectedResult = origin(of: signature?.returnClause?.type)
    isInitializer = kind == .initializer
    let inner = framed { inScope([:], read) }
    (expectedResult, isInitializer) = outer
    let (uses, held) = (inner.uses, inner.held)
    if let key = resultKey(kind, name, isFunction: signature != nil) {
      note(.any(inner.results), for: key)
      if let written = signature?.returnClause?.type {
        note(origin(of: written), for: OriginKey.written(key))
      }
    }
    guard !uses.isEmpty || !held.isEmpty || !defaults.isEmpty || labels != nil else { return }
    flow.bodies.append(
      BlockFlow.Body(
        kind: kind, name: name, owner: owner, labels: labels,
        keepsClosures: signature?.keepsClosures ?? false, uses: uses, defaults: defaults, held: held
      ))
  }

  private func resultKey(
    _ kind: BlockFlow.Use.Kind, _ name: String, isFunction: Bool
  ) -> String? {
    switch kind {
    case .name, .infix:
      return isFunction ? OriginKey.result(name) : name
    case .member:
      return isFunction ? OriginKey.result(name, of: owner) : OriginKey.member(name, of: owner)
    case .index: return owner.map(OriginKey.elements)
    case .initializer, .observer, .call, .implicit: return nil
    }
  }

  // MARK: Statements

  func readStatements(_ statements: CodeBlockItemListSyntax) {
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
      useShownValue(of: item)
      frame.statements.removeLast()
    }
    for statement in deferred.reversed() { inScope { readStatements(statement.body.statements) } }
  }

  func inScope(_ names: [String: Local] = [:], _ read: () -> Void) {
    scopes.append(names)
    read()
    release(scopes.removeLast())
  }

  /// The functions of a scope can be used before they stand there, also by each other.
  func declareFunctions(in statements: CodeBlockItemListSyntax) {
    let functions = statements.compactMap { $0.item.as(FunctionDeclSyntax.self) }
    guard !functions.isEmpty else { return }
    // They see the variables of their scope, too.
    let variables = statements.compactMap { $0.item.as(VariableDeclSyntax.self) }
    for name in variables.flatMap(\.bindings).flatMap(\.pattern.names) { bind(name) }
    for function in functions { bind(function.name.plainText, Local(of: function, in: self)) }
    // Two that use each other need a second look; deep in other functions one is enough.
    for _ in 0..<(functions.count > 1 && scopes.count < 6 ? 2 : 1) {
      for function in functions {
        let (uses, held) = body {
          readFunction(function.signature, function.body, isLocal: true)
        }
        var local = Local(of: function, in: self)
        local.uses = uses + held
        bind(function.name.plainText, local)
      }
    }
  }

  func bind(_ name: String, _ local: Local = Local()) {
    guard !scopes.isEmpty else { return }
    scopes[scopes.count - 1][name] = local
  }

  func local(_ name: String) -> Local? {
    scopes.reversed().lazy.compactMap { $0[name] }.first
  }

  // MARK: Events

  func add(_ use: BlockFlow.Use) {
    let place = BlockFlow.Place(
      statement: frame.statements.last?.span ?? CodeSpan(start: use.offset, end: use.offset),
      outermost: frame.statements.first?.span ?? CodeSpan(start: use.offset, end: use.offset),
      skippable: frame.statements.last { $0.isSkippable }?.span)
    frame.events.append(.use(use, place))
  }

  /// Uses that stood elsewhere, as a local function's do, count where that is used.
  func add(_ uses: [BlockFlow.Use], at offset: Int) {
    for var use in uses {
      use.offset = offset
      add(use)
    }
  }

  func use(
    _ kind: BlockFlow.Use.Kind, _ name: String, _ role: BlockFlow.Use.Role = .runs,
    receiver: String? = nil, labels: [String]? = nil, base: Origin? = nil,
    operands: [Origin?]? = nil, at node: some SyntaxProtocol
  ) {
    add(
      BlockFlow.Use(
        kind: kind, name: name, role: role, receiver: receiver, owner: owner, labels: labels,
        base: base, arguments: operands?.map { BlockFlow.Argument(label: "_", origin: $0) } ?? [],
        offset: node.codeSpan.start))
  }

  func useName(
    _ node: DeclReferenceExprSyntax, _ role: BlockFlow.Use.Role = .runs, labels: [String]? = nil
  ) {
    switch node.baseName.tokenKind {
    case .keyword(.Self):
      // `Self()` makes one of the type around.
      if let owner, labels != nil { use(.initializer, owner, role, labels: labels, at: node) }
      return
    case .keyword(.self), .keyword(.super), .dollarIdentifier: return
    case .binaryOperator, .prefixOperator, .postfixOperator:
      return use(.infix, node.baseName.text, role, at: node)
    default: break
    }
    let name = node.baseName.plainText
    if let local = local(name) {
      // What is caught by a closure that is kept outlives its scope.
      if let key = local.key, local.frame != frame.id { escaping.insert(key) }
      if role != .kept {
        add(local.uses, at: node.codeSpan.start)
      } else {
        frame.held += local.uses
      }
      return
    }
    use(.name, name, role, labels: labels ?? node.argumentNames?.labels, at: node)
  }

  func giveValue(
    _ name: String, at node: some SyntaxProtocol, isDeclaration: Bool = true
  ) {
    guard local(name) == nil else { return }
    frame.events.append(
      .value(of: name, at: node.codeSpan.start, isDeclaration: isDeclaration))
  }

  // MARK: Any node

  func readChildren(_ node: some SyntaxProtocol) {
    for child in node.children(viewMode: .sourceAccurate) { read(child) }
  }

  func read(_ node: Syntax) {
    switch node.as(SyntaxEnum.self) {
    case .token, .identifierType, .memberType, .someOrAnyType, .functionType, .tupleType,
      .arrayType,
      .dictionaryType, .optionalType, .attributedType, .typeAnnotation, .importDecl, .attribute,
      .associatedTypeDecl, .operatorDecl, .precedenceGroupDecl,
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
    case .typeAliasDecl(let alias):
      note(origin(of: alias.initializer.value), for: alias.name.plainText)
    case .functionDecl(let function): readDeclaration(function)
    case .variableDecl(let variable): readVariables(variable)
    case .ifExpr(let statement):
      inScope {
        readChildren(statement.conditions)
        read(Syntax(statement.body))
      }
      if let other = statement.elseBody { read(Syntax(other)) }
    case .guardStmt(let statement): readGuard(statement)
    case .returnStmt(let statement):
      readChildren(statement)
      if let value = statement.expression { bring(value) }
    case .throwStmt(let statement):
      readChildren(statement)
      note(origin(of: statement.expression), for: OriginKey.thrown)
    case .whileStmt(let statement): inScope { readChildren(statement) }
    case .repeatStmt(let statement):
      read(Syntax(statement.body))
      read(Syntax(statement.condition))
    case .forStmt(let statement):
      if let name = statement.sequence.as(DeclReferenceExprSyntax.self),
        ElementCallSearch.onlyLooks(
          in: [Syntax(statement.body), statement.whereClause.map { Syntax($0) }].compactMap { $0 },
          at: statement.pattern.names)
      {
        useName(name, .glanced)
      } else {
        read(Syntax(statement.sequence))
      }
      let sequence = origin(of: statement.sequence)
      useImplicitly(.iteration, of: sequence, at: statement)
      inScope {
        readElementPattern(statement.pattern, of: statement.sequence, sequence)
        if let condition = statement.whereClause { read(Syntax(condition)) }
        read(Syntax(statement.body))
      }
    case .ifConfigDecl(let choice):
      if let clause = choice.clauses.first(where: \.isActive),
        case .statements(let statements) = clause.elements
      {
        readStatements(statements)
      }
    case .switchExpr(let choice): readSwitch(choice)
    case .catchClause(let clause): readCatch(clause)
    case .matchingPatternCondition(let condition):
      read(Syntax(condition.initializer.value))
      readPattern(condition.pattern, origin(of: condition.initializer.value))
    case .optionalBindingCondition(let binding): readBinding(binding)
    case .identifierPattern(let pattern):
      bind(pattern.identifier.plainText, Local(origin: nil))
    default: readExpression(node)
    }
  }

  func readExpression(_ node: Syntax) {
    switch node.as(SyntaxEnum.self) {
    case .declReferenceExpr(let name): useName(name)
    case .memberAccessExpr(let access): readMember(access)
    case .functionCallExpr(let call): readCall(call)
    case .subscriptCallExpr(let access):
      // What an element holds does not run by being looked at.
      if let name = access.calledExpression.as(DeclReferenceExprSyntax.self) {
        useName(name, .glanced)
      } else {
        read(Syntax(access.calledExpression))
      }
      for argument in access.arguments { readArgument(argument.expression, of: .nothing) }
      use(.index, "", receiver: type(of: access.calledExpression), at: access)
      useSubscript(access)
    case .sequenceExpr(let sequence): readSequence(sequence)
    case .binaryOperatorExpr(let infix): use(.infix, infix.operator.text, at: infix)
    case .prefixOperatorExpr(let prefix):
      read(Syntax(prefix.expression))
      use(
        .infix, prefix.operator.text, receiver: type(of: prefix.expression),
        operands: [origin(of: prefix.expression)], at: prefix)
    case .postfixOperatorExpr(let postfix):
      read(Syntax(postfix.expression))
      use(
        .infix, postfix.operator.text, receiver: type(of: postfix.expression),
        operands: [origin(of: postfix.expression)], at: postfix)
    case .closureExpr(let closure): readClosure(closure)
    case .keyPathExpr(let path):
      for component in path.components {
        if let property = component.component.as(KeyPathPropertyComponentSyntax.self) {
          use(
            .member, property.declName.baseName.plainText, receiver: path.root?.baseName, at: path)
        }
      }
    case .dictionaryExpr(let dictionary):
      readChildren(dictionary)
      guard case .elements(let elements) = dictionary.content else { return }
      for element in elements { useImplicitly(.hashing, of: element.key) }
    case .expressionSegment(let segment):
      for argument in segment.expressions {
        read(Syntax(argument.expression))
        useImplicitly(.description, of: argument.expression)
      }
      hand(
        segment.expressions.map { part in
          let origin = origin(of: part.expression) ?? part.label.map { _ in .either([]) }
          return BlockFlow.Argument(label: part.label?.plainText ?? "_", origin: origin)
        }, to: ImplicitCalls.interpolation, at: segment)
    default: readChildren(node)
    }
  }
}
