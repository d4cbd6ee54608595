import LessonFormat
import Testing

@Suite struct HeadingAnchorsTests {
  /// As github.com makes them.
  @Test(arguments: [
    ("The chain rule", "the-chain-rule"),
    ("What's *new* in `v1.2`?", "whats-new-in-v12"),
    ("A - B", "a---b"),
    ("Überblick: 中文", "überblick-中文"),
    ("snake_case & C++", "snake_case--c"),
    ("$x^2$ grows", "x2-grows"),
  ])
  func anchorsAreGitHubs(markdown: String, anchor: String) {
    guard case .heading(2, let id) = tree("## \(markdown)\n").children[0].kind else {
      Issue.record("no heading")
      return
    }
    #expect(id == anchor)
  }

  @Test func noAnchorIsEmpty() {
    var anchors = HeadingAnchors()
    #expect(
      ["::", "?", "heading"].map { anchors.anchor(for: $0) } == [
        "heading.", "heading.-1", "heading",
      ])
  }

  @Test func theSecondOfTheSameTextGetsANumber() {
    var ids: [String] = []
    for node in allNodes(tree("# A\n## A\n# A-1\n# A\n> # A\n")) {
      if case .heading(_, let id) = node.kind { ids.append(id) }
    }
    #expect(ids == ["a", "a-1", "a-1-1", "a-2", "a-3"])
  }
}
