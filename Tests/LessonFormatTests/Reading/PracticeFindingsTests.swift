import Testing

@testable import LessonFormat

@Suite struct PracticeFindingsTests {
  private func missed(_ text: String) -> FormatFinding? {
    let file = SourceFile(path: "a.md", text: text)
    return FormatFinding.quizOrCardMissed(MarkdownParser.parse(file).children[0], in: file)
  }

  @Test func aQuoteThatLooksLikeAQuizIsReported() {
    #expect(
      missed("> [!QUIZ] Which?\n> - [x] a — b\n")?.message
        == "text stands on the line of `[!QUIZ]`, so that this is a plain quote")
    #expect(
      missed("> [!quiz]\n")?.message
        == "this quiz holds nothing that can be asked, so that it is a plain quote")
    #expect(missed("> [!CARD]\n")?.remedy.contains("`[!CARD]`") == true)
  }

  @Test(arguments: ["> a\n", "> [!NOTE]\n", "[!QUIZ]\n", "> [!QUIZ]\n> Which?\n"])
  func otherTextIsLeft(text: String) {
    #expect(missed(text)?.message == nil)
  }

  @Test func theRestOfTheLineIsUnderlined() {
    let file = SourceFile(path: "a.md", text: "> é [!QUIZ]\n")
    let finding = FormatFinding.quiz(
      at: SourcePosition(line: 1, column: 5), in: file, message: "m", remedy: "r")
    #expect(finding.width == 7)
    #expect(finding.rule == .quizInvalid)
    #expect(finding.source == "> é [!QUIZ]")
  }
}
