import Testing

struct ExerciseViewTests {
  private func page(_ text: String, failing: Set<String> = []) throws -> String {
    let lesson = try SampleCourse.verified(text, run: PretendRun(failing: failing))
    #expect(lesson.lesson.findings.isEmpty)
    return try #require(try SampleCourse.pages(of: [lesson])["sums.html"])
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

  @Test func exerciseIsASectionWithStarterHintsOpenChecksAndFoldedSolutions() throws {
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

  @Test func partsThatStandApartAreShownThereAndLeadBackToTheirExercise() throws {
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

  @Test func solutionThatFailsIsOpen() throws {
    let text = Self.together.replacing("let sum = 3.0", with: "let sum = 3.0  // = 4")
    let page = try page(text, failing: ["let sum = 3.0"])
    #expect(
      page.contains("<details class=\"block folded solution\" open><summary>Another solution"))
    #expect(page.contains("<details class=\"block folded solution\"><summary>A solution"))
  }

  @Test func headingThatHasTheExercisesAnchorKeepsIt() throws {
    let page = try page("# Sums\n\n## Exercise sum\n\n" + Self.together.dropFirst(7))
    #expect(page.ranges(of: "id=\"exercise-sum\"").count == 1)
    #expect(page.contains("<section class=\"exercise\" aria-label=\"Exercise 1\">"))
  }
}
