import Testing

@testable import LessonFormat

@Suite struct MarkdownLineTests {
  @Test func aLineIsItsInlines() {
    #expect(
      described(MarkdownLine.nodes("The *chain* rule"))
        == "text \"The \" / emphasis / text \" rule\"")
    #expect(MarkdownLine.plainText("`a` and **b**") == "a and b")
  }

  @Test(arguments: ["# a", "a\n\nb", "- a"])
  func moreThanAParagraphStandsAsItIsWritten(text: String) {
    #expect(MarkdownLine.nodes(text).map(\.kind) == [.text(text)])
    #expect(MarkdownLine.plainText(text) == text)
  }
}
