import LessonRunner
import Markup
import Testing

@testable import SiteGenerator

struct FigureViewTests {
  @Test func figureHasItsNumberTitleAndCaption() {
    let figure = ShownFigure(
      name: "a&b", title: "Loss <1>", alternative: "", caption: "", svg: "<svg></svg>")
    let html = FigureView(figure: figure, number: 3, caption: HTML([.em([], "It"), " falls."])).html
      .string
    #expect(html.contains("id=\"figure.a&amp;b\""))
    #expect(html.contains("<b>Figure 3.</b> <span class=\"title\">Loss &lt;1&gt;.</span>"))
    #expect(html.contains("<em>It</em> falls."))
    #expect(!html.contains("<details"))
  }

  @Test func theNumbersOfAFigureAreFoldedBeneath() {
    let figure = ShownFigure(
      name: nil, title: "Loss", alternative: "", caption: "", svg: "<svg></svg>",
      table: ShownTable(title: "Loss", columns: ["step", "a & b"], rows: [["0", "0.5"]]))
    let html = FigureView(figure: figure, number: 1, caption: "").html.string
    #expect(html.contains("<details class=\"numbers\"><summary>Numbers</summary>"))
    #expect(html.contains("<th scope=\"col\" class=\"number\">a &amp; b</th>"))
    #expect(html.hasSuffix("</div></details></figcaption></figure>\n"))
  }

  @Test func widthForWhichAFigureIsDrawnIsThereForTheStyleSheet() {
    func html(width: Double?, title: String = "Loss?") -> String {
      let figure = ShownFigure(
        name: nil, title: title, alternative: "", caption: "", svg: "<svg></svg>", width: width)
      return FigureView(figure: figure, number: 1, caption: "").html.string
    }
    #expect(html(width: 320.9).contains("aria-label=\"Figure 1\" style=\"--drawn: 320\"><svg>"))
    #expect(!html(width: nil).contains("style="))
    #expect(html(width: nil).contains("<span class=\"title\">Loss?</span>"))
  }
}
