import LessonFormat
import LessonRunner
import SiteGenerator
import Testing

struct PracticeTests {
  private static let lesson = """
    # Ninths

    ## Beta

    See [^1].

    > [!QUIZ]
    > How *large*?
    >
    > - [ ] `x / 2 ≈ 0.056` — half, see [sums](sums.md)
    > - [x] A `x` <ninth> — it is `x ≈ 0.111`
    >
    >   More.

    > [!QUIZ]
    > Which? Of two.
    > - [x] One — it is
    > - [x] Two — too
    > - [ ] None — no

    > [!QUIZ]
    > And negative?
    >
    > `-x / 10 ≈ -0.0111`.

    > [!QUIZ]
    > Roughly? `x ≈ 0.1 ± 20%`

    > [!HINT]
    > One

    > [!HINT]
    > Two

    Between.

    > [!HINT]
    > Alone

    > [!CARD] topic: ninths & co, difficulty: 2
    > How large? See [here](#beta)[^1].
    > ---
    > ### Answer
    >
    > It is 0.111. <!-- check: x ≈ 0.111 -->

    > [!CARD]
    > topic: Ninths & Co; difficulty: easy
    >
    > Small?
    > ---
    > Rather.

    [^1]: A note.

    """

  private func pages(_ texts: [String: String] = ["products": lesson]) throws -> [String: String] {
    var run = PretendRun()
    run.computed = ["x": "0.1111111111111111", "-x / 10": "-0.01111111111111111"]
    let lessons = texts.keys.sorted().map { SampleCourse.lesson(texts[$0]!, id: $0) }
    for lesson in lessons { #expect(lesson.findings.isEmpty) }
    let site = try SampleCourse.generator().pages(results: lessons.map(run.result))
    return Dictionary(
      uniqueKeysWithValues: site.files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
  }

  /// What stands between two texts in another.
  private func part(_ html: String, from start: String, to end: String) throws -> Substring {
    let first = try #require(html.firstRange(of: start))
    let last = try #require(html[first.upperBound...].firstRange(of: end))
    return html[first.lowerBound..<last.upperBound]
  }

  @Test func questionsHintsAndCardsAreAsKept() throws {
    let pages = try pages()
    let text = try part(pages["products.html"]!, from: "<div class=\"text\">", to: "</article>")
    try Snapshot.compare(String(text) + "\n", with: "practice.html")
    let cards = try part(pages["cards.html"]!, from: "<main", to: "</main>")
    try Snapshot.compare(String(cards) + "\n", with: "cards.html")
  }

  @Test func whatIsRightIsFoldedAway() throws {
    var html = try part(try pages()["products.html"]!, from: "<form", to: "<div class=\"hints\">")
    #expect(html.ranges(of: "<details class=\"why").count == 2 + 3 + 2)
    #expect(!html.contains("checked"))
    while let start = html.firstRange(of: "<details"), let end = html.firstRange(of: "</details>") {
      html.removeSubrange(start.lowerBound..<end.upperBound)
    }
    html.replace(#/<[^>]*>/#, with: "")
    #expect(html.contains("How large?") && html.contains("Which? Of two."))
    for answer in ["Right", "Wrong", "0.111", "-0.0111", "0.1 "] { #expect(!html.contains(answer)) }
  }

  @Test func oneRightOptionIsARadioButtonAndSeveralAreBoxes() throws {
    let html = try #require(try pages()["products.html"])
    #expect(html.ranges(of: "<input type=\"radio\" name=\"quiz.1\"").count == 2)
    #expect(html.ranges(of: "<input type=\"checkbox\" name=\"quiz.2\"").count == 3)
  }

  @Test func aNumberIsComparedWithinWhatItsAuthorWrote() throws {
    let html = try #require(try pages()["products.html"])
    #expect(html.contains("data-value=\"-0.01111111111111111\" data-within=\"5e-05\""))
    #expect(html.contains("Your answer (4 decimals)</label>"))
    #expect(html.contains("data-value=\"0.1111111111111111\" data-within=\"0.02\""))
    #expect(html.contains("Your answer</label>"))
  }

  @Test func cardsOfOneTopicStandTogetherAndNothingOnTheirPageHasAnIDOfTheLesson() throws {
    let html = try #require(try pages()["cards.html"])
    #expect(html.ranges(of: "<section class=\"deck\">").count == 1)
    #expect(html.ranges(of: "data-topic=\"ninths &amp; co\"").count == 2)
    #expect(html.contains("<a href=\"products.html#beta\">here</a>."))
    #expect(html.contains("<a href=\"products.html#card.2\">From “Ninths”</a>"))
    #expect(!html.contains("fn-1") && !html.contains("id=\"answer\""))
  }

  @Test func pagesLinkToTheCardsOnlyWhereThereAreSome() throws {
    let with = try pages(["products": Self.lesson, "sums": "# Sums\n\nText.\n"])
    for path in ["index.html", "products.html", "sums.html"] {
      #expect(with[path]!.contains("<a href=\"cards.html\">Flash cards</a>"))
    }
    #expect(with["products.html"]!.contains("<script src=\"practice.js\">"))
    #expect(!with["sums.html"]!.contains("practice.js"))
    let without = try pages(["sums": "# Sums\n\nText.\n"])
    #expect(without["cards.html"] == nil)
    #expect(!without.contains { $0.key.hasSuffix(".html") && $0.value.contains("cards.html") })
  }

  @Test func aLessonMayBeCalledCards() throws {
    let card = "# Cards\n\n> [!CARD] topic: a, difficulty: 1\n> Q?\n> ---\n> A.\n"
    let pages = try pages(["cards": card])
    #expect(pages["cards.html"]!.contains("<h1>Cards</h1>"))
    #expect(pages["cards-of-the-course.html"]!.contains("<h1>Flash cards</h1>"))
  }

  @Test func aCardKeepsItsNameWhenOthersCome() throws {
    let card = "> [!CARD] topic: a, difficulty: 1\n> Same?\n> ---\n> A.\n"
    let other = "> [!CARD] topic: a, difficulty: 1\n> Other?\n> ---\n> A.\n\n"
    func names(_ text: String) throws -> [Substring] {
      try pages(["sums": "# A\n\n" + text])["cards.html"]!
        .matches(of: #/data-card="([^"]*)"/#).map(\.1)
    }
    let alone = try names(card)
    #expect(alone.count == 1)
    #expect(try names(other + card).last == alone[0])
    #expect(try names(other) != alone)
  }
}
