import Testing

@testable import LessonFormat

@Suite struct LessonReaderTests {
  @Test func aLiveBlockIsRunLikeAnyOther() {
    let lesson = lesson("```swift live=\"rate\"\nlet a = 1  // = 1\n```\n")
    #expect(lesson.findings.isEmpty)
    #expect(lesson.blocks.map(\.execution) == [.run])
    #expect(lesson.blocks[0].checks.count == 1)
  }

  @Test func twoLiveBlocksHaveTwoIDs() {
    let block = "```swift live=\"rate\"\nlet a = 1\n```\n\n"
    let findings = lesson(block + block).findings
    #expect(findings.map(\.rule) == [.duplicateID])
    #expect(findings[0].position == SourcePosition(line: 5, column: 1))
    #expect(findings[0].message == "a `live` block in line 1 has the id `rate` already")
  }

  @Test(arguments: ["live", "live=\"\"", "live=\"a b\"", "live=\"a\" hidden"])
  func itsIDIsOneWordAndStandsAlone(_ words: String) {
    let findings = lesson("```swift \(words)\nlet a = 1\n```\n").findings
    #expect(findings.map(\.rule) == [.badInfoString])
  }

  /// The meanings of the nodes that have one, in document order.
  private func meanings(_ text: String) -> [Node.Meaning] {
    allNodes(lesson(text).document).compactMap(\.meaning)
  }

  @Test func aBlockAndTheFencesThatBelongToItKnowIt() {
    let text = "```swift\nprint(1)\n```\n```output\n1\n```\n\n```swift\nlet a = 1\n```\n"
    #expect(meanings(text) == [.block(0), .partOfBlock, .block(1)])
    let lesson = lesson(text)
    #expect(lesson.blocks[0].output?.text == "1\n")
    #expect(lesson.blocks.map(\.firstLine) == [2, 9])
    #expect(lesson.blocks.map(\.index) == [0, 1])
  }

  @Test func aCodeSpanKnowsItsClaim() {
    #expect(meanings("`a ≈ 1` and `b` and `c ≈ 2`\n") == [.claims([0]), .claims([1])])
  }

  @Test func aNumberKnowsTheClaimOfTheCommentBehindIt() {
    #expect(
      meanings("It is 0.5. <!-- check: a ≈ 0.5 -->\n")
        == [.claims([0]), .checkComment(loose: [])])
    #expect(
      meanings("$$x = 0.5$$\n\n<!-- check: a ≈ 0.5 -->\n")
        == [.claims([0]), .checkComment(loose: [])])
  }

  @Test func aCommentKeepsTheClaimsWhoseNumberStandsNowhere() {
    #expect(meanings("It is so. <!-- check: a ≈ 0.5 -->\n") == [.checkComment(loose: [0])])
  }

  @Test func quizzesAndCardsAreCountedApart() {
    let quiz = "> [!QUIZ]\n> Which?\n> - [x] a — b\n> - [ ] c — d\n\n"
    let card = "> [!CARD] topic: a, difficulty: 1\n> Q?\n> ---\n> A.\n\n"
    #expect(meanings(quiz + card + quiz) == [.quiz(0), .card(0), .quiz(1)])
  }

  @Test(arguments: [
    ("```output\n1\n```\n", "this `output` fence does not stand right after a block of Swift"),
    (
      "```swift\na\n```\n```diagnostic\nb\n```\n",
      "this `diagnostic` fence does not stand right after a `fails` or `traps` block"
    ),
    ("```swift\nlet a = 1\n", "the fence that opens here is never closed"),
    ("```swift hiden\n```\n", "`hiden` is not a word for a block of Swift"),
  ])
  func aFenceInTheWrongPlaceIsReported(text: String, message: String) {
    let findings = lesson(text).findings
    #expect(findings.map(\.message) == [message])
    #expect(findings.map(\.rule) == [.badInfoString])
  }

  @Test(arguments: [("", "the file is empty"), ("---\ntitle: A\n---\n", "the lesson has no text")])
  func aLessonNeedsText(text: String, message: String) {
    #expect(lesson(text).findings.map(\.message) == [message])
  }

  @Test func syntaxThatIsKnownIsNotParsedAgain() {
    let syntax = BlockSyntax(comments: [], lastExpression: nil, scopeRequirement: .inFile)
    var known = KnownSyntax(["a\n": syntax])
    let lesson = LessonReader.read(
      SourceFile(path: "a.md", text: "```swift\na\n```\n"), id: "a", lessons: nil,
      allowsHTML: false, syntax: &known)
    #expect(lesson.blocks[0].scopeRequirement == .inFile)
    #expect(lesson.blocks[0].shownExpression == nil)
  }
}
