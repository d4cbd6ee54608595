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
  }

  /// What is being read: the block itself, or a body.
  struct Frame {
    var events: [BlockFlow.Event] = []
    var held: [BlockFlow.Use] = []
    var statements: [(span: CodeSpan, isSkippable: Bool)] = []

    var uses: [BlockFlow.Use] {
      events.compactMap { if case .use(let use, _) = $0 { use } else { nil } }
    }
  }

  var scopes: [[String: Local]] = []
  var frame = Frame()
  var owner: String?
  /// The type of the variable whose value is read, where it says one.
  var expectedType: String?
  /// Whether what is read belongs to the block itself.
  var isTopLevel: Bool { scopes.isEmpty && owner == nil }

  static func read(_ tree: SourceFileSyntax) -> BlockFlow {
    let reader = FlowReader()
    reader.readStatements(tree.statements)
    reader.flow.events = reader.frame.events
    return reader.flow
  }

  // MARK: Bodies

  /// What some code does when it runs, and what closures that it keeps or brings do.
  func body(_ read: () -> Void) -> (uses: [BlockFlow.Use], held: [BlockFlow.Use]) {
    let outer = frame
    frame = Frame()
    scopes.append([:])
    read()
    scopes.removeLast()
    let inner = frame
    frame = outer
    return (inner.uses, inner.held)
  }

  func addBody(
    _ kind: BlockFlow.Use.Kind, _ name: String, _ signature: FunctionSignatureSyntax? = nil,
    _ read: () -> Void
  ) {
    let labels = signature?.labels
    let defaults = signature.map(defaults(of:)) ?? []
    let (uses, held) = body(read)
    guard !uses.isEmpty || !held.isEmpty || !defaults.isEmpty || labels != nil else { return }
    flow.bodies.append(
      BlockFlow.Body(
        kind: kind, name: name, owner: owner, labels: labels,
        keepsClosures: signature?.keepsClosures ?? false, uses: uses, defaults: defaults, held: held
      ))
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
      // A check asks a value for its description.
      if item.isSkippable, let value = item.item.as(ExprSyntax.self) {
        useDescription(of: value)
      }
      frame.statements.removeLast()
    }
    for statement in deferred.reversed() { inScope { readStatements(statement.body.statements) } }
  }

  func inScope(_ names: [String: Local] = [:], _ read: () -> Void) {
    scopes.append(names)
    read()
    scopes.removeLast()
  }

  /// The functions of a scope can be used before they stand there, also by each other.
  func declareFunctions(in statements: CodeBlockItemListSyntax) {
    let functions = statements.compactMap { $0.item.as(FunctionDeclSyntax.self) }
    guard !functions.isEmpty else { return }
    // They see the variables of their scope, too.
    let variables = statements.compactMap { $0.item.as(VariableDeclSyntax.self) }
    for name in variables.flatMap(\.bindings).flatMap(\.pattern.names) { bind(name) }
    for function in functions { bind(function.name.plainText, Local()) }
    // Two that use each other need a second look; deep in other functions one is enough.
    for _ in 0..<(functions.count > 1 && scopes.count < 6 ? 2 : 1) {
      for function in functions {
        let (uses, held) = body { readFunction(function.signature, function.body) }
        bind(function.name.plainText, Local(uses: uses + held))
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
    receiver: String? = nil, labels: [String]? = nil, at node: some SyntaxProtocol
  ) {
    add(
      BlockFlow.Use(
        kind: kind, name: name, role: role, receiver: receiver, owner: owner, labels: labels,
        offset: node.codeSpan.start))
  }

  func useName(
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
      if let clause = choice.clauses.first(where: \.isActive),
        case .statements(let statements) = clause.elements
      {
        readStatements(statements)
      }
    case .switchCase(let branch): inScope { readChildren(branch) }
    case .catchClause(let clause): inScope(["error": Local()]) { readChildren(clause) }
    case .optionalBindingCondition(let binding): readBinding(binding)
    case .identifierPattern(let pattern): bind(pattern.identifier.plainText)
    default: readExpression(node)
    }
  }

  func readExpression(_ node: Syntax) {
    switch node.as(SyntaxEnum.self) {
    case .declReferenceExpr(let name): useName(name)
    case .memberAccessExpr(let access): readMember(access)
    case .functionCallExpr(let call): readCall(call)
    case .subscriptCallExpr(let access):
      read(Syntax(access.calledExpression))
      for argument in access.arguments { readArgument(argument.expression, of: .nothing) }
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
  func useDescription(of value: ExprSyntax) {
    guard let type = type(of: value), !Self.isPlain(type) else { return }
    for name in ["description", "debugDescription"] {
      use(.member, name, receiver: type, at: value)
    }
  }
}
