import LessonFormat
import Testing

@testable import LessonRunner

struct LessonNodeTests {
  private func content(_ text: String) -> [LessonNode] {
    LessonJudge.judge(sampleLesson(text), RunOutcome(records: [.end])).content
  }

  @Test func plainTextIsWhatAReaderSees() {
    let text = "A *b* [c](d.md) `e` `x = 1` $f$ ![g](h)\ni\\\nj\n"
    #expect(LessonNode.plainText(content(text)) == "A b c e x = 1 f g i j")
  }

  @Test func visitGoesThroughQuizzesCardsHintsAndExercises() {
    let text = """
      > [!QUIZ]
      > a?
      > - [x] b — c
      >
      >   d
      > - [ ] e — f

      > [!CARD] topic: t, difficulty: 1
      > g
      > ---
      > h

      > [!HINT]
      > i

      ```swift exercise="s"
      let s = 1
      ```

      j

      ```swift check="s"
      s  // = 2
      ```

      ```swift solution="s"
      let s = 2
      ```

      """
    var texts = ""
    LessonNode.visit(content(text)) { node in
      if case .prose(let node) = node, case .text(let text) = node.kind { texts += text }
    }
    #expect(texts.filter(\.isLetter) == "abcdefghij")
  }

  @Test func unverifiedMarkdownIsProseButForFormulasThatAreTypeset() {
    let known = Formula(tex: "a", display: false)
    let nodes = MarkdownLine.nodes("$a$ and `b = 1` and $c$").map {
      LessonNode(
        unverified: $0, typeset: [known: .typeset(mathML: "", visible: "v")])
    }
    var formulas: [FormulaNode] = []
    LessonNode.visit(nodes) { if case .formula(let formula) = $0 { formulas.append(formula) } }
    #expect(formulas.map(\.formula) == [known])
    #expect(formulas[0].claims.isEmpty && !formulas[0].isBlock)
    #expect(LessonNode.plainText(nodes) == "a and b = 1 and c")
  }
}
