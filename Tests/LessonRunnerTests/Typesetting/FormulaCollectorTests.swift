import LessonFormat
import Testing

@testable import LessonRunner

struct FormulaCollectorTests {
  @Test func formulasOfTheTextComeInOrderWithTheirPlaces() {
    let lesson = sampleLesson("A $a$ and $$b$$.\n\n$$\nc\n$$\n\n- *$d$*\n")
    var collector = FormulaCollector()
    collector.collect(lesson)
    #expect(
      collector.occurrences.map(\.formula) == [
        Formula(tex: "a", display: false), Formula(tex: "b", display: true),
        Formula(tex: "c\n", display: true), Formula(tex: "d", display: false),
      ])
    #expect(collector.occurrences.map { $0.range?.start.line } == [1, 1, 3, 7])
  }

  @Test func formulasOfTheFrontMatterHaveNoPlaceInTheText() {
    let lesson = sampleLesson(
      "---\ntitle: A $a$\nsummary: On $b$\nobjectives: [know $c$]\nsources: [\"$d$\"]\n---\n\nText.\n"
    )
    var collector = FormulaCollector()
    collector.collect(lesson)
    #expect(collector.occurrences.map(\.formula.tex) == ["a", "b", "c", "d"])
    #expect(collector.occurrences.allSatisfy { $0.range == nil })
  }

  @Test func captionsOfFiguresAreCollectedAndPricesAreNone() {
    var block = BlockResult()
    block.shown = [
      .figure(
        ShownFigure(name: nil, title: "$t$", alternative: "", caption: "With $a$.", svg: "")),
      .table(ShownTable(title: "$b$", columns: [], rows: [])),
    ]
    var collector = FormulaCollector()
    collector.collect(captionsOf: [block])
    collector.collect(line: "It costs 5 $ or 6 $.")
    #expect(collector.occurrences.map(\.formula.tex) == ["a"])
  }
}
