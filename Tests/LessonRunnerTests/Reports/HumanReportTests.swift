import LessonFormat
import Testing

@testable import LessonRunner

@Suite struct HumanReportTests {
  private func text(
    _ checks: CheckResult..., verbose: Bool = false, source: String = "let a = 1 // = 2\n"
  )
    -> String
  {
    let file = SourceFile(path: "x.md", text: source)
    return HumanReport(colors: false, verbose: verbose).text(
      FileReport(.lesson, file, name: "x", checks: checks))
  }

  @Test func aFindingHasItsPlaceTheLineACaretAndWhatToDo() {
    var check = sampleCheck(
      .fail, column: 14, rule: .valueMismatch, expected: "2", actual: "1.25", message: "no")
    check.width = 3
    check.remedy = "fix it"
    check.notes = ["perhaps"]
    #expect(
      text(check) == """
        x.md:1:14: error: no [value-mismatch]
          │
        1 │ let a = 1 // = 2
          │              ^^^
          │ expected  2
          │ computed  1.25
          note: perhaps
          help: fix it

        """)
  }

  @Test func controlCharactersAreShownAndTheCaretStaysInItsPlace() {
    let forged = "\u{1B}[2J\r\u{9B}1m\u{202E}"
    var check = sampleCheck(
      .fail, column: 6, rule: .valueMismatch, expected: forged, actual: forged, message: forged)
    check.file = forged
    check.remedy = forged
    check.notes = [forged]
    let report = text(check, source: "a\u{1B}##[b\n")
    #expect(report.hasPrefix("␛[2J␍␦1m␦:1:6: error: ␛[2J␍␦1m␦ [value-mismatch]\n"))
    #expect(report.contains("1 │ a␛#♯[b\n  │      ^\n"))
    #expect(
      report.contains("expected  ␛[2J␍␦1m␦\n") && report.contains("note: ␛")
        && report.contains("help: ␛"))
    #expect(
      report.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
  }

  @Test func noLineOfAReportIsACommandOfGitHubs() {
    var check = sampleCheck(.fail, rule: .outputMismatch, expected: "::a::b", actual: "c\r\n::d::e")
    check.message = "f\n::g::h"
    let report = text(check, source: "i\n")
    #expect(report.contains("∶:g::h") && report.contains("∶:a::b") && report.contains("∶:d::e"))
  }

  @Test func whatPassesIsLeftOutUnlessAskedFor() {
    #expect(text(sampleCheck()) == "")
    #expect(text(sampleCheck(), verbose: true) == "x.md:1:1: pass: value a\n")
    #expect(text(sampleCheck(.warning, message: "hm")).hasPrefix("x.md:1:1: warning: hm"))
  }

  @Test func whatOnlyFollowsIsCounted() {
    let follower = sampleCheck(.fail, isConsequence: true)
    #expect(text(follower) == "\nx.md: 1 more check follows from what is reported above\n")
    #expect(text(follower, follower).contains("2 more checks follow"))
  }

  @Test(arguments: [
    ("1.5", "12.25", " 1.5", "12.25"), ("0.5", "-0.5", " 0.5", "-0.5"),
    ("text", "1.5", "text", "1.5"), ("1e3", "10", " 1e3", "10"),
  ])
  func numbersHaveTheirPointsBelowEachOther(
    expected: String, actual: String, first: String, second: String
  ) {
    let (left, right) = HumanReport.aligned(expected, actual)
    #expect(left == first)
    #expect(right == second)
  }

  @Test func ofALongLineWhatStandsAroundTheColumnIsShown() {
    let source = String(repeating: "a", count: 300) + "b" + String(repeating: "c", count: 300)
    let report = text(sampleCheck(.fail, column: 301, message: "no"), source: source)
    let lines = report.split(separator: "\n")
    #expect(lines.allSatisfy { $0.unicodeScalars.count < 120 })
    #expect(lines[2].contains("…"))
    #expect(
      lines[2].firstIndex(of: "b").map { lines[2].distance(from: lines[2].startIndex, to: $0) }
        == lines[3].firstIndex(of: "^").map { lines[3].distance(from: lines[3].startIndex, to: $0) }
    )
  }

  @Test func ofManyFindingsOfAKindInALineTheFirstAreShownAndTheOthersCounted() {
    let checks = (1...25).map { sampleCheck(.warning, column: $0, rule: .unverifiedNumber) }
    let other = sampleCheck(.fail, column: 26, rule: .valueMismatch)
    let next = sampleCheck(.fail, line: 2, rule: .unverifiedNumber)
    func report(verbose: Bool) -> String {
      let file = SourceFile(path: "x.md", text: "a\nb\n")
      return HumanReport(colors: false, verbose: verbose).text(
        FileReport(.lesson, file, name: "x", checks: checks + [other, next]))
    }
    #expect(report(verbose: false).ranges(of: "x.md:1:").count == 22)
    #expect(
      report(verbose: false).contains(
        "\nx.md:1: 5 more in this line [unverified-number]\n\nx.md:2:1"))
    #expect(report(verbose: true).ranges(of: "x.md:1:").count == 26)
  }

  @Test func coloursAreThoseOfATerminal() {
    let file = SourceFile(path: "x.md", text: "a\n")
    let report = FileReport(.lesson, file, name: "x", checks: [sampleCheck(.fail, message: "no")])
    #expect(HumanReport(colors: true).text(report).contains("\u{1B}[1;31merror\u{1B}[0m"))
  }
}
