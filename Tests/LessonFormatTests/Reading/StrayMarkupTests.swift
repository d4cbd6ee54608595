import Testing

@testable import LessonFormat

@Suite struct StrayMarkupTests {
  private func findings(_ text: String) -> [String] {
    LessonReader.read(SourceFile(path: "a.md", text: "# A\n\n" + text), id: "a").findings.map {
      "\($0.position.line):\($0.position.column) \($0.rule.rawValue)"
    }
  }

  @Test(arguments: [
    "Swift", "SWIFT", "{swift}", "{.swift .numberLines}", "swift,ignore", "swfit", "Output",
    "ouput",
    "outputs", "Diagnostic", "diagnostics", "hidden swift", "hidden", "lang=swift",
    "language-swift",
    "swift=hidden", "skip=\"a\" swift",
  ])
  func aFenceWhoseLanguageIsAlmostOneOfOursIsReported(language: String) {
    #expect(findings("```\(language)\n1 // = 2\n```\n") == ["3:1 bad-info-string"])
  }

  @Test(arguments: ["", "python", "text", "sh", "swig", "console", "c++", "{r}", "math"])
  func otherLanguagesAreNot(language: String) {
    #expect(findings("```\(language)\n1 // = 2\n```\n") == [])
  }

  @Test func aFenceThatIsIndentedAsCodeIsReported() {
    #expect(findings("    ```swift\n    1 // = 2\n    ```\n") == ["3:5 bad-info-string"])
    #expect(findings("\t~~~output\n\t1\n\t~~~\n") == ["3:2 bad-info-string"])
    #expect(findings("- a\n\n      ```swift\n      1\n      ```\n") == ["5:7 bad-info-string"])
    #expect(findings("    text\n\n    ```python\n    ```\n") == [])
    #expect(findings("- a\n\n    ```swift\n    1\n    ```\n") == [])
    #expect(findings("````\n    ```swift\n````\n") == [])
  }

  @Test(arguments: [
    ("<details>\n```swift\n1 // = 2\n```\n</details>", 4),
    ("<details><summary>A</summary>\n~~~output\n1\n~~~\n</details>", 4),
    ("<div>\n<p>`a ≈ 2`</p>\n</div>", 4), ("<p>`a ≈ 2`</p>", 3),
  ])
  func aFenceOrAClaimInRawHTMLIsReported(text: String, line: Int) {
    #expect(findings("\(text)\n") == ["\(line):1 bad-info-string"])
  }

  @Test(arguments: [
    "<details>\n\n```swift\n1\n```\n\n</details>", "<pre>\n```swift\n1\n```\n</pre>",
    "<div>\n```python\n1\n```\n</div>", "<div>a ≈ 2, `b`</div>",
    "<!--\n```swift\n1\n```\n-->",
  ])
  func whatIsNoneOfOursInRawHTMLIsNot(text: String) {
    #expect(findings("\(text)\n") == [])
  }

  @Test func aCommentThatNothingClosesIsReportedWhereItOpens() {
    #expect(findings("<!-- a note\n\nText `1 ≈ 2`.\n") == ["3:1 bad-check"])
    #expect(findings("<div>\n a <!-- b --> <!-- c\n\nText.\n") == ["4:15 bad-check"])
    #expect(findings("<!-- a\n\nb -->\n\nText `<!--` and \\<!-- too.\n") == [])
    #expect(findings("Text <!-- a\n\nb -->\n") == ["3:6 bad-check"])
  }

  @Test(arguments: [
    "<script>", "<SCRIPT src=x>", "<style>", "<pre>", "<textarea>", "<?x", "<!NOTE well",
    "<![CDATA[",
  ])
  func markupThatNothingClosesIsReported(opening: String) {
    #expect(findings("\(opening)\n\nText `1 ≈ 2`.\n") == ["3:1 bad-check"])
  }

  @Test(arguments: [
    "<script>\n1\n</script>", "<pre>\n\n1\n</pre>", "<?x ?>", "<!NOTE>", "<![CDATA[ a ]]>",
    "<prefix>",
    "<details>",
  ])
  func markupThatEndsIsNot(text: String) {
    #expect(findings("\(text)\n\nText.\n") == [])
  }

  @Test func aFootnoteThatNothingRefersToIsReported() {
    #expect(findings("Text[^a].\n\n[^a]: One.\n\n[^b]: Two `1 ≈ 2`.\n") == ["7:1 dead-link"])
    #expect(findings("Text[^a].\n\n[^a]: One[^b].\n\n[^b]: Two.\n") == [])
  }

  @Test func aClaimInACellThatTheTableDropsIsReported() {
    let table = "| a | b |\n|---|---|\n| 1 | 2 |"
    #expect(findings(table + " `1 ≈ 2` |\n") == ["5:11 bad-check"])
    #expect(
      findings("> - " + table.replacing("\n", with: "\n>   ") + " <!-- check: 1 ≈ 2 --> |\n") == [
        "5:15 bad-check"
      ])
    #expect(findings(table + " more |\n") == [])
  }

  @Test(arguments: [
    "Check: 1 ≈ 2", "checks: 1 ≈ 2", "check 1 ≈ 2", "CHECK : 1 ≈ 2", "check:1 ≈ 2", "Checks 1 = 2",
  ])
  func aCommentThatMeansACheckIsReadAsOne(comment: String) {
    let file = SourceFile(path: "a.md", text: "The share is 2. <!-- \(comment) -->\n")
    #expect(LessonReader.read(file, id: "a").claims.map(\.expression) == ["1"])
  }

  @Test(arguments: ["checking 1 ≈ 2", "check this later", "a check: 1 ≈ 2", "Check the sign"])
  func otherCommentsAreNot(comment: String) {
    let file = SourceFile(path: "a.md", text: "The share is 2. <!-- \(comment) -->\n")
    let lesson = LessonReader.read(file, id: "a")
    #expect(lesson.claims.isEmpty && lesson.findings.isEmpty)
  }

  @Test func aClaimIsReadInSeveralBackticksUnlessItHoldsOne() {
    let file = SourceFile(path: "a.md", text: "``a ≈ 2``, ```b ≈ 3``` and `` `c ≈ 4` ``\n")
    #expect(LessonReader.read(file, id: "a").claims.map(\.expression) == ["a", "b"])
  }
}
