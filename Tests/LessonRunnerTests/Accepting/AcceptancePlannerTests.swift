import LessonFormat
import Testing

@testable import LessonRunner

@Suite struct AcceptancePlannerTests {
  /// The lesson's text with what its only check, output or claim brought.
  private func accepted(
    _ text: String, _ records: [Record]
  ) throws -> (text: String, refusals: [String]) {
    let acceptance = try #require(Acceptance(judged(sampleLesson(text), records)))
    return (acceptance.newText, acceptance.refusals.map(\.message))
  }

  private func check(_ comment: String, _ values: ComputedValue...) throws -> (String, [String]) {
    let records = values.map { Record.check(block: 0, check: 0, value: $0) }
    let (text, refusals) = try accepted(
      "```swift\nf()  // \(comment)\n```\n", [.block(0)] + records + [.end])
    let line = text.split(separator: "\n")[1].dropFirst("f()  // ".count)
    return (String(line), refusals.map { String($0.split(separator: " ", maxSplits: 1)[1]) })
  }

  @Test(arguments: [
    ("≈ 0.50 ± 1e-3", "0.1234" as ComputedValue, "≈ 0.123 ± 1e-3"), ("= 2", "2.5", "= 2.5"),
    ("≈ [1.0, 2.0]", "[1.0, 3.14]", "≈ [1.0, 3.1]"),
    ("≈ [1.0, …, 9.0]", "[2.0, 5.0, 6.0, 9.0]", "≈ [2.0, …, 9.0]"),
    ("= saddle", "minimum", "= minimum"),
    ("= \"a\"", ComputedValue("b", .text), "= \"b\""), ("= a", ComputedValue("b", .text), "= b"),
    ("≈ [1.0]", "[1.0, 2.0]", "≈ [1.0, 2.0]"),
  ])
  func theNewValueIsWrittenInTheOldStyle(comment: String, value: ComputedValue, expected: String)
    throws
  {
    let (line, refusals) = try check(comment, value)
    #expect(line == expected)
    #expect(refusals.isEmpty)
  }

  @Test func whatOnlyAPersonCanResolveIsRefused() throws {
    #expect(try check("< 2", "3.0").1 == ["`<` has no one value; it is 3.0 now"])
    #expect(
      try check("≈ 1.0", "1.0", "2.0").1
        == ["it has more than one value; the first that fails is 2.0"])
    #expect(try check("≈ 1.0").1 == ["it was never reached, so there is no value to write"])
    #expect(try check("< 2", "3.0").0 == "< 2")
  }

  @Test func theNumberInTheTextMovesWithTheOneInTheComment() throws {
    let (text, _) = try accepted(
      "It is 0.5. <!-- check: a ≈ 0.5 -->\n", [.claim(0, value: "0.71"), .end])
    #expect(text == "It is 0.7. <!-- check: a ≈ 0.7 -->\n")
  }

  @Test(arguments: [
    ("0.5 and then -0.5", "0.7 and then -0.5"), ("0.5 and then −0.5", "0.7 and then −0.5"),
  ])
  func theNumberWithTheOppositeSignStays(before: String, after: String) throws {
    let (text, _) = try accepted(
      "\(before). <!-- check: a ≈ 0.5 -->\n", [.claim(0, value: "0.71"), .end])
    #expect(text == "\(after). <!-- check: a ≈ 0.7 -->\n")
  }

  @Test func aTrueMinusSignInTheTextStaysOne() throws {
    let (text, _) = try accepted(
      "At −0.5. <!-- check: a ≈ -0.5 -->\n", [.claim(0, value: "-0.71"), .end])
    #expect(text == "At −0.7. <!-- check: a ≈ -0.7 -->\n")
  }

  @Test func outputIsReplacedAsAWholeInItsContainer() throws {
    let (text, _) = try accepted(
      "- a\n\n  ```swift\n  print(1)\n  ```\n  ```output\n  1.0\n  ```\n",
      [.block(0), .text("2.04\n\nb\n"), .end])
    #expect(text == "- a\n\n  ```swift\n  print(1)\n  ```\n  ```output\n  2.0\n\n  b\n  ```\n")
  }

  @Test func lineEndingsStayAsTheyAre() throws {
    let (text, _) = try accepted(
      "```swift\r\nf()  // = 1\r\n```\r\n",
      [.block(0), .check(block: 0, check: 0, value: "2"), .end])
    #expect(text == "```swift\r\nf()  // = 2\r\n```\r\n")
  }
}
