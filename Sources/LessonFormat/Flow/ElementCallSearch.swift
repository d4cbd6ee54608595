import SwiftSyntax

/// Looks for what may run what elements of a sequence hold: a call of one or of its member, or its use as
/// a value.
final class ElementCallSearch: SyntaxVisitor {
  private let names: Set<String>
  private var isFound = false

  private init(_ names: Set<String>) {
    self.names = names
    super.init(viewMode: .sourceAccurate)
  }

  /// Whether code only looks at members of what has some names; `$0` and its like are always among them.
  static func onlyLooks(in nodes: [Syntax], at names: [String]) -> Bool {
    let search = ElementCallSearch(Set(names))
    for node in nodes { search.walk(node) }
    return !search.isFound
  }

  override func visit(_ node: DeclReferenceExprSyntax) -> SyntaxVisitorContinueKind {
    let isElement =
      if case .dollarIdentifier = node.baseName.tokenKind { true } else {
        names.contains(node.baseName.plainText)
      }
    guard isElement else { return .skipChildren }
    guard let access = node.parent?.as(MemberAccessExprSyntax.self), access.base?.id == node.id,
      access.parent?.as(FunctionCallExprSyntax.self)?.calledExpression.id != access.id
    else {
      // As the last part of `a.b` it is no element.
      if node.parent?.as(MemberAccessExprSyntax.self)?.declName.id != node.id { isFound = true }
      return .skipChildren
    }
    return .skipChildren
  }
}

extension FunctionCallExprSyntax {
  /// Whether it goes through a sequence and only looks at the elements.
  var onlyLooksAtElements: Bool {
    guard let access = calledExpression.as(MemberAccessExprSyntax.self),
      LibraryCalls.goesThrough(access.declName.baseName.text)
    else { return false }
    let closures =
      arguments.map(\.expression) + [trailingClosure].compactMap { $0.map { ExprSyntax($0) } }
    return closures.allSatisfy { value in
      if value.is(KeyPathExprSyntax.self) || value.isPlainLiteral { return true }
      guard let closure = value.as(ClosureExprSyntax.self) else { return false }
      return ElementCallSearch.onlyLooks(
        in: [Syntax(closure.statements)], at: closure.parameterNames)
    }
  }
}

extension ClosureExprSyntax {
  fileprivate var parameterNames: [String] {
    switch signature?.parameterClause {
    case .simpleInput(let list): list.map(\.name.plainText)
    case .parameterClause(let clause):
      clause.parameters.map { ($0.secondName ?? $0.firstName).plainText }
    default: []
    }
  }
}

extension PatternSyntax {
  /// The names that it binds, also behind `let`.
  var allNames: [String] {
    if let binding = self.as(ValueBindingPatternSyntax.self) { return binding.pattern.allNames }
    return names
  }
}
