import SwiftParser
import SwiftSyntax

/// The names that a piece of code declares and uses, as far as its syntax tells.
///
/// They say which code can depend on which, so that a block which did not change, and depends
/// on none that did, need not be compiled again. Where syntax alone can't tell, they err on the
/// side of depending.
public struct BlockNames: Hashable, Sendable {
  /// What the code declares at the top level, functions aside.
  public var declared: Set<String> = []
  /// Functions that it declares there, and operators, those of extensions included.
  public var functions: Set<Function> = []
  /// Members that it declares, in types and in extensions.
  public var members: Set<String> = []
  /// Members that it adds to types.
  public var extendedMembers: Set<String> = []
  /// What it binds in scopes of its own, such as parameters and local variables.
  public var bound: Set<String> = []
  /// Names that it uses without a dot before them.
  public var used: Set<String> = []
  /// Names that it uses behind a dot.
  public var usedMembers: Set<String> = []
  /// Operators that it uses.
  public var usedOperators: Set<String> = []
  /// The types that it extends so that code which names nothing of the extension may change
  /// its meaning: by a conformance, an initializer, a subscript.
  public var extended: Set<String> = []
  /// The modules that it imports, as written.
  public var imports: [String] = []
  /// Whether later code may depend on it without naming anything of it.
  public var reachesAll = false
  /// Whether it means something else when it does not share a file with the rest, such as
  /// `#line`, or a `defer` at the top level.
  public var isInseparable = false

  /// A function that code before it may mean instead of another of that name, wherever it has
  /// something to pass to it.
  public struct Function: Hashable, Sendable {
    /// The name without its parameters; an operator as it is written.
    public var name: String
    /// Whether it is written between, before or behind its operands.
    public var isOperator: Bool
    /// The names of types in its parameters; for a generic parameter there is none.
    public var parameters: Set<String>

    /// A function of this name that takes parameters of these types.
    public init(name: String, isOperator: Bool, parameters: Set<String>) {
      self.name = name
      self.isOperator = isOperator
      self.parameters = parameters
    }
  }

  /// No names.
  public init() {}

  /// The names in some code.
  public init(of code: String) {
    let found = SwiftCode.read(code) { tree in
      let collector = NameCollector(viewMode: .sourceAccurate)
      collector.walk(tree)
      return (names: collector.names, hasError: tree.hasError)
    }
    self = found?.names ?? BlockNames()
    if found?.hasError != false { isInseparable = true }
  }

  /// Whether code with these names may depend on earlier code with `other`'s.
  public func mayDepend(on other: BlockNames) -> Bool {
    other.reachesAll
      || !used.isDisjoint(with: other.declared)
      || other.functions.contains { used.contains($0.name) }
      || !used.isDisjoint(with: other.members)
      || !usedMembers.isDisjoint(with: other.members)
  }
}

/// Collects names from a block's syntax tree.
private final class NameCollector: SyntaxVisitor {
  var names = BlockNames()
  /// How many extensions, and how many types or extensions, enclose the node.
  private var extensionDepth = 0
  private var typeDepth = 0

  // MARK: Declarations

  private func declare(_ name: TokenSyntax, by node: some SyntaxProtocol) {
    let name = name.text.trimming("`")
    if node.parent?.is(MemberBlockItemSyntax.self) == true {
      names.members.insert(name)
      if extensionDepth > 0 { names.extendedMembers.insert(name) }
    } else if isTopLevel(node) {
      names.declared.insert(name)
    } else {
      names.bound.insert(name)
    }
  }

  private func isTopLevel(_ node: some SyntaxProtocol) -> Bool {
    node.parent?.parent?.parent?.is(SourceFileSyntax.self) == true
  }

  override func visit(_ node: StructDeclSyntax) -> SyntaxVisitorContinueKind {
    enterType(node.name, node)
  }
  override func visit(_ node: ClassDeclSyntax) -> SyntaxVisitorContinueKind {
    enterType(node.name, node)
  }
  override func visit(_ node: EnumDeclSyntax) -> SyntaxVisitorContinueKind {
    enterType(node.name, node)
  }
  override func visit(_ node: ActorDeclSyntax) -> SyntaxVisitorContinueKind {
    enterType(node.name, node)
  }
  override func visit(_ node: ProtocolDeclSyntax) -> SyntaxVisitorContinueKind {
    enterType(node.name, node)
  }
  override func visitPost(_ node: StructDeclSyntax) { typeDepth -= 1 }
  override func visitPost(_ node: ClassDeclSyntax) { typeDepth -= 1 }
  override func visitPost(_ node: EnumDeclSyntax) { typeDepth -= 1 }
  override func visitPost(_ node: ActorDeclSyntax) { typeDepth -= 1 }
  override func visitPost(_ node: ProtocolDeclSyntax) { typeDepth -= 1 }

