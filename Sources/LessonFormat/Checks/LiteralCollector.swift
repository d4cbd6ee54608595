import SwiftSyntax

/// Walks through the code that may run and collects its literals, by what declares them.
final class LiteralCollector: LiveCodeVisitor {
  private(set) var texts: [CodeLiterals.Text] = []
  private var found: [Found] = [Found()]
  /// The declarations around, the innermost last.
  private var around: [Around] = [Around(index: 0, type: nil, holdsDeclarations: true)]

  private struct Found {
    var name: String?
    var owner: String?
    var numbers: Set<Double> = []
    var mentions: Set<String> = []
  }

  private struct Around {
    /// The place of what is found in it.
    var index: Int
    var type: String?
    /// Whether functions in it are declarations of their own.
    var holdsDeclarations: Bool
  }

  var numbers: Set<Double> { found.reduce(into: []) { $0.formUnion($1.numbers) } }

  var declarations: [CodeLiterals.Declaration] {
    found.map {
      CodeLiterals.Declaration(
        name: $0.name, owner: $0.owner, numbers: $0.numbers.sorted(), mentions: $0.mentions)
    }
  }

  private var current: Around { around[around.count - 1] }

  // MARK: Literals and names

  private func add(_ literal: TokenSyntax, _ node: some ExprSyntaxProtocol) {
    guard let size = Self.value(of: literal.text) else { return }
    let sign = node.parent?.as(PrefixOperatorExprSyntax.self)?.operator.text
    found[current.index].numbers.insert(sign == "-" ? -size : size)
  }

  private static func value(of literal: String) -> Double? {
    let digits = literal.filter { $0 != "_" }
    for (prefix, radix) in [("0b", 2), ("0o", 8)] where digits.hasPrefix(prefix) {
      return Int(digits.dropFirst(2), radix: radix).map(Double.init)
    }
    return Double(digits)
  }

  override func visit(_ node: FloatLiteralExprSyntax) -> SyntaxVisitorContinueKind {
    add(node.literal, node)
    return .skipChildren
  }

  override func visit(_ node: IntegerLiteralExprSyntax) -> SyntaxVisitorContinueKind {
    add(node.literal, node)
    return .skipChildren
  }

  override func visit(_ node: StringLiteralExprSyntax) -> SyntaxVisitorContinueKind {
    let pounds = node.openingPounds?.text.count ?? 0
    for case .stringSegment(let segment) in node.segments {
      let content = segment.content
      let text = StringEscapes.resolved(content.text, pounds: pounds)
      guard !DecimalNumbers.find(in: text).isEmpty else { continue }
      texts.append(
        CodeLiterals.Text(
          text: text,
          span: CodeSpan(
            start: content.positionAfterSkippingLeadingTrivia.utf8Offset,
            end: content.endPositionBeforeTrailingTrivia.utf8Offset)))
    }
    return .visitChildren
  }

  override func visit(_ token: TokenSyntax) -> SyntaxVisitorContinueKind {
    switch token.tokenKind {
    case .identifier: found[current.index].mentions.insert(token.plainText)
    // `$value` is what a property wrapper gives beside `value`.
    case .dollarIdentifier(let text):
      found[current.index].mentions.insert(String(text.dropFirst()))
    default: break
    }
    return .skipChildren
  }

  // MARK: Declarations

  /// Goes through what stands in a declaration, as something of its own.
  private func enter(
    _ name: String?, type: String? = nil, holdsDeclarations: Bool = false, owner: String?,
    _ node: some SyntaxProtocol
  ) -> SyntaxVisitorContinueKind {
    found.append(Found(name: name, owner: owner))
    return walk(
      below: node,
      as: Around(index: found.count - 1, type: type, holdsDeclarations: holdsDeclarations))
  }

  /// Goes through what stands in a node, as a part of what is around.
  private func stay(_ node: some SyntaxProtocol) -> SyntaxVisitorContinueKind {
    walk(
      below: node, as: Around(index: current.index, type: current.type, holdsDeclarations: false))
  }

