import LessonRunner
import Testing

@testable import SiteGenerator

struct ShownItemViewTests {
  @Test func columnOfNumbersIsFlushRight() {
    let table = ShownTable(
      title: "T", columns: ["step", "rate", "note"],
      rows: [["1", "−0.5", "a"], ["2", "1e-3", "3"], ["3", "–", "b"]])
    let html = TableView(table: table, number: 2).html
    #expect(html.contains("<th scope=\"col\" class=\"number\">step</th>"))
    #expect(html.contains("<th scope=\"col\" class=\"number\">rate</th>"))
    #expect(html.contains("<th scope=\"col\">note</th>"))
    #expect(html.contains("<b>Table 2.</b> T"))
  }

  @Test func figureHasItsNumberTitleAndCaption() {
    let figure = ShownFigure(
      name: "a&b", title: "Loss <1>", alternative: "", caption: "", svg: "<svg></svg>")
    let html = FigureView(figure: figure, number: 3, caption: "<em>It</em> falls.").html
    #expect(html.contains("id=\"figure-a&amp;b\""))
    #expect(html.contains("<b>Figure 3.</b> <span class=\"title\">Loss &lt;1&gt;.</span>"))
    #expect(html.contains("<em>It</em> falls."))
    #expect(!html.contains("<details"))
  }

  @Test func theNumbersOfAFigureAreFoldedBeneath() {
    let figure = ShownFigure(
      name: nil, title: "Loss", alternative: "", caption: "", svg: "<svg></svg>",
      table: ShownTable(title: "Loss", columns: ["step", "a & b"], rows: [["0", "0.5"]]))
    let html = FigureView(figure: figure, number: 1, caption: "").html
    #expect(html.contains("<details class=\"numbers\"><summary>Numbers</summary>"))
    #expect(html.contains("<th scope=\"col\" class=\"number\">a &amp; b</th>"))
    #expect(html.hasSuffix("</div></details></figcaption></figure>\n"))
  }
}
