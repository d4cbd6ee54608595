import Testing

struct IndexPageTests {
  private func index(_ texts: [String: String]) throws -> String {
    let lessons = try texts.sorted { $0.key < $1.key }.map {
      try SampleCourse.verified($0.value, id: $0.key)
    }
    return try #require(try SampleCourse.pages(of: lessons)["index.html"])
  }

  @Test func lessonsAreNumberedThroughThePartsOfTheCourse() throws {
    let html = try index(["sums": "# Sums\n", "products": "# Products\n"])
    #expect(html.contains("<h2>Beginnings</h2>\n<ol start=\"1\">"))
    #expect(html.contains("<h2>Further</h2>\n<ol start=\"2\">"))
    #expect(html.contains("<span class=\"number\" aria-hidden=\"true\">2</span>"))
    #expect(html.contains("<h3><a href=\"products.html\">Products</a></h3>"))
  }

  @Test func partWithoutALessonIsLeftOut() throws {
    let html = try index(["products": "# Products\n"])
    #expect(!html.contains("Beginnings"))
    #expect(html.contains("<h2>Further</h2>\n<ol start=\"1\">"))
  }

  @Test func minutesAndChecksOfAllLessonsAreSummedUp() throws {
    let text = "---\ntitle: T\nminutes: 4\n---\n\n```swift\n1 + 1  // = 2\n```\n"
    let html = try index(["sums": text, "products": text])
    #expect(
      html.contains("<span>2 lessons</span> <span class=\"dot\">·</span> <span>8 minutes</span>"))
    #expect(html.contains("<span class=\"tally pass\">✓ 2 checks verified</span>"))
  }

  @Test func cardsOfTheCourseAreCounted() throws {
    let card = "# T\n\n> [!CARD] topic: a, difficulty: 1\n> Q?\n> ---\n> A.\n"
    #expect(
      try index(["sums": card]).contains(
        "<a href=\"cards.html\">Flash cards</a>: 1 question from the lessons"))
    #expect(try !index(["sums": "# T\n"]).contains("class=\"practice\""))
  }
}
