import Testing

struct QuizViewTests {
  @Test func questionsHintsAndCardsAreAsKept() throws {
    let page = try #require(try SamplePractice.pages()["products.html"])
    let text = try part(page, from: "<div class=\"text\">", to: "</article>")
    try Snapshot.compare(String(text) + "\n", with: "practice.html")
  }

  @Test func whatIsRightIsFoldedAway() throws {
    var html = try part(
      try SamplePractice.pages()["products.html"]!, from: "<form", to: "<div class=\"hints\">")
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
    let html = try #require(try SamplePractice.pages()["products.html"])
    #expect(html.ranges(of: "<input type=\"radio\" name=\"quiz.1\"").count == 2)
    #expect(html.ranges(of: "<input type=\"checkbox\" name=\"quiz.2\"").count == 3)
  }

  @Test func aNumberIsComparedWithinWhatItsAuthorWrote() throws {
    let html = try #require(try SamplePractice.pages()["products.html"])
    #expect(html.contains("data-value=\"-0.01111111111111111\" data-within=\"5e-05\""))
    #expect(html.contains("Your answer (4 decimals)</label>"))
    #expect(html.contains("data-value=\"0.1111111111111111\" data-within=\"0.02\""))
    #expect(html.contains("Your answer</label>"))
  }

  @Test func answerThatIsAWholeNumberOrHasAnExponentSaysSo() throws {
    let quiz = "# A\n\n> [!QUIZ]\n> How many? `z ≈ 3`\n\n> [!QUIZ]\n> How small? `y ≈ 1.5e-7`\n"
    let page = try #require(try SamplePractice.pages(["sums": quiz])["sums.html"])
    #expect(page.contains("Your answer (a whole number)</label>"))
    #expect(page.contains("Your answer</label>"))
    #expect(page.ranges(of: "inputmode=\"decimal\"").count == 2)
  }

  @Test func predictionsAreNumberedByThemselvesAndMayLeaveOutExplanations() throws {
    let text =
      "# A\n\n> [!QUIZ]\n> How many? `z ≈ 3`\n\n> [!PREDICT]\n> Which?\n> - [x] one\n> - [ ] two\n"
    let page = try #require(try SamplePractice.pages(["sums": text])["sums.html"])
    #expect(page.contains("<form class=\"quiz\" id=\"quiz.1\""))
    #expect(page.contains("<form class=\"quiz prediction\" id=\"prediction.1\""))
    #expect(page.contains("Prediction 1 <span class=\"quiet\">before you read on</span>"))
    #expect(page.contains("<button type=\"submit\">Commit</button>"))
    #expect(page.contains("<button type=\"button\" class=\"show\">Show without a guess</button>"))
  }

  @Test func aPredictionThatAsksToThinkHasNothingToAnswer() throws {
    let text = "# A\n\n> [!PREDICT]\n> What happens?\n\nThis.\n"
    let page = try #require(try SamplePractice.pages(["sums": text])["sums.html"])
    #expect(page.contains("class=\"show\">Show what happens</button>"))
    #expect(!page.contains("<fieldset") && !page.contains("type=\"submit\""))
  }
}