  private func enterType(
    _ name: TokenSyntax, _ node: some SyntaxProtocol
  ) -> SyntaxVisitorContinueKind {
    declare(name, by: node)
    typeDepth += 1
    return .visitChildren
  }

  override func visit(_ node: ExtensionDeclSyntax) -> SyntaxVisitorContinueKind {
    names.reachesAll = true
    if node.inheritanceClause != nil { extend(node) }
    extensionDepth += 1
    typeDepth += 1
    return .visitChildren
  }
  override func visitPost(_ node: ExtensionDeclSyntax) {
    extensionDepth -= 1
    typeDepth -= 1
  }

  private func extend(_ node: ExtensionDeclSyntax) {
    let name = node.extendedType.trimmedDescription
    names.extended.insert(String(name.prefix { $0 != "." && $0 != "<" }))
  }

  /// A member of an extension that is used without its name.
  private func addUnnamedMember(_ node: some SyntaxProtocol) {
    guard extensionDepth > 0 else { return }
    var parent = node.parent
    while let current = parent {
      if let declaration = current.as(ExtensionDeclSyntax.self) { return extend(declaration) }
      parent = current.parent
    }
  }

  override func visit(_ node: InitializerDeclSyntax) -> SyntaxVisitorContinueKind {
    addUnnamedMember(node)
    return .visitChildren
  }
  override func visit(_ node: SubscriptDeclSyntax) -> SyntaxVisitorContinueKind {
    addUnnamedMember(node)
    return .visitChildren
  }

  override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind {
    let name = node.name.text.trimming("`")
    let types = node.signature.parameterClause.parameters.compactMap { parameter in
      parameter.type.as(IdentifierTypeSyntax.self)?.name.text
    }
    if case .identifier = node.name.tokenKind {
      if isTopLevel(node) {
        names.functions.insert(
          BlockNames.Function(name: name, isOperator: false, parameters: Set(types)))
      } else {
        declare(node.name, by: node)
      }
      // Called by the language itself, as in `f(x)`, `for x in f` and string interpolation.
      let unnamed: Set = [
        "callAsFunction", "makeIterator", "next", "appendInterpolation", "dynamicallyCall",
      ]
      if unnamed.contains(node.name.text) { addUnnamedMember(node) }
    } else {
      names.reachesAll = true
      // An operator on a type of the code's own concerns nothing before that type.
      if typeDepth == 0 || extensionDepth > 0 {
        names.functions.insert(
          BlockNames.Function(name: name, isOperator: true, parameters: Set(types)))
      }
    }
    return .visitChildren
  }
  override func visit(_ node: TypeAliasDeclSyntax) -> SyntaxVisitorContinueKind {
    declare(node.name, by: node)
    if node.name.text.hasSuffix("LiteralType") { names.isInseparable = true }
    return .visitChildren
  }
  override func visit(_ node: AssociatedTypeDeclSyntax) -> SyntaxVisitorContinueKind {
    declare(node.name, by: node)
    return .visitChildren
  }
  override func visit(_ node: EnumCaseElementSyntax) -> SyntaxVisitorContinueKind {
    names.members.insert(node.name.text.trimming("`"))
    return .visitChildren
  }
  override func visit(_ node: VariableDeclSyntax) -> SyntaxVisitorContinueKind {
    for binding in node.bindings {
      for name in Self.identifiers(in: Syntax(binding.pattern)) { declare(name, by: node) }
    }
    return .visitChildren
  }
  override func visit(_ node: IdentifierPatternSyntax) -> SyntaxVisitorContinueKind {
    var parent = node.parent
    while let current = parent, current.is(PatternSyntax.self) || isTuplePart(current) {
      parent = current.parent
    }
    // What a `let`, a `var` or a member declares has been seen with it.
    if parent?.is(PatternBindingSyntax.self) != true { bind(node.identifier, node) }
    return .visitChildren
  }

  private func isTuplePart(_ node: Syntax) -> Bool {
    node.is(TuplePatternElementListSyntax.self) || node.is(TuplePatternElementSyntax.self)
  }

  private static func identifiers(in pattern: Syntax) -> [TokenSyntax] {
    if let pattern = pattern.as(IdentifierPatternSyntax.self) { return [pattern.identifier] }
    return pattern.children(viewMode: .sourceAccurate).flatMap(identifiers)
  }

  /// A name that a scope binds: at the top level `guard let` binds it for all that follows.
  private func bind(_ name: TokenSyntax, _ node: some SyntaxProtocol) {
    var parent = node.parent
    while let current = parent {
      if let statement = current.as(GuardStmtSyntax.self), isTopLevel(statement) {
        names.isInseparable = true
      }
      if current.is(CodeBlockSyntax.self) || current.is(ClosureExprSyntax.self) { break }
      parent = current.parent
    }
    names.bound.insert(name.text.trimming("`"))
  }

