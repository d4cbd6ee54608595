import LessonFormat
import Testing

@testable import LessonRunner

@Suite("The likely reason of a mismatch")
struct ExplanationTests {
  private func reason(_ expected: String, _ actual: String) throws -> String? {
    let expectation = try Expectation.read(.approximately, expected)
    return Explanation.likelyReasons(expectation, actual: actual).first
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

  @Test(
    "nothing is guessed where digits do not suffice, or nothing fits",
    arguments: [("2.5", "2.0"), ("12", "0.5"), ("[1.0, 2.0]", "[1.0, 3.0]"), ("0.734", "0.112")])
  func isNotGuessed(expected: String, actual: String) throws {
    #expect(try reason(expected, actual) == nil)
  }

  @Test func anEditStandsInTheAuthorsLine() {
    let edits = [
      FixIt(line: 1, columns: 9..<9, text: "height: "),
      FixIt(line: 1, columns: 1..<5, text: "size"),
      FixIt(line: 1, columns: 10..<10, text: " ?? <#value#>"),
    ]
    #expect(
      FixIt.applied(edits, to: "area(2, 3)") { $0 - 1 } == "size(2, height: 3 ?? value)")
    #expect(FixIt.applied([FixIt(line: 1, columns: 9..<40, text: "")], to: "a") { $0 - 1 } == nil)
  }
}
