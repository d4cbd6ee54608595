import SwiftSyntax

/// The names that code mentions and that nothing around them binds, each with where it stands first.
///
/// What is mentioned above the variable of that name may come to read it, whatever the code around does
/// with it.
struct MentionedNames {
  private var offsets: [String: Int] = [:]
  /// What is bound around the code that is read, from the outside in.
  private var bound: [Set<String>] = []
  /// The members of the types around.
  private var members: [Set<String>] = []
  /// Whether the code that is read sees the members of the innermost of these, from the outside in.
  private var seesMembers: [Bool] = []

  static func offsets(in tree: SourceFileSyntax) -> [String: Int] {
    var names = MentionedNames()
    names.read(Syntax(tree))
    return names.offsets
  }

  private mutating func read(_ node: Syntax) {
    switch node.as(SyntaxEnum.self) {
    case .token: return
    case .declReferenceExpr(let name): mention(name.baseName.plainText, at: name)
    case .optionalBindingCondition(let condition) where condition.initializer == nil:
      for name in condition.pattern.names { mention(name, at: condition) }
    default: break
    }
    if let block = node.as(MemberBlockSyntax.self) {
      members.append(block.memberNames)
      seesMembers.append(false)
    }
    // Where a member of a type gets its value, there are no other members yet.
    let entersBody = node.hasMembers && seesMembers.last == false
    if entersBody { seesMembers[seesMembers.count - 1] = true }
    bound.append(node.boundNames)
    for child in node.children(viewMode: .sourceAccurate) {
      read(child)
      // What a statement binds is there for those after it.
      if let item = child.as(CodeBlockItemSyntax.self), bound.count > 1 {
        bound[bound.count - 1].formUnion(item.item.declaredNames)
      }
    }
    bound.removeLast()
    if entersBody { seesMembers[seesMembers.count - 1] = false }
    if node.is(MemberBlockSyntax.self) {
      members.removeLast()
      seesMembers.removeLast()
    }
  }

  private mutating func mention(_ name: String, at node: some SyntaxProtocol) {
    if let access = node.parent?.as(MemberAccessExprSyntax.self), access.base != nil,
      access.declName.id == node.id
    {
      return
    }
    let isMember = zip(members, seesMembers).contains { $1 && $0.contains(name) }
    guard !isMember, !bound.contains(where: { $0.contains(name) }) else { return }
    offsets[name] = min(offsets[name] ?? .max, node.codeSpan.start)
  }
}

extension Syntax {
  /// Whether code in it sees the members of the type around.
  fileprivate var hasMembers: Bool {
    self.is(CodeBlockSyntax.self) || self.is(AccessorBlockSyntax.self)
  }

  /// The names that the node binds for what is in it.
  fileprivate var boundNames: Set<String> {
    switch self.as(SyntaxEnum.self) {
    case .codeBlock, .accessorBlock: return parent?.namesForBody ?? []
    case .codeBlockItemList(let statements):
      // What stands at the top level binds nothing: it is what the names are looked for in.
      guard parent?.is(SourceFileSyntax.self) == false else { return [] }
      // Functions are seen by those before them, too.
      let functions = statements.compactMap { $0.item.as(FunctionDeclSyntax.self)?.name.plainText }
      return Set(functions).union(parent?.namesForBody ?? [])
    case .closureExpr(let closure): return Set(closure.parameterNames)
    default: return []
    }
  }

  /// The names that a statement or a declaration binds for its body.
  private var namesForBody: Set<String> {
    switch self.as(SyntaxEnum.self) {
    case .functionDecl(let function): return function.signature.parameterClause.names
    case .initializerDecl(let initializer): return initializer.signature.parameterClause.names
    case .subscriptDecl(let access): return access.parameterClause.names
    case .accessorDecl(let accessor):
      return Set(["newValue", "oldValue", accessor.parameters?.name.plainText].compactMap { $0 })
    case .forStmt(let statement): return Set(statement.pattern.names)
    case .ifExpr(let statement): return statement.conditions.names
    case .whileStmt(let statement): return statement.conditions.names
    case .catchClause(let clause):
      return Set(clause.catchItems.flatMap { $0.pattern?.allNames ?? [] } + ["error"])
    case .switchCase(let choice):
      guard case .case(let label) = choice.label else { return [] }
      return Set(label.caseItems.flatMap(\.pattern.allNames))
    default: return []
    }
  }
}

extension CodeBlockItemSyntax.Item {
  /// The names that a statement binds for those around it.
  fileprivate var declaredNames: [String] {
    switch self {
    case .decl(let declaration): declaration.declaredNames
    case .stmt(let statement):
      statement.as(GuardStmtSyntax.self).map { Array($0.conditions.names) } ?? []
    default: []
    }
  }
}

extension DeclSyntax {
  fileprivate var declaredNames: [String] {
    switch self.as(DeclSyntaxEnum.self) {
    case .variableDecl(let variable): variable.bindings.flatMap(\.pattern.names)
    case .functionDecl(let function): [function.name.plainText]
    case .enumCaseDecl(let cases): cases.elements.map(\.name.plainText)
    default: []
    }
  }
}

extension MemberBlockSyntax {
  fileprivate var memberNames: Set<String> { Set(members.flatMap(\.decl.declaredNames)) }
}

extension FunctionParameterClauseSyntax {
  fileprivate var names: Set<String> {
    Set(parameters.map { ($0.secondName ?? $0.firstName).plainText })
  }
}

extension ConditionElementListSyntax {
  fileprivate var names: Set<String> {
    Set(
      flatMap { element -> [String] in
        switch element.condition {
        case .optionalBinding(let binding): binding.pattern.names
        case .matchingPattern(let matching): matching.pattern.allNames
        default: []
        }
      })
  }
}

extension PatternSyntax {
  /// The names that it binds, however deep.
  fileprivate var allNames: [String] {
    tokens(viewMode: .sourceAccurate).compactMap { token in
      token.parent?.as(IdentifierPatternSyntax.self)?.identifier.plainText
    }
  }
}
