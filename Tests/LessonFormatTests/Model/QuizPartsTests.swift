import Testing

@testable import LessonFormat

@Suite struct QuizPartsTests {
  private func parts(_ markdown: String) -> QuizParts { QuizParts(tree(markdown).children) }

  @Test func theFirstTaskListHoldsTheOptions() {
    let parts = parts("Q\n\n- plain\n\ntext\n\n- [ ] a\n- [x] b\n\n<!-- c -->\n\nbehind\n")
    #expect(parts.question.count == 3)
    #expect(parts.items.count == 2)
    #expect(parts.rest.map(\.plainText) == ["behind"])
  }

  @Test(arguments: [
    ("Q `a ≈ 1`", "a ≈ 1"), ("Q `a ≈ 1`.", "a ≈ 1"), ("Q\n\n`a ≈ 1`\n\n<!-- b -->\n", "a ≈ 1"),
  ])
  func aClaimAtTheEndIsFound(markdown: String, claim: String) {
    #expect(parts(markdown).finalClaim?.plainText == claim)
  }

  @Test(arguments: ["Q `a ≈ 1` or not", "Q `a = 1`", "Q ``a ≈ 1``", "`a ≈ 1`\n\n- list\n", ""])
  func otherEndsAreNoClaim(markdown: String) {
    let hasClaim = parts(markdown).finalClaim != nil
    #expect(!hasClaim)
  }

  @Test func theQuestionIsLeftWithoutItsClaim() throws {
    var blocks = tree("Q\n\n`a ≈ 1`.\n").children
    blocks[1].children[0].meaning = .claims([0])
    let answered = try #require(QuizParts(blocks).answered(by: 0))
    #expect(answered.question.map(\.plainText) == ["Q"])
    #expect(answered.span.plainText == "a ≈ 1")
    let hasOther = QuizParts(blocks).answered(by: 1) != nil
    #expect(!hasOther)
  }
}
