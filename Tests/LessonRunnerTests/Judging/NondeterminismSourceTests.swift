import Testing

@testable import LessonRunner

@Suite struct NondeterminismSourceTests {
  @Test(arguments: [
    ("let x = Int.random(in: 0...9)", "`random`"),
    ("let x = Int.random(in: 0...9, using: &seeded)", nil),
    ("UUID()", "`UUID`"), ("// Date\nlet x = 1", nil), ("let updated = 1", nil),
    ("Task { }", "`Task`"), ("let a = [\"x\": 1]", "a dictionary"), ("let a = [1, 2]", nil),
  ])
  func namesThatAreKnownForMakingRunsDifferAreFoundInCodeNotInComments(code: String, name: String?)
  {
    let words = NondeterminismSource.named(in: code)?.words
    #expect(words?.hasPrefix(name ?? "") == (name == nil ? nil : true))
  }

  @Test(arguments: [
    NondeterminismSource.hashing("`Set`"), .time("`Date`"), .randomness("`random`"),
    .addresses("`Unmanaged`"), .threads("`Task`"),
  ])
  func everySourceNamesWhatWasFound(source: NondeterminismSource) {
    #expect(source.words.hasPrefix("`"))
    #expect(!source.remedy.isEmpty)
  }
}
