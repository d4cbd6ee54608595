import LessonFormat
import Testing

@testable import LessonRunner

struct FormulaJudgeTests {
  /// The checks that fail in a lesson, of whose formulas some have mistakes.
  private func checks(
    _ text: String, _ mistakes: [Formula: TypesetFormula], captions: [BlockResult] = []
  ) -> [CheckResult] {
    let lesson = sampleLesson(text)
    var collector = FormulaCollector()
    collector.collect(lesson)
    collector.collect(captionsOf: captions)
    return FormulaJudge(typeset: mistakes).checks(of: lesson, collector.occurrences)
  }

  private func mistake(_ tex: String, at offset: Int?, display: Bool = false) -> [Formula:
    TypesetFormula]
  {
    [Formula(tex: tex, display: display): .mistake(message: "no", offset: offset)]
  }

  @Test func findingStandsAtTheLineOfTheFileAsKaTeXFindsIt() throws {
    let text = """
      ---
      title: T
      ---

      Text with $x$ and $\\fra{1}{2}$.

      $$
      a = b \\\\
      c = \\unknown{d}
      $$

      """
    var collector = FormulaCollector()
    collector.collect(sampleLesson(text))
    let formulas = collector.occurrences.map(\.formula)
    let typeset = zip(formulas, try KaTeX(assets: TestCourse.assets).render(formulas))
    let found = checks(text, Dictionary(uniqueKeysWithValues: Array(typeset)))
    #expect(found.map(\.position.line) == [5, 9])
    #expect(found.map(\.position.column) == [20, 5])
    #expect(found.map(\.rule) == [.badFormula, .badFormula])
    #expect(found.allSatisfy { $0.file == "x.md" && $0.status == .fail && $0.kind == .lesson })
    #expect(found[0].message.contains("Undefined control sequence: \\fra"))
    #expect(found[0].source == "\\fra{1}{2}")
  }

  @Test func formulaThatIsTypesetOrUnknownHasNoCheck() {
    #expect(
      checks("A $x$ $y$.\n", [Formula(tex: "x", display: false): .typeset(mathML: "", visible: "")])
        .isEmpty)
  }

  @Test func offsetIsCountedInUTF16AndTheColumnInCharactersOfUnicode() {
    // The emoji is two units of UTF-16 and one column.
    let found = checks("ж $😀 x$\n", mistake("😀 x", at: 3))
    #expect(found.map(\.position.column) == [6])
  }

  @Test func formulaOverSeveralLinesIsFoundInItsLineEvenWhereTheLineStandsBefore() {
    let found = checks("c $a\nc$\n", mistake("a\nc", at: 2))
    #expect(found.map(\.position.line) == [2])
    #expect(found.map(\.position.column) == [1])
  }

  @Test func placeThatKaTeXDoesNotKnowIsTheFormulasStart() {
    #expect(checks("A $x$\n", mistake("x", at: nil)).map(\.position.column) == [4])
  }

  @Test func mistakeInTheFrontMatterOrACaptionStandsAtTheLessonsStart() {
    let position = SourcePosition(line: 1, column: 1)
    let inTitle = checks("---\ntitle: A $x$\n---\n\nText.\n", mistake("x", at: 0))
    #expect(inTitle.map(\.position) == [position])
    var block = BlockResult()
    block.shown = [
      .figure(ShownFigure(name: nil, title: "", alternative: "", caption: "$y$", svg: ""))
    ]
    #expect(
      checks("Text.\n", mistake("y", at: 0), captions: [block]).map(\.position) == [position])
  }

  @Test func mistakeInACaptionStandsAtTheBlockThatShowsTheFigure() {
    var block = BlockResult()
    block.shown = [
      .figure(ShownFigure(name: nil, title: "", alternative: "", caption: "$y$", svg: ""))
    ]
    let text = "Text.\n\n```swift\na\n```\n\n```swift\nb\n```\n"
    let found = checks(text, mistake("y", at: 0), captions: [BlockResult(), block])
    #expect(found.map(\.position) == [SourcePosition(line: 8, column: 1)])
  }

  @Test func sameFormulaIsReportedWhereverItStands() {
    #expect(checks("A $x$.\n\nB $x$.\n", mistake("x", at: 0)).map(\.position.line) == [1, 3])
  }
}
