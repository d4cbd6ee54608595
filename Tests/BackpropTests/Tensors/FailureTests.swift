import Testing

@testable import Backprop

@Suite struct FailureTests {
  @Test func aFailureSaysItsSentenceAndTheCallersPlace() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      require(1 + 1 == 3, "Two and two are four.", file: "Module/Caller.swift", line: 42)
    }
    #expect(result.message.contains("Module/Caller.swift:42: Fatal error: Two and two are four."))
  }

  @Test func theSentenceOfACheckThatHoldsIsNotMade() {
    func sentence() -> String {
      Issue.record("The sentence was made.")
      return ""
    }
    require(1 + 1 == 2, sentence(), file: #fileID, line: #line)
  }
}