  override func visit(_ node: FunctionParameterSyntax) -> SyntaxVisitorContinueKind {
    names.bound.insert((node.secondName ?? node.firstName).text.trimming("`"))
    return .visitChildren
  }
  override func visit(_ node: ClosureShorthandParameterSyntax) -> SyntaxVisitorContinueKind {
    names.bound.insert(node.name.text.trimming("`"))
    return .visitChildren
  }
  override func visit(_ node: ClosureParameterSyntax) -> SyntaxVisitorContinueKind {
    names.bound.insert((node.secondName ?? node.firstName).text.trimming("`"))
    return .visitChildren
  }
  override func visit(_ node: GenericParameterSyntax) -> SyntaxVisitorContinueKind {
    names.bound.insert(node.name.text)
    return .visitChildren
  }

  override func visit(_ node: ImportDeclSyntax) -> SyntaxVisitorContinueKind {
    names.imports.append(node.trimmedDescription)
    return .skipChildren
  }
  override func visit(_ node: OperatorDeclSyntax) -> SyntaxVisitorContinueKind {
    names.functions.insert(
      BlockNames.Function(name: node.name.text, isOperator: true, parameters: []))
    names.reachesAll = true
    return .visitChildren
  }
  override func visit(_ node: PrecedenceGroupDeclSyntax) -> SyntaxVisitorContinueKind {
    names.declared.insert(node.name.text)
    names.reachesAll = true
    return .visitChildren
  }

  // MARK: What needs the whole file

  override func visit(_ node: DeferStmtSyntax) -> SyntaxVisitorContinueKind {
    if isTopLevel(node) { names.isInseparable = true }
    return .visitChildren
  }
  override func visit(_ node: AwaitExprSyntax) -> SyntaxVisitorContinueKind {
    names.isInseparable = true
    return .visitChildren
  }
  override func visit(_ node: ForStmtSyntax) -> SyntaxVisitorContinueKind {
    if node.awaitKeyword != nil { names.isInseparable = true }
    return .visitChildren
  }
  override func visit(_ node: IfConfigDeclSyntax) -> SyntaxVisitorContinueKind {
    names.isInseparable = true
    return .visitChildren
  }
  override func visit(_ node: MacroExpansionExprSyntax) -> SyntaxVisitorContinueKind {
    if node.macroName.text != "selector" { names.isInseparable = true }
    return .visitChildren
  }
  override func visit(_ node: MacroDeclSyntax) -> SyntaxVisitorContinueKind {
    names.isInseparable = true
    return .visitChildren
  }
  override func visit(_ node: DeclModifierSyntax) -> SyntaxVisitorContinueKind {
    if node.name.tokenKind == .keyword(.async) { names.isInseparable = true }
    // Private to the file, and so to be used in the rest of it.
    if node.name.text == "private" || node.name.text == "fileprivate", node.detail == nil {
      if extensionDepth > 0 || typeDepth == 0 { names.isInseparable = true }
    }
    return .visitChildren
  }

  // MARK: Uses

  override func visit(_ node: DeclReferenceExprSyntax) -> SyntaxVisitorContinueKind {
    let name = node.baseName.text.trimming("`")
    if case .binaryOperator = node.baseName.tokenKind {
      names.usedOperators.insert(name)
    } else if let access = node.parent?.as(MemberAccessExprSyntax.self),
      access.declName.id == node.id
    {
      names.usedMembers.insert(name)
    } else if node.parent?.is(KeyPathPropertyComponentSyntax.self) == true {
      names.usedMembers.insert(name)
    } else {
      names.used.insert(name)
    }
    return .visitChildren
  }
  override func visit(_ node: BinaryOperatorExprSyntax) -> SyntaxVisitorContinueKind {
    names.usedOperators.insert(node.operator.text)
    return .visitChildren
  }
  override func visit(_ node: PrefixOperatorExprSyntax) -> SyntaxVisitorContinueKind {
    names.usedOperators.insert(node.operator.text)
    return .visitChildren
  }
  override func visit(_ node: PostfixOperatorExprSyntax) -> SyntaxVisitorContinueKind {
    names.usedOperators.insert(node.operator.text)
    return .visitChildren
  }
  override func visit(_ node: IdentifierTypeSyntax) -> SyntaxVisitorContinueKind {
    names.used.insert(node.name.text.trimming("`"))
    return .visitChildren
  }
  override func visit(_ node: MemberTypeSyntax) -> SyntaxVisitorContinueKind {
    names.usedMembers.insert(node.name.text.trimming("`"))
    return .visitChildren
  }
  override func visit(_ node: OptionalBindingConditionSyntax) -> SyntaxVisitorContinueKind {
    // `if let x` uses the `x` outside.
    if node.initializer == nil {
      for name in Self.identifiers(in: Syntax(node.pattern)) { names.used.insert(name.text) }
    }
    return .visitChildren
  }
}

extension String {
  fileprivate func trimming(_ character: Character) -> String {
    var text = self[...]
    while text.first == character { text.removeFirst() }
    while text.last == character { text.removeLast() }
    return String(text)
  }
}
