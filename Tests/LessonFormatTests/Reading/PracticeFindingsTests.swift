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

  @Test(arguments: [
    ("QUIZZ", "QUIZ"), ("PREDICTION", "PREDICT"), ("predcit", "PREDICT"), ("Hints", "HINT"),
    ("CARDS", "CARD"),
  ])
  func aQuoteWhoseMarkerIsAlmostOneOfOursIsReported(marker: String, meant: String) {
    let finding = missed("> [!\(marker)]\n> Which?\n")
    #expect(finding?.message.contains("`[!\(marker.uppercased())]` marks nothing") == true)
    #expect(finding?.remedy == "write `[!\(meant)]`")
  }

  @Test(arguments: ["reveal", "revealled", "Reveald", "revealed: now"])
  func aCommentThatAlmostEndsAPredictionIsReported(text: String) {
    let lesson = LessonReader.read(
      SourceFile(
        path: "a.md", text: "# A\n\n> [!PREDICT]\n> Which?\n\nIt.\n\n<!-- \(text) -->\n\nMore.\n"),
      id: "a")
    #expect(lesson.findings.map(\.rule) == [.quizInvalid])
    #expect(lesson.findings.first?.position.line == 8)
  }

  @Test(arguments: ["<!-- revealed -->", "<!--Revealed-->", "<!-- a note -->"])
  func otherCommentsAreLeft(comment: String) {
    let text = "# A\n\n> [!PREDICT]\n> Which?\n\nIt.\n\n\(comment)\n\nMore.\n"
    #expect(LessonReader.read(SourceFile(path: "a.md", text: text), id: "a").findings.isEmpty)
  }

  @Test(arguments: [
    "> [!WARN]\n> a\n", "> [!INFO]\n> a\n", "> \\[!QUIZZ]\n> a\n", "> a\n", "> [!NOTE]\n",
    "[!QUIZ]\n", "> [!QUIZ]\n> Which?\n",
  ])
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
