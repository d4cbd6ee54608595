import Testing

@testable import gradus

@Suite struct UsageWordsTests {
  @Test func eachErrorNamesWhatWasWrittenAndWhatToWrite() {
    let errors: [(UsageError, String, String)] = [
      (.unknownCommand("x", nearest: nil), "`x`", "gradus --help"),
      (.unknownOption("--stric", nearest: "--strict"), "`--stric`", "`--strict`"),
      (.noCommand, "no command", "gradus --help"),
      (.takesNoValue(option: "--strict"), "`--strict`", "alone"),
      (.needsValue(option: "--out", placeholder: "DIR"), "`--out`", "`--out DIR`"),
      (.notTaken(.out, by: .verify), "`gradus verify`", "usage: gradus verify"),
      (.tooFewOperands(.new), "`gradus new`", "usage: gradus new"),
      (.tooManyOperands(.doctor, first: "x"), "`x`", "usage: gradus doctor"),
      (.badJobs("0"), "`0`", "1 to 1024"), (.badFormat("xml"), "`xml`", "junit"),
      (.badColor("red"), "`red`", "never"), (.badShard("3/2"), "`3/2`", "2/3"),
      (.timesWithoutShard, "`--times`", "--shard"),
    ]
    for (error, cause, remedy) in errors {
      #expect(error.words.message.contains(cause))
      #expect(error.words.remedy.contains(remedy))
    }
  }
}
