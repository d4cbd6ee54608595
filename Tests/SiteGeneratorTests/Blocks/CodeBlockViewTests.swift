import LessonFormat
import LessonRunner
import Testing

@testable import SiteGenerator

struct CodeBlockViewTests {
  private func html(
    _ text: String, _ change: (inout BlockResult) -> Void = { _ in }
  ) throws -> String {
    var result = BlockResult()
    change(&result)
    let lesson = try SampleCourse.verified(text, run: PretendRun(blocks: [0: result]))
    let renderer = LessonRenderer(style: .page(PageContext(links: LessonLinks(lessons: []))))
    return renderer.html(lesson.content).string
  }

  @Test func codeScrollsUnderANameAndHasNoBannerWhereItRuns() throws {
    #expect(
      try html("```swift\nf()\n```\n") == "<div class=\"block\"><div class=\"listing scroll\" "
        + "role=\"region\" tabindex=\"0\" aria-label=\"Swift code 1\"><pre>"
        + "<code class=\"language-swift\"><span class=\"line\"><span class=\"f\">f</span>()\n</span>"
        + "</code></pre></div></div>\n")
  }

  @Test(arguments: [
    ("swift skip=\"a < b\"", "block skipped", "<b>Not run.</b> a &lt; b</p>"),
    ("swift fails", "block fails", "<b>Does not compile</b>, as it should not.</p>"),
    ("swift traps", "block traps", "<b>Stops with a trap</b>, as it should.</p>"),
  ])
  func blockThatDoesNotRunLikeOthersSaysSo(info: String, name: String, banner: String) throws {
    let html = try html("```\(info)\nf()\n```\n")
    #expect(html.hasPrefix("<div class=\"\(name)\"><p class=\"banner\">"))
    #expect(html.contains(banner))
  }

  @Test func outputHasItsVerdict() throws {
    let text = "```swift\nf()\n```\n\n```output\n<1>\n\n```\n"
    let label = "<p class=\"label\">Output"
    #expect(
      try html("```swift\nf()\n```\n") { $0.output = "1\n" }.contains("\(label)</p>"))
    #expect(
      try html(text) { $0.printedAsExpected = true }.contains(
        "\(label) <span class=\"verdict pass\">✓ as expected</span></p>"))
    #expect(
      try html(text) { $0.printedAsExpected = false }.contains(
        "\(label) <span class=\"verdict fail\">✗ not as expected</span></p>"))
    #expect(try html(text).contains("aria-label=\"Output of code 1\"><pre>&lt;1&gt;</pre>"))
  }

  @Test func diagnosticIsTheCompilersOrTheEnding() throws {
    #expect(
      try html("```swift fails\nf()\n```\n") { $0.diagnostic = "no f" }.contains(
        "<div class=\"outcome diagnostic\"><p class=\"label\">The compiler says</p>"))
    #expect(
      try html("```swift traps\nf()\n```\n") { $0.diagnostic = "Fatal error" }.contains(
        "<p class=\"label\">How it ends</p>"))
  }

  @Test func valueOfTheLastExpressionStandsBelowTheCode() throws {
    #expect(
      try html("```swift\nx\n```\n") { $0.shownValue = "[1, 2]" }.contains(
        "<div class=\"outcome value\"><p class=\"label\">Value</p>"))
  }

  @Test func foldedCodeSaysWhatItIsForAndIsOpenWhereItFails() throws {
    let text = "```swift hidden\nf()\ng()\n```\n"
    let figure = ShownItem.figure(
      ShownFigure(name: nil, title: "T", alternative: "", caption: "", svg: ""))
    let table = ShownItem.table(ShownTable(title: "", columns: [], rows: []))
    func summary(_ shown: [ShownItem]) throws -> Substring {
      try #require(
        try html(text) { $0.shown = shown }.firstMatch(of: #/<summary>(.*?) <span/#)
      ).1
    }
    #expect(try summary([]) == "Code that runs here")
    #expect(try summary([figure]) == "The code of this figure")
    #expect(try summary([figure, figure]) == "The code of these figures")
    #expect(try summary([table]) == "The code of this table")
    #expect(try summary([figure, table]) == "Code that runs here")
    #expect(try html(text).contains("<details class=\"block folded\"><summary>"))
    #expect(try html(text).contains("<span class=\"quiet\">2 lines</span>"))
    #expect(
      try html(text) { $0.hasFailed = true }.contains("<details class=\"block folded\" open>"))
  }
}
