import LessonFormat
import Testing

@testable import LessonRunner

@Suite struct FormulaJudgeTests {
  private func checks(_ text: String, _ mistakes: [String: Int?]) -> [CheckResult] {
    let lesson = sampleLesson(text)
    var collector = FormulaCollector()
    collector.collect(lesson)
    var typeset: [Formula: TypesetFormula] = [:]
    for occurrence in collector.occurrences {
      typeset[occurrence.formula] =
        mistakes[occurrence.formula.tex].map {
          .mistake(message: "no such command", offset: $0)
        } ?? .typeset(mathML: "", visible: "")
    }
    return FormulaJudge(typeset: typeset).checks(of: lesson, collector.occurrences)
  }

  @Test func whatKaTeXReadsHasNoCheck() {
    #expect(checks("$x$ and $y$\n", [:]).isEmpty)
  }

  @Test func aMistakeIsFoundAtItsOffset() throws {
    let check = try #require(checks("a $x \\foo$\n", ["x \\foo": 2]).first)
    #expect(check.rule == .badFormula)
    #expect(check.status == .fail)
    #expect(check.position == SourcePosition(line: 1, column: 6))
    #expect(check.message == "this formula can't be typeset: no such command")
  }

  @Test func aMistakeInABlockIsFoundInItsLine() throws {
    let check = try #require(checks("$$\nx\n\\foo\n$$\n", ["x\n\\foo\n": 2]).first)
    #expect(check.position == SourcePosition(line: 3, column: 1))
  }
}
