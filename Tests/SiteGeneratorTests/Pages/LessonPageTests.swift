import Testing

struct LessonPageTests {
  private func page(_ text: String, id: String = "sums") throws -> String {
    try #require(
      try SampleCourse.pages(of: [SampleCourse.verified(text, id: id)])["\(id).html"])
  }

  @Test func figureThatIsPlacedElsewhereDoesNotStandAfterItsBlock() throws {
    let html = try #require(try SampleCourse.pages(of: SampleCourse.lessons())["sums.html"])
    #expect(html.ranges(of: "<title>Later</title>").count == 1)
    let table = try #require(html.firstRange(of: "Table 1."))
    let figure = try #require(html.firstRange(of: "<b>Figure 2.</b>"))
    #expect(table.lowerBound < figure.lowerBound)
  }

  @Test func formulaThatCannotBeTypesetIsShownAsItsSource() throws {
    #expect(try page("# T\n\nBad: $\\oops<$\n").contains(">\\oops&lt;</code>"))
  }

  @Test func titleIsThatOfTheFrontMatterAndTheFirstHeadingIsNotRepeated() throws {
    let html = try page("---\ntitle: A *new* title\n---\n\n# The old one\n\nText.\n")
    #expect(html.contains("<title>A new title · Sums &amp; products</title>"))
    #expect(html.contains("<h1>A <em>new</em> title</h1>"))
    #expect(!html.contains("The old one"))
  }

  @Test func linksInATitleAreItsWordsAndTextsThatAreNotThereLeaveNoElement() throws {
    let html = try page("---\ntitle: To [sums](sums.md)\n---\n\nText.\n")
    #expect(html.contains("<h1>To sums</h1>"))
    for name in ["summary", "objectives", "prerequisites", "sources", "facts", "contents"] {
      #expect(!html.contains("class=\"\(name)\""))
    }
  }

  @Test func prerequisiteThatHasNoPageIsNamedWithoutALink() throws {
    let html = try page("---\ntitle: T\nprerequisites: [products]\n---\n\nText.\n")
    #expect(html.contains("<p class=\"label\">Read first</p><ul><li>products</li></ul>"))
  }

  @Test func lessonsLinkToTheirNeighboursInTheCourse() throws {
    let pages = try SampleCourse.pages(of: SampleCourse.lessons())
    let (first, last) = (pages["sums.html"] ?? "", pages["products.html"] ?? "")
    #expect(first.contains("<a class=\"next\" rel=\"next\" href=\"products.html\">"))
    #expect(!first.contains("rel=\"prev\""))
    #expect(last.contains("<a class=\"previous\" rel=\"prev\" href=\"sums.html\">"))
    #expect(!last.contains("rel=\"next\""))
  }

  @Test func lessonOutsideOfThePartsHasNoPartAndNoNeighbours() throws {
    let html = try page("# Alone\n\nText.\n", id: "alone")
    #expect(!html.contains("class=\"part\"") && !html.contains("class=\"turn\""))
  }

  @Test(arguments: [
    ("> [!HINT]\n> Add.\n", true),
    ("> [!QUIZ]\n> Which?\n> - [x] One — it is\n> - [ ] Two — no\n", true), ("Text.\n", false),
  ])
  func scriptOfPracticeIsThereWhereThereIsSomethingToAnswer(text: String, isThere: Bool) throws {
    #expect(try page("# T\n\n" + text).contains("practice.js") == isThere)
  }
}
