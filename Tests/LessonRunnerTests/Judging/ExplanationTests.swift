import LessonFormat
import Testing

@testable import LessonRunner

@Suite struct ExplanationTests {
  private func reason(_ expected: String, _ actual: String) throws -> String? {
    let expectation = try Expectation.read(.approximately, expected)
    return Explanation.likelyReasons(expectation, actual: ComputedValue(actual)).first
  }

  @Test(arguments: [
    ("0.5", "-0.5", "the sign is the other one"),
    ("12.0", "6.0", "what came is half of it: a factor of 2 is missing"),
    ("[0.10, 0.20]", "[0.2, 0.4]", "what came is twice as much: a factor of ½ is missing"),
    (
      "0.6000", "0.2",
      "what came is 1/3 of it: is one of the two a sum and the other a mean?"
    ),
    (
      "[0.0250, 0.0500]", "[0.1, 0.2]",
      "what came is 4 times as much: is one of the two a sum and the other a mean?"
    ),
    (
      "[[1, 3], [2, 4]]", "[[1.0, 2.0], [3.0, 4.0]]",
      "the rows and columns are exchanged: is it the transpose?"
    ),
    (
      "[[1, 2, 3], [4, 5, 6]]", "[[1.0, 4.0], [2.0, 5.0], [3.0, 6.0]]",
      "the rows and columns are exchanged: is a transpose missing?"
    ),
    ("[3.0, 2.0, 1.0]", "[1.0, 2.0, 3.0]", "these are the same numbers in the opposite order"),
    ("0.334", "0.33333", "only the last digit differs: rounded from a rounded number?"),
  ])
  func isNamed(expected: String, actual: String, reason: String) throws {
    #expect(try self.reason(expected, actual) == reason)
  }

  @Test(arguments: [
    ("2.5", "2.0"), ("12", "0.5"), ("1", "2"), ("2", "1.0"), ("6.1", "6.0"),
    ("[1.0, 2.0]", "[1.0, 3.0]"), ("0.734", "0.112"),
  ])
  func nothingIsGuessedWhereDigitsDoNotSufficeOrNothingFits(expected: String, actual: String) throws
  {
    #expect(try reason(expected, actual) == nil)
  }

  @Test func exactDigitsThatWouldHoldAsTheyAreWrittenAreSaidTo() throws {
    func reason(_ expected: String, _ actual: ComputedValue) throws -> String? {
      Explanation.likelyReasons(try Expectation.read(.equal, expected), actual: actual).first
    }
    let sum = ComputedValue("0.30000000000000004", .numbers(.double))
    #expect(try reason("0.3", sum)?.hasPrefix("`=` compares every digit; `≈`") == true)
    #expect(try reason("0.4", sum) == nil)
    #expect(try reason("3", ComputedValue("4", .numbers(.exact))) == nil)
  }

  private func mismatch(_ expected: String, _ actual: String) throws -> String {
    Explanation.mismatch(
      "f(x)", try Expectation.read(.approximately, expected), actual: ComputedValue(actual))
  }

  @Test func aMismatchSaysWhatKindItIs() throws {
    #expect(try mismatch("0.5", "saddle") == "`f(x)` is not a number or a list of numbers")
    #expect(
      try mismatch("[1, 2]", "[1.0, 2.0, 3.0]")
        == "`f(x)` has the shape [3], and the lesson says [2]")
    #expect(try mismatch("0.5", "0.6") == "`f(x)` is not ≈ 0.5")
    let long = "[" + Array(repeating: "0.25", count: 20).joined(separator: ", ") + "]"
    #expect(
      try mismatch(long, long.replacing("0.25", with: "1"))
        == "`f(x)` is not ≈ what the lesson says")
  }

  @Test func theRemedyNamesTheFile() {
    #expect(
      Explanation.remedy(for: "x.md")
        == "fix the code, or write the computed value into the lesson: gradus accept x.md")
  }

  @Test func whatNoOneValueSatisfiesIsNotOfferedToAccept() {
    let accepted = Explanation.remedy(for: "my a.md", .approximately)
    #expect(accepted.hasSuffix("gradus accept 'my a.md'"))
    #expect(Explanation.remedy(for: "a.md").hasSuffix("gradus accept a.md"))
    for relation in [Relation.notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual] {
      #expect(!Explanation.remedy(for: "a.md", relation).contains("accept"))
    }
    #expect(!Explanation.remedy(for: "a.md", .equal, varies: true).contains("accept"))
  }
}
