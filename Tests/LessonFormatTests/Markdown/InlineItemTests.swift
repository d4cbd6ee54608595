import Testing

@testable import LessonFormat

@Suite struct InlineItemTests {
  private func text(_ text: String) -> InlineItem { .node(Node(.text(text), range: somewhere)) }

  private func tildes(_ count: Int, opens: Bool = true, closes: Bool = true) -> InlineItem {
    .tildes(count: count, range: somewhere, canOpen: opens, canClose: closes)
  }

  private func resolved(_ items: InlineItem...) -> String {
    func describe(_ node: Node) -> String {
      node.kind == .strikethrough
        ? "(" + node.children.map(describe).joined(separator: " ") + ")" : node.plainText
    }
    return InlineItem.resolve(items).map(describe).joined(separator: " ")
  }

  @Test func runsOfOneLengthPair() {
    #expect(resolved(tildes(2), text("a"), tildes(2)) == "(a)")
    #expect(resolved(tildes(2), tildes(1), text("a"), tildes(1), tildes(2)) == "((a))")
  }

  @Test func whatDoesNotPairIsTextAndJoinsItsNeighbours() {
    #expect(resolved(tildes(2), text("a"), tildes(1)) == "~~a~")
    #expect(resolved(text("a"), tildes(2, opens: false)) == "a~~")
    #expect(resolved(tildes(2), tildes(1), text("a"), tildes(2)) == "(~a)")
    #expect(InlineItem.resolve([text("a"), text("b")]).count == 1)
  }
}
