import Testing

@testable import SiteGenerator

struct HintsViewTests {
  @Test func hintsThatFollowOneAnotherAreCounted() {
    #expect(
      HintsView(hints: ["a", "b"]).html.string
        == """
        <div class="hints">
        <details class="alert alert-hint"><summary>Hint 1 of 2</summary>
        a</details>
        <details class="alert alert-hint"><summary>Hint 2 of 2</summary>
        b</details>

        </div>

        """.replacing("\n\n</div>", with: "\n</div>"))
  }

  @Test func hintThatStandsAloneHasNoNumber() {
    #expect(HintsView(hints: ["a"]).html.string.contains("<summary>Hint</summary>"))
  }
}
