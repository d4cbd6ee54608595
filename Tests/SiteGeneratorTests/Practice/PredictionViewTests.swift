import Testing

struct PredictionViewTests {
  private func page(_ text: String) throws -> String {
    try #require(try SamplePractice.pages(["sums": "# A\n\n" + text])["sums.html"])
  }

  private func revealed(_ text: String, number: Int = 1) throws -> String {
    let open = "<div class=\"revealed\" data-prediction=\"prediction.\(number)\">\n"
    return String(
      try part(try page(text), from: open, to: "</div>")
        .dropFirst(open.count).dropLast("</div>".count))
  }

  private static let question = "> [!PREDICT]\n> What happens?\n\n"

  @Test(arguments: [
    ("One.\n\nTwo.\n", "<p>One.</p>\n<p>Two.</p>\n"),
    ("One.\n\n## Next\n\nTwo.\n", "<p>One.</p>\n"),
    ("One.\n\n<!-- revealed -->\n\nTwo.\n", "<p>One.</p>\n"),
    ("One.\n\n<!--Revealed-->\n\nTwo.\n", "<p>One.</p>\n"),
    ("One.\n\n<!-- a note -->\n\nTwo.\n", "<p>One.</p>\n<!-- a note -->\n<p>Two.</p>\n"),
    ("One.\n\n> [!PREDICT]\n> And then?\n\nTwo.\n", "<p>One.</p>\n"), ("", ""),
  ])
  func whatFollowsUpToTheNextHeadingPredictionOrMarkIsRevealed(text: String, html: String) throws {
    #expect(try revealed(Self.question + text) == html)
  }

  @Test func whatStandsBehindIsNot() throws {
    let page = try page(Self.question + "One.\n\n<!-- revealed -->\n\nTwo.\n")
    #expect(page.contains("</div>\n<p>Two.</p>"))
    #expect(!page.contains("<!-- revealed -->"))
    let text = Self.question + "One.\n\n> [!PREDICT]\n> And then?\n\nTwo.\n"
    #expect(try revealed(text, number: 2) == "<p>Two.</p>\n")
  }

  @Test func nothingIsCoveredInThePageItself() throws {
    let page = try page(Self.question + "One.\n")
    #expect(page.contains("<p>One.</p>") && !page.contains("until-found"))
    #expect(page.contains("practice.js"))
  }
}
