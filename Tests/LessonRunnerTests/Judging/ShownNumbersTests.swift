import LessonFormat
import Testing

@testable import LessonRunner

@Suite struct ShownNumbersTests {
  private func figure(
    _ title: String, alternative: String = "", caption: String = "", words: [String] = [],
    svg: String = "", table: ShownTable? = nil
  ) -> ShownItem {
    var figure = ShownFigure(
      name: nil, title: title, alternative: alternative, caption: caption, svg: svg, table: table)
    figure.words = words
    return .figure(figure)
  }

  /// The numbers of what code showed, those that were typed with `!`.
  private func shown(_ code: String, _ item: ShownItem) -> [String] {
    let lesson = LessonJudge.judge(
      sampleLesson("```swift\n\(code)\n```\n"), RunOutcome(records: [.block(0), .end]))
    return ShownNumbers(lesson.lesson, lesson.blocks).numbers(of: item).map {
      $0.number.text + ($0.typed == nil ? "" : "!")
    }
  }

  @Test(arguments: [
    "show(\"A peak of 0.75\")", "show(\"A peak of \" + \"0.75\")",
    "let p = \"0.75\"; show(\"\\(p)\")",
    "show(\"a PEAK of 0.75\".lowercased())", "show(\"\\(\"0.75\")\")",
    "show(\"\"\"\n  A peak of 0.75\n  \"\"\")", "show(#\" 0.75 \"#)", "show(\"peak of 0.75\")",
  ])
  func aNumberInALiteralIsTyped(code: String) {
    #expect(shown(code, figure("A peak of 0.75")) == ["0.75!"])
  }

  @Test(arguments: [
    "show(\"A peak of \\(peak)\")", "show(\"A peak of \\(0.75)\")", "show(\"0.\\(75)\")",
    "let csv = \"0.5,0.75\"", "let other = \"A low of 0.75\"", "let peak = 0.75  // \"0.75\"",
    "show(\"A peak of 0.7\\(digit)\")", "let x = \"10.75\"",
  ])
  func anyOtherCameOfAValue(code: String) {
    #expect(shown(code, figure("A peak of 0.75")) == ["0.75"])
  }

  @Test func eachNumberOfATextIsLookedAtByItself() {
    #expect(shown("show(\"0.5 of \\(x)\")", figure("0.5 of 0.5")) == ["0.5!", "0.5"])
  }

  @Test func allTextsOfAFigureAreRead() {
    let item = figure(
      "At 0.1", alternative: "Rises to 0.2", caption: "With $η = 0.3$", words: ["At 0.1", "0.4"],
      table: ShownTable(title: "", columns: ["0.5", "0.6"], rows: [["0.7", "0.8"]]))
    #expect(shown("f()", item) == ["0.1", "0.2", "0.3", "0.4"])
    #expect(
      shown("f(\"With $η = 0.3$\", \"0.4\", \"0.5\", \"0.8\")", item)
        == ["0.1", "0.2", "0.3!", "0.4!", "0.5!", "0.8!"])
  }

  @Test func ofATableEveryCellIsRead() {
    let table = ShownTable(title: "At 0.1", columns: ["0.5"], rows: [["0.7"], ["0.8s"]])
    #expect(shown("f(\"0.7\")", .table(table)) == ["0.1", "0.5", "0.7!", "0.8s"])
  }

  @Test func aDrawingsOwnMarkupTypesTheTextsInIt() {
    let svg = "<svg><text x=\"0.5\">0.85</text><text>0.5</text></svg>"
    let item = figure("A", words: ["0.85", "0.5"], svg: svg)
    #expect(shown("f(#\"<text x=\"0.5\">0.85</text>\"#)", item) == ["0.85!", "0.5"])
  }

  @Test func aTypedNumberIsShownOnce() {
    #expect(shown("f(\"0.75\")", figure("0.75", words: ["at 0.75"])) == ["0.75!"])
  }
}
