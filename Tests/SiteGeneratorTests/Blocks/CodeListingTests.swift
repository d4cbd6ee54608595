import LessonFormat
import LessonRunner
import Testing

@testable import SiteGenerator

struct CodeListingTests {
  private func listing(_ code: String, _ values: [CheckedValue]) -> String {
    let lesson = SampleCourse.lesson("```swift\n\(code)\n```\n")
    let block = lesson.blocks[0]
    return CodeListing(code: block.code, checks: block.checks, values: values).html().string
  }

  @Test func keywordsTypesNumbersStringsCallsAndCommentsAreMarked() {
    let html = listing("let x: Double = f(1.5, \"a\") // note", [])
    #expect(html.contains("<span class=\"k\">let</span> x: <span class=\"t\">Double</span>"))
    #expect(html.contains("<span class=\"f\">f</span>(<span class=\"n\">1.5</span>"))
    #expect(html.contains("<span class=\"s\">&quot;a&quot;</span>"))
    #expect(html.contains("<span class=\"c\">// note</span>"))
  }

  @Test func codeIsEscaped() {
    let html = listing("a < b && c > \"<&\"", [])
    #expect(!html.contains("a < b"))
    #expect(html.contains("a &lt; b &amp;&amp; c &gt;"))
    #expect(html.contains("&lt;&amp;"))
  }

  @Test func everyLineIsAnElementAndNoneIsLost() {
    let code = "let a = \"\"\"\n  one\n  \"\"\"\n\nprint(a)"
    let html = listing(code, [])
    #expect(html.ranges(of: "<span class=\"line\">").count == 5)
    #expect(html.replacing(#/<[^>]*>/#, with: "") == code.replacing("\"", with: "&quot;") + "\n")
  }

  @Test func verifiedCheckHasItsTickItsNameAndItsValue() {
    let html = listing(
      "sigmoid(0.2)  // ≈ 0.550",
      [CheckedValue(expected: "0.550", computed: "0.549833997312478", passed: true)])
    #expect(html.contains("<span class=\"check pass\">"))
    #expect(html.contains(">✓</button>"))
    #expect(
      html.contains(
        "aria-label=\"verified: expected 0.550, computed 0.549833997312478\""))
    #expect(html.contains("<span class=\"expected\"> ≈ 0.550</span>"))
    #expect(html.contains("<span>computed 0.549833997312478</span>"))
  }

  @Test func failedCheckIsMarkedAsFailed() {
    let html = listing("x  // = 4", [CheckedValue(expected: "4", computed: "5", passed: false)])
    #expect(html.contains("<span class=\"check fail\">"))
    #expect(html.contains("aria-label=\"failed: expected 4, computed 5\">✗</button>"))
  }

  @Test func unreachedCheckSaysSo() {
    let html = listing("x  // = 4", [CheckedValue(expected: "4", computed: nil, passed: false)])
    #expect(html.contains("failed: expected 4, not reached"))
  }

  @Test func inequalityIsSpokenWithItsRelation() {
    let html = listing("x  // <= 4", [CheckedValue(expected: "4", computed: "3", passed: true)])
    #expect(html.contains("verified: expected ≤ 4, computed 3"))
  }

  @Test func furtherLinesOfACheckHaveNoTickOfTheirOwn() {
    let html = listing(
      "m  // = [[1],\n   //    [2]]",
      [CheckedValue(expected: "[[1], [2]]", computed: "[[1], [2]]", passed: true)])
    #expect(html.ranges(of: "<button").count == 1)
    #expect(html.contains("<span class=\"check more\">"))
    #expect(html.contains("<span class=\"expected\">    [2]]</span>"))
  }

  @Test func copiedCodeIsTheAuthorsCode() {
    let code = "x  // ≈ 0.3\ny  // note"
    let html = listing(code, [CheckedValue(expected: "0.3", computed: "0.31", passed: true)])
    // What the style sheet keeps from being copied.
    let copied =
      html
      .replacing(#/<button.*?</button>/#, with: "")
      .replacing(#/<span class="computed".*?</span></span>/#, with: "")
      .replacing(#/<[^>]*>/#, with: "")
    #expect(copied == code + "\n")
  }

  @Test func keyChangesWithAllThatIsShown() {
    func key(_ code: String, _ value: CheckedValue) -> String {
      let block = SampleCourse.lesson("```swift\n\(code)\n```\n").blocks[0]
      return CodeListing(code: block.code, checks: block.checks, values: [value]).key
    }
    let value = CheckedValue(expected: "4", computed: "4", passed: true)
    let keys = [
      key("x  // = 4", value), key("y  // = 4", value),
      key("x  // = 4", CheckedValue(expected: "4", computed: "5", passed: true)),
      key("x  // = 4", CheckedValue(expected: "5", computed: "4", passed: true)),
      key("x  // = 4", CheckedValue(expected: "4", computed: "4", passed: false)),
      key("x  // = 4", CheckedValue(expected: "4", computed: nil, passed: true)),
      key("x  // = 4", CheckedValue(expected: "4", computed: "", passed: true)),
    ]
    #expect(Set(keys).count == keys.count)
  }
}
