import Testing

@testable import LessonFormat

@Suite struct NodeTests {
  @Test func nodesAreVisitedInDocumentOrder() {
    var kinds: [String] = []
    tree("# A\n\n*b* c\n").visit { kinds.append(outline(Node($0.kind, range: $0.range))) }
    #expect(
      kinds == [
        "document", "heading 1 #a", "text \"A\"", "paragraph", "emphasis", "text \"b\"",
        "text \" c\"",
      ])
  }

  @Test(arguments: [
    ("a **b** `c` $d$", "a b c d"), ("a\nb", "a b"), ("[a](b) ![c](d)", "a c"),
    ("a <b>c</b>", "a c"),
  ])
  func plainTextIsWhatAReaderSees(markdown: String, text: String) {
    #expect(tree(markdown).children[0].plainText == text)
  }
}
