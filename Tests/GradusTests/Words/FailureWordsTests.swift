import Courseware
import FileSystem
import LessonRunner
import Testing

@testable import gradus

@Suite struct FailureWordsTests {
  @Test func whatIsMissingOnTheMachineEndsWithThree() {
    let missing: [CommandFailure] = [
      .courseware(.noSiteSources(program: "/p")),
      .courseware(.verification(.machine(.missing(.bubblewrap(said: nil))))),
      .courseware(.verification(.typesetting(.missingTool(name: "Node", package: "nodejs")))),
      .courseware(.library(.machine(.missing(.toolchain)))),
    ]
    for failure in missing { #expect(failure.status == .somethingMissing) }
  }

  @Test func whatIsNamedWronglyEndsWithTwo() {
    let wrong: [CommandFailure] = [
      .usage(.noCommand), .unknownRule("a", nearest: nil), .courseware(.missing("a")),
      .courseware(.noFolder("a")), .courseware(.lesson(.badStem("A"))),
    ]
    for failure in wrong { #expect(failure.status == .wrongUsage) }
  }

  @Test func anInterruptionSaysNothingAndEndsAsShellsExpect() {
    let failure = CommandFailure.interrupted(signal: 2)
    #expect(failure.words == nil)
    #expect(failure.status.code == 130)
  }

  @Test func outputThatWasCutIsNoSuccess() {
    #expect(CommandFailure.outputCut("no space", status: .success).status == .failed)
    #expect(
      CommandFailure.outputCut("no space", status: .somethingMissing).status == .somethingMissing)
  }

  @Test func eachFailureNamesItsCauseAndARemedy() throws {
    let failures: [(CommandFailure, String, String)] = [
      (.unknownRule("bad-chek", nearest: "bad-check"), "`bad-chek`", "did you mean `bad-check`?"),
      (.courseware(.cacheRemains(folder: "c/.gradus")), "c/.gradus", "by hand"),
      (.courseware(.otherCourse("b", than: "a")), "`a` and `b`", "one course at a time"),
      (.courseware(.lesson(.exists(path: "l/a.md"))), "l/a.md", "another name"),
    ]
    for (failure, cause, remedy) in failures {
      let words = try #require(failure.words)
      #expect(words.message.contains(cause))
      #expect(words.remedy.contains(remedy))
    }
  }
}
