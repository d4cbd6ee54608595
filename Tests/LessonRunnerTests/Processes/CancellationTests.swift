import Foundation
import Testing

@testable import LessonRunner

@Suite struct CancellationTests {
  private func sleeping(_ cancellation: Cancellation) -> ChildProcess {
    ChildProcess(
      program: "/bin/sleep", arguments: ["600"], seconds: 600, cancellation: cancellation)
  }

  @Test(.timeLimit(.minutes(20)))
  func aProgramThatRunsIsEnded() {
    let cancellation = Cancellation()
    DispatchQueue.global().asyncAfter(deadline: .now() + 0.2) { cancellation.cancel() }
    #expect(throws: ProcessError.self) { _ = try sleeping(cancellation).run() }
    #expect(cancellation.isCancelled)
  }

  @Test(.timeLimit(.minutes(20)))
  func afterwardsNoneIsStarted() {
    let cancellation = Cancellation()
    cancellation.cancel()
    #expect(throws: ProcessError.self) { _ = try sleeping(cancellation).run() }
  }

  @Test func aProgramThatEndedByItselfIsNoConcernOfIt() throws {
    let cancellation = Cancellation()
    let outcome = try ChildProcess(
      program: "/bin/echo", arguments: ["done"], seconds: 60, cancellation: cancellation
    ).run()
    #expect(outcome.ending == .exited(0))
    cancellation.cancel()
    #expect(String(decoding: outcome.output, as: UTF8.self) == "done\n")
  }
}
