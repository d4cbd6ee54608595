import LessonRunner
import Testing

@testable import SiteGenerator

struct TableViewTests {
  @Test func columnOfNumbersIsFlushRight() {
    let table = ShownTable(
      title: "T", columns: ["step", "rate", "note"],
      rows: [["1", "−0.5", "a"], ["2", "1e-3", "3"], ["3", "–", "b"]])
    let html = TableView(table: table, number: 2).html.string
    #expect(html.contains("<th scope=\"col\" class=\"number\">step</th>"))
    #expect(html.contains("<th scope=\"col\" class=\"number\">rate</th>"))
    #expect(html.contains("<th scope=\"col\">note</th>"))
    #expect(html.contains("<b>Table 2.</b> T"))
  }

  @Test func columnOfATableWithoutRowsIsNoColumnOfNumbers() {
    let html = TableView.content(of: ShownTable(title: "", columns: ["a"], rows: [])).string
    #expect(html == "<thead><tr><th scope=\"col\">a</th></tr></thead><tbody></tbody>")
  }

  @Test func cellsAreEscaped() {
    let table = ShownTable(title: "", columns: ["<a>"], rows: [["&"]])
    #expect(
      TableView.content(of: table).string
        == "<thead><tr><th scope=\"col\">&lt;a&gt;</th></tr></thead>"
        + "<tbody><tr><td>&amp;</td></tr></tbody>")
  }

  @Test(arguments: [
    ("5 %", true), ("×10⁻³", true), ("v", false), ("%", false), ("", true), ("—", true),
  ])
  func numbersHaveADigitAndNothingButSigns(text: String, isNumber: Bool) {
    let table = ShownTable(title: "", columns: ["a"], rows: [[text]])
    #expect(TableView.content(of: table).string.contains("class=\"number\"") == isNumber)
  }
}
