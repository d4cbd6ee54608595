import Testing

@testable import SiteGenerator

struct PracticeTitleTests {
  @Test func titleHasASignThatIsNotSpokenAndADetailWhereThereIsOne() {
    let title = PracticeTitle(sign: .card, title: "A & B", detail: "<easy>", id: "c").html.string
    #expect(title.hasPrefix("<p class=\"practice-title\" id=\"c\"><svg aria-hidden=\"true\""))
    #expect(title.hasSuffix("</svg>A &amp; B <span class=\"quiet\">&lt;easy&gt;</span></p>\n"))
    let plain = PracticeTitle(sign: .question, title: "A").html.string
    #expect(plain.hasPrefix("<p class=\"practice-title\"><svg"))
    #expect(plain.hasSuffix("</svg>A</p>\n"))
  }
}
