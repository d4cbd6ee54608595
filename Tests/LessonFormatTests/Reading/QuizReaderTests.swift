import LessonFormat
import Testing

@Suite struct QuizReaderTests {
  private func lesson(_ lines: String) -> Lesson {
    LessonReader.read(SourceFile(path: "a.md", text: "# A\n\n" + lines), id: "a")
  }

  private func text(_ nodes: [Node]) -> String { nodes.map(\.plainText).joined(separator: "|") }

  @Test
  func aQuizIsItsQuestionAndItsOptionsWithWhatTheyExplain() throws {
    let lesson = lesson(
      """
      > [!QUIZ]
      > Which *one*?
      >
      > Think of $a$.
      > - [x] The `first — one`, *or — so* — because $b — c$ — and
      >   more
      > - [ ] The second
      >   — no
      >
      >   And why.
      """)
    #expect(lesson.findings.isEmpty)
    let quiz = try #require(lesson.quizzes.first)
    #expect(text(quiz.question) == "Which one?|Think of a.")
    #expect(quiz.answer == nil)
    #expect(quiz.range.start == SourcePosition(line: 3, column: 1))
    #expect(quiz.options.map(\.isRight) == [true, false])
    #expect(quiz.options.map(\.range.start.line) == [7, 9])
    #expect(text(quiz.options[0].text) == "The |first — one|, |or — so")
    #expect(text(quiz.options[0].explanation) == "because |b — c| — and| |more")
    #expect(text(quiz.options[1].text) == "The second")
    #expect(text(quiz.options[1].explanation) == "no")
    #expect(text(quiz.options[1].more) == "And why.")
  }

  @Test(arguments: [
    "How much? `1.0 / 4 ≈ 0.25` metres, roughly.", "How much?\n>\n> `x = 0.25`",
    "Which?\n>\n> - [x]a\n> - [ ]b",
  ])
  func whatIsAlmostTheAnswerOfAPredictionIsReported(text: String) {
    #expect(lesson("> [!PREDICT]\n> \(text)\n").findings.map(\.rule) == [.quizInvalid])
  }

  @Test(arguments: [
    "With `1.0 / 4 ≈ 0.25` now, what comes next?", "What does `let x = 3` print?", "Why?",
    "Think of the rate: `1.0 / 4 ≈ 0.25` per second.", "Which of these?\n>\n> - a\n> - b",
  ])
  func aPredictionThatOnlyMakesTheReaderThinkMayHoldClaims(text: String) {
    #expect(lesson("> [!PREDICT]\n> \(text)\n").findings.isEmpty)
  }

  @Test(arguments: ["How much? `1.0 / 4 ≈ 0.25`", "How much?\n>\n> `1.0 / 4 ≈ 0.25`."])
  func aNumericQuestionEndsWithAClaimWhichItsQuestionDoesNotShow(question: String) throws {
    let lesson = lesson("> [!QUIZ]\n> \(question)\n")
    #expect(lesson.findings.isEmpty)
    let quiz = try #require(lesson.quizzes.first)
    #expect(text(quiz.question) == "How much?")
    #expect(quiz.options.isEmpty)
    #expect(quiz.answer?.span.plainText == "1.0 / 4 ≈ 0.25")
    #expect(lesson.claims[try #require(quiz.answer).claim].expression == "1.0 / 4")
  }

  @Test
  func claimsCodeAndCommentsInAQuizOrCardAreReadLikeAnyOther() {
    let lesson = lesson(
      """
      > [!QUIZ]
      > ```swift
      > let a = 1.0   // ≈ 1.0
      > ```
      > Which? `a ≈ 1.0`
      > - [x] This — it is `a / 2 ≈ 0.5`
      > - [ ] That — 0.25 <!-- check: a / 4 ≈ 0.25 --> is less

      > [!CARD] topic: a, difficulty: 1
      > What? `a * 2 ≈ 2.0`
      > ---
      > `a * 3 ≈ 3.0`
      """)
    #expect(lesson.findings.isEmpty)
    #expect(lesson.blocks.map(\.checks.count) == [1])
    #expect(lesson.claims.map(\.expression) == ["a", "a / 2", "a / 4", "a * 2", "a * 3"])
    #expect(lesson.claims.map(\.position.line) == [7, 8, 9, 12, 14])
    #expect(lesson.quizzes.count == 1)
    #expect(lesson.cards.count == 1)
  }

  @Test
  func aNumberInAQuizOrCardMustBeBackedLikeAnyOther() {
    let lesson = lesson(
      "> [!QUIZ]\n> Is it 0.5?\n> - [x] No, 0.6 — 0.7\n> - [ ] Yes — no\n\n"
        + "> [!CARD]\n> topic: a, difficulty: 1\n> Is it 0.8?\n> ---\n> It is 0.9.\n")
    #expect(lesson.proseNumbers.map(\.text) == ["0.5", "0.6", "0.7", "0.8", "0.9"])
  }

  @Test
  func whatCantBeAskedIsNotAmongTheQuizzesAndCards() {
    let lesson = lesson("> [!QUIZ]\n> Why?\n\n> [!CARD]\n> What?\n")
    #expect(lesson.quizzes.isEmpty)
    #expect(lesson.cards.isEmpty)
    #expect(lesson.findings.map(\.position.line) == [3, 6, 6, 6])
    #expect(lesson.findings.allSatisfy { $0.rule == .quizInvalid && $0.kind == .quiz })
  }

  // MARK: Predictions

  @Test func aPredictionNeedsNoExplanationsAndNoAnswer() throws {
    let lesson = lesson(
      "> [!PREDICT]\n> Which?\n> - [x] one\n> - [ ] two — no\n\n> [!PREDICT]\n> What happens?\n\n"
        + "> [!QUIZ]\n> How much? `1.0 / 4 ≈ 0.25`\n\n> [!PREDICT]\n> How much? `1.0 / 8 ≈ 0.125`\n"
    )
    #expect(lesson.findings.isEmpty)
    #expect(lesson.quizzes.map(\.purpose) == [.prediction, .prediction, .question, .prediction])
    #expect(lesson.quizzes.map(\.options.count) == [2, 0, 0, 0])
    #expect(lesson.quizzes.map { $0.answer?.claim } == [nil, nil, 0, 1])
    #expect(lesson.quizzes.map(\.index) == [0, 1, 2, 3])
  }

  @Test(arguments: [
    ("> [!PREDICT]\n> - [x] one\n> - [ ] two", "this prediction asks nothing"),
    ("> [!PREDICT]\n> Which?\n> - [ ] one\n> - [ ] two", "no option of this prediction is right"),
    ("> [!PREDICT]\n> Which?\n> - [x] one", "this prediction has one option only"),
    (
      "> [!PREDICT] Which?\n> - [x] one\n> - [ ] two",
      "text stands on the line of `[!PREDICT]`, so that this is a plain quote"
    ),
  ])
  func whatIsWrongWithAPredictionIsSaidOfIt(text: String, message: String) {
    #expect(lesson(text).findings.map(\.message).contains(message))
  }
}