  private func walk(
    below node: some SyntaxProtocol, as inner: Around
  ) -> SyntaxVisitorContinueKind {
    around.append(inner)
    for child in node.children(viewMode: viewMode) { walk(child) }
    around.removeLast()
    return .skipChildren
  }

  private func enterType(
    _ name: TokenSyntax, _ attributes: AttributeListSyntax, _ node: some SyntaxProtocol
  ) -> SyntaxVisitorContinueKind {
    guard current.holdsDeclarations else { return stay(node) }
    let name = name.plainText
    return enter(
      attributes.arePlain ? name : nil, type: name, holdsDeclarations: true, owner: nil, node)
  }

  override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind {
    guard current.holdsDeclarations else { return stay(node) }
    let isNamed =
      if case .identifier = node.name.tokenKind {
        node.attributes.arePlain && !node.modifiers.override
      } else { false }
    return enter(isNamed ? node.name.plainText : nil, owner: current.type, node)
  }

  override func visit(_ node: VariableDeclSyntax) -> SyntaxVisitorContinueKind {
    guard current.holdsDeclarations, node.bindings.count == 1, let binding = node.bindings.first,
      let name = binding.pattern.as(IdentifierPatternSyntax.self)?.identifier.plainText,
      node.attributes.arePlain, !node.modifiers.override
    else { return stay(node) }
    let isComputed = binding.initializer == nil && binding.accessorBlock?.isComputed == true
    let isClosure =
      current.type == nil && binding.accessorBlock == nil
      && binding.initializer?.value.is(ClosureExprSyntax.self) == true
    guard isComputed || isClosure else { return stay(node) }
    return enter(name, owner: current.type, node)
  }

  override func visit(_ node: StructDeclSyntax) -> SyntaxVisitorContinueKind {
    enterType(node.name, node.attributes, node)
  }
  override func visit(_ node: ClassDeclSyntax) -> SyntaxVisitorContinueKind {
    enterType(node.name, node.attributes, node)
  }
  override func visit(_ node: EnumDeclSyntax) -> SyntaxVisitorContinueKind {
    enterType(node.name, node.attributes, node)
  }
  override func visit(_ node: ActorDeclSyntax) -> SyntaxVisitorContinueKind {
    enterType(node.name, node.attributes, node)
  }
  override func visit(_ node: ExtensionDeclSyntax) -> SyntaxVisitorContinueKind {
    guard current.holdsDeclarations, let name = node.extendedType.baseName else {
      return stay(node)
    }
    return enter(nil, type: name, holdsDeclarations: true, owner: name, node)
  }
  override func visit(_ node: InitializerDeclSyntax) -> SyntaxVisitorContinueKind { stay(node) }
  override func visit(_ node: SubscriptDeclSyntax) -> SyntaxVisitorContinueKind { stay(node) }
  override func visit(_ node: DeinitializerDeclSyntax) -> SyntaxVisitorContinueKind { stay(node) }
  override func visit(_ node: ProtocolDeclSyntax) -> SyntaxVisitorContinueKind { stay(node) }
  override func visit(_ node: ClosureExprSyntax) -> SyntaxVisitorContinueKind { stay(node) }
}

extension AttributeListSyntax {
  /// Whether none of the attributes may cause a use that is not written.
  fileprivate var arePlain: Bool {
    let plain: Set = [
      "available", "discardableResult", "dynamicCallable", "dynamicMemberLookup", "frozen",
      "inlinable", "inline", "MainActor", "nonobjc", "preconcurrency", "propertyWrapper",
      "resultBuilder", "Sendable", "unchecked", "usableFromInline",
    ]
    return allSatisfy { element in
      guard case .attribute(let attribute) = element else { return false }
      return plain.contains(attribute.attributeName.trimmedDescription)
    }
  }
}

extension DeclModifierListSyntax {
  fileprivate var override: Bool {
    contains { $0.name.tokenKind == .keyword(.override) }
  }
}
