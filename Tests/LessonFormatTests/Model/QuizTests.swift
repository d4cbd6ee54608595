import Testing

@testable import LessonFormat

@Suite struct QuizTests {
  private func text(_ nodes: [Node]) -> String { nodes.map(\.plainText).joined() }

  @Test func anOptionIsTakenApartAtItsDash() throws {
    let list = tree("- [x] yes — because\n\n  more\n- [ ] no\n").children[0]
    let options = list.children.map(Quiz.Option.init)
    #expect(options.map(\.isRight) == [true, false])
    #expect(options.map { text($0.text) } == ["yes", "no"])
    #expect(options.map { text($0.explanation) } == ["because", ""])
    #expect(options.map(\.more.count) == [1, 0])
  }

  @Test func aQuizWithoutAClaimHasOptions() {
    let blocks = tree("Which?\n\n- [x] a — b\n- [ ] c — d\n").children
    let quiz = Quiz(index: 3, purpose: .question, range: somewhere, blocks: blocks, claim: nil)
    #expect(quiz.index == 3)
    #expect(text(quiz.question) == "Which?")
    #expect(quiz.options.count == 2)
    let hasAnswer = quiz.answer != nil
    #expect(!hasAnswer)
  }

  @Test func theClaimOfANumericQuizIsItsAnswer() {
    var blocks = tree("How much? `a ≈ 1`\n").children
    blocks[0].children[1].meaning = .claims([4])
    let quiz = Quiz(index: 0, purpose: .question, range: somewhere, blocks: blocks, claim: 4)
    #expect(text(quiz.question) == "How much?")
    #expect(quiz.options.isEmpty)
    #expect(quiz.answer?.claim == 4)
    #expect(quiz.answer?.span.plainText == "a ≈ 1")
  }
}
