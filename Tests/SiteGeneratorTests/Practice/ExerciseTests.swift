import LessonFormat
import LessonRunner
import SiteGenerator
import Testing

struct ExerciseTests {
  private func page(_ text: String, failing: Set<String> = []) throws -> String {
    let lesson = SampleCourse.lesson(text)
    #expect(lesson.findings.isEmpty)
    let run = PretendRun(failing: failing)
    let site = try SampleCourse.generator().pages(results: [run.result(of: lesson)])
    let file = try #require(site.files.first { $0.path == "sums.html" })
    return String(decoding: file.bytes, as: UTF8.self)
  }

  private static let together = """
    # Sums

    Add them.

    ```swift exercise="sum"
    let sum = 0.0
    ```

    > [!HINT]
    > Add.

    ```swift check="sum"
    sum  // = 3
    ```

    ```swift solution="sum"
    let sum = 1.0 + 2.0
    ```

    ```swift solution="sum"
    let sum = 3.0
    ```

    After it.

    """

  @Test("an exercise is a section with the starter, hints, open checks and folded solutions")
  func section() throws {
    let page = try page(Self.together)
    let section = try #require(
      page.firstRange(of: "<section class=\"exercise\"").map { page[$0.lowerBound...] })
    let end = try #require(section.firstRange(of: "</section>"))
    let html = String(section[..<end.lowerBound])
    #expect(
      html.hasPrefix("<section class=\"exercise\" id=\"exercise-sum\" aria-label=\"Exercise 1\">"))
    let parts = [
      "<p class=\"practice-title\">", ">Exercise 1", "<div class=\"block starter\">",
      "<div class=\"hints\">", "<details class=\"block folded checks\" open>",
      "<summary>The checks <span class=\"quiet\">1 line</span></summary>",
      "aria-label=\"verified: expected 3, computed 3\"",
      "<details class=\"block folded solution\"><summary>A solution",
      "<details class=\"block folded solution\"><summary>Another solution",
    ]
    let places = parts.map { html.firstRange(of: $0)?.lowerBound }
    #expect(places.allSatisfy { $0 != nil })
    #expect(places.compactMap { $0 } == places.compactMap { $0 }.sorted())
    #expect(section[end.upperBound...].contains("<p>After it.</p>"))
    #expect(!html.contains("After it"))
  }

  @Test("parts that stand apart are shown there, and lead back to their exercise")
  func apart() throws {
    let page = try page(
      """
      # Sums

      ```swift check="sum"
      sum  // = 3
      ```

      ## The task

      ```swift exercise="sum"
      let sum = 0.0
      ```

      ## The answer

      ```swift solution="sum"
      let sum = 3.0
      ```

      """)
    #expect(page.contains("<summary>The checks of exercise 1 "))
    #expect(page.contains("<summary>A solution to exercise 1 "))
    #expect(page.ranges(of: "For <a href=\"#exercise-sum\">exercise 1</a>.").count == 2)
    #expect(page.ranges(of: "id=\"exercise-sum\"").count == 1)
  }

  @Test("a solution that fails is open")
  func failing() throws {
    let text = Self.together.replacing("let sum = 3.0", with: "let sum = 3.0  // = 4")
    let page = try page(text, failing: ["let sum = 3.0"])
    #expect(
      page.contains("<details class=\"block folded solution\" open><summary>Another solution"))
    #expect(page.contains("<details class=\"block folded solution\"><summary>A solution"))
  }

  @Test("a heading that has the exercise's anchor keeps it")
  func heading() throws {
    let page = try page("# Sums\n\n## Exercise sum\n\n" + Self.together.dropFirst(7))
    #expect(page.ranges(of: "id=\"exercise-sum\"").count == 1)
    #expect(page.contains("<section class=\"exercise\" aria-label=\"Exercise 1\">"))
  }
}
