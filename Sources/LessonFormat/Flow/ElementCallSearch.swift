import SwiftSyntax

/// Looks for what may run what elements of a sequence hold: a call of one or of its member, or its use as
/// a value.
final class ElementCallSearch: SyntaxVisitor {
  private let names: Set<String>
  private var isFound = false
  /// The names that the code gives to members of elements, and those that it calls.
  private var aliases: Set<String> = []
  private var called: Set<String> = []

  private init(_ names: Set<String>) {
    self.names = names
    super.init(viewMode: .sourceAccurate)
  }

  /// Whether code only looks at members of what has some names; `$0` and its like are always among them.
  static func onlyLooks(in nodes: [Syntax], at names: [String]) -> Bool {
    let search = ElementCallSearch(Set(names))
    for node in nodes { search.walk(node) }
    return !search.isFound && search.aliases.isDisjoint(with: search.called)
  }

  override func visit(_ node: DeclReferenceExprSyntax) -> SyntaxVisitorContinueKind {
    if node.isCalled { called.insert(node.baseName.plainText) }
    let isElement =
      if case .dollarIdentifier = node.baseName.tokenKind { true } else {
        names.contains(node.baseName.plainText)
      }
    // As the last part of `a.b` it is no element.
    let access = node.parent?.as(MemberAccessExprSyntax.self)
    guard isElement, access?.declName.id != node.id else { return .skipChildren }
    guard let access, !access.isCalled else {
      isFound = true
      return .skipChildren
    }
    if let binding = access.parent?.parent?.as(PatternBindingSyntax.self) {
      aliases.formUnion(binding.pattern.names)
    }
    return .skipChildren
  }
}

extension ExprSyntaxProtocol {
  /// Whether it is called, as it stands or in parentheses.
  fileprivate var isCalled: Bool {
    if let tuple = parent?.parent?.parent?.as(TupleExprSyntax.self), tuple.elements.count == 1 {
      return tuple.isCalled
    }
    return parent?.as(FunctionCallExprSyntax.self)?.calledExpression.id == id
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
