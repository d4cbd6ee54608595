import Testing

struct CardViewTests {
  @Test func answerIsFoldedAwayBelowTheQuestion() throws {
    let card = "# A\n\n> [!CARD] topic: a & b, difficulty: 2\n> How large?\n> ---\n> So large.\n"
    let page = try #require(try SamplePractice.pages(["sums": card])["sums.html"])
    let view = try part(page, from: "<div class=\"card\" id=\"card.1\">", to: "</details></div>")
    #expect(view.contains("Flash card <span class=\"quiet\">a &amp; b · difficulty 2</span>"))
    #expect(view.contains("<div class=\"question\">\n<p>How large?</p>\n</div>"))
    #expect(
      view.contains(
        "<details class=\"answer\"><summary>Show the answer</summary>\n<p>So large.</p>\n"))
  }

  @Test func difficultyInWordsIsNotCalledOne() throws {
    let card = "# A\n\n> [!CARD] topic: a, difficulty: easy\n> Q?\n> ---\n> A.\n"
    let page = try #require(try SamplePractice.pages(["sums": card])["sums.html"])
    #expect(page.contains("<span class=\"quiet\">a · easy</span>"))
  }

  @Test func aCardKeepsItsNameWhenOthersCome() throws {
    let card = "> [!CARD] topic: a, difficulty: 1\n> Same?\n> ---\n> A.\n"
    let other = "> [!CARD] topic: a, difficulty: 1\n> Other?\n> ---\n> A.\n\n"
    func names(_ text: String) throws -> [Substring] {
      try SamplePractice.pages(["sums": "# A\n\n" + text])["cards.html"]!
        .matches(of: #/data-card="([^"]*)"/#).map(\.1)
    }
    let alone = try names(card)
    #expect(alone.count == 1)
    #expect(try names(other + card).last == alone[0])
    #expect(try names(other) != alone)
  }
}
