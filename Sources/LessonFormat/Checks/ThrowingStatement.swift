import SwiftSyntax

/// A statement at the top level of a block that may throw what nothing in it catches: the program's
/// end by an error says nothing of the line.
public struct ThrowingStatement: Hashable, Sendable {
  /// Where it starts, in UTF-8 from the start of the block's code.
  public let start: Int
  /// Where it throws: at its one `try` or `throw`, or where it starts if it has several.
  public let place: Int

  /// What starts and throws at these offsets.
  public init(start: Int, place: Int) {
    self.start = start
    self.place = place
  }

  /// Those of a block, in order.
  static func all(in tree: SourceFileSyntax) -> [ThrowingStatement] {
    tree.statements.compactMap { item in
      // Nothing can stand on a line before `#if`.
      if case .decl(let declaration) = item.item, declaration.is(IfConfigDeclSyntax.self) {
        return nil
      }
      let search = ThrowSearch(viewMode: .sourceAccurate)
      search.walk(item)
      let start = item.positionAfterSkippingLeadingTrivia.utf8Offset
      guard let first = search.places.first else { return nil }
      return ThrowingStatement(start: start, place: search.places.count == 1 ? first : start)
    }
  }
}

private final class ThrowSearch: TopLevelSearch {
  var places: [Int] = []

  override func visit(_ node: TryExprSyntax) -> SyntaxVisitorContinueKind {
    if node.questionOrExclamationMark == nil {
      places.append(node.positionAfterSkippingLeadingTrivia.utf8Offset)
    }
    return .visitChildren
  }
  override func visit(_ node: ThrowStmtSyntax) -> SyntaxVisitorContinueKind {
    places.append(node.positionAfterSkippingLeadingTrivia.utf8Offset)
    return .skipChildren
  }
}
