import Testing

struct CardsPageTests {
  @Test func pageIsAsKept() throws {
    let page = try #require(try SamplePractice.pages()["cards.html"])
    let cards = try part(page, from: "<main", to: "</main>")
    try Snapshot.compare(String(cards) + "\n", with: "cards.html")
  }

  @Test func cardsOfOneTopicStandTogetherAndNothingOnTheirPageHasAnIDOfTheLesson() throws {
    let html = try #require(try SamplePractice.pages()["cards.html"])
    #expect(html.ranges(of: "<section class=\"deck\">").count == 1)
    #expect(html.ranges(of: "data-topic=\"ninths &amp; co\"").count == 2)
    #expect(html.contains("<a href=\"products.html#beta\">here</a>."))
    #expect(html.contains("<a href=\"products.html#card.2\">From “Ninths”</a>"))
    #expect(!html.contains("fn.1") && !html.contains("id=\"answer\""))
  }

  @Test func pagesLinkToTheCardsOnlyWhereThereAreSome() throws {
    let with = try SamplePractice.pages([
      "products": SamplePractice.text, "sums": "# Sums\n\nText.\n",
    ])
    for path in ["index.html", "products.html", "sums.html"] {
      #expect(with[path]!.contains("<a href=\"cards.html\">Flash cards</a>"))
    }
    #expect(with["products.html"]!.contains("<script src=\"practice.js\">"))
    #expect(!with["sums.html"]!.contains("practice.js"))
    let without = try SamplePractice.pages(["sums": "# Sums\n\nText.\n"])
    #expect(without["cards.html"] == nil)
    #expect(!without.contains { $0.key.hasSuffix(".html") && $0.value.contains("cards.html") })
  }

  @Test func aLessonMayBeCalledCards() throws {
    let card = "# Cards\n\n> [!CARD] topic: a, difficulty: 1\n> Q?\n> ---\n> A.\n"
    let pages = try SamplePractice.pages(["cards": card])
    #expect(pages["cards.html"]!.contains("<h1>Cards</h1>"))
    #expect(pages["cards-of-the-course.html"]!.contains("<h1>Flash cards</h1>"))
  }

  @Test func difficultiesAreOfferedAsNumbersFirst() throws {
    let card = "> [!CARD] topic: a, difficulty: "
    let text = ["10", "hard", "9"].map { "\(card)\($0)\n> Q\($0)?\n> ---\n> A.\n" }
    let page = try #require(
      try SamplePractice.pages(["sums": "# A\n\n" + text.joined(separator: "\n")])["cards.html"])
    let select = try part(page, from: "<select name=\"difficulty\">", to: "</select>")
    #expect(select.matches(of: #/value="([^"]*)"/#).map(\.1) == ["", "9", "10", "hard"])
  }
}
