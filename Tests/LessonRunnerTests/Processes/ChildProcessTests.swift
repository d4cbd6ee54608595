import Dispatch
import Glibc
import Testing

@testable import LessonRunner

@Suite struct ChildProcessTests {
  private func run(
    _ script: String, input: [UInt8] = [], seconds: Double = 20, outputLimit: Int = 1 << 28,
    memory: UInt64 = 0
  ) throws -> ChildProcess.Outcome {
    try ChildProcess(
      program: "/bin/sh", arguments: ["-c", script], environment: ["A": "b c"], input: input,
      seconds: seconds, outputLimit: outputLimit, memory: memory
    ).run()
  }

  @Test func outputAndErrorsAreKeptApart() throws {
    let outcome = try run(#"printf "$A"; printf error >&2; exit 3"#)
    #expect(outcome.output == Array("b c".utf8))
    #expect(outcome.errors == Array("error".utf8))
    #expect(outcome.ending == .exited(3))
  }

  @Test func inputBeyondAPipesLengthArrivesWhole() throws {
    let input = (0..<300_000).map { UInt8($0 % 251) }
    #expect(try run("cat", input: input).output == input)
    // What is not read is no reason to wait.
    #expect(try run("exit 0", input: input).ending == .exited(0))
  }

  @Test func aProgramThatIsStillOpenForWritingIsWaitedFor() throws {
    try withScratch { folder in
      let program = folder + "/program"
      let file = open(program, O_WRONLY | O_CREAT | O_CLOEXEC, 0o755)
      _ = "#!/bin/sh\nexit 3\n".withCString { write(file, $0, strlen($0)) }
      // A thread of its own: those of tasks are busy with other tests.
      DispatchQueue(label: "closes").asyncAfter(deadline: .now() + 0.05) { close(file) }
      let process = ChildProcess(
        program: program, arguments: [], environment: [:], input: [], seconds: 20,
        outputLimit: 100, memory: 0)
      let outcome = try process.run()
      #expect(outcome.ending == .exited(3))
    }
  }

  @Test func theEnvironmentIsTheOneThatIsGiven() throws {
    #expect(try run(#"printf "${HOME-none}""#).output == Array("none".utf8))
  }

  @Test func aSignalIsTold() throws {
    #expect(try run("kill -TERM $$").ending == .signalled(SIGTERM))
  }

  @Test func aProgramThatTakesTooLongIsKilledWithWhatItStarted() throws {
    let began = Clock.seconds
    let outcome = try run("sleep 60 & printf a; sleep 60", seconds: 0.3)
    #expect(outcome.ending == .timedOut && outcome.output == Array("a".utf8))
    #expect(Clock.seconds - began < 20)
  }

  @Test func aProgramThatClosesItsOutputStillEndsInTime() throws {
    #expect(try run("exec >&- 2>&-; sleep 60", seconds: 0.3).ending == .timedOut)
  }

  @Test func aFloodIsEnded() throws {
    #expect(try run("yes", outputLimit: 100_000).ending == .wroteTooMuch)
  }

  @Test func outputIsHandedOnAsItComes() throws {
    var seen: [UInt8] = []
    let process = ChildProcess(program: "/bin/echo", arguments: ["a"], seconds: 20)
    let outcome = try process.run { seen += $0 }
    #expect(seen == outcome.output && seen == Array("a\n".utf8))
  }

  @Test func aProgramThatIsNotThereIsAnError() {
    let error = #expect(throws: ProcessError.self) {
      try ChildProcess(program: "/nonexistent", arguments: [], seconds: 1).run()
    }
    #expect(error?.program == "/nonexistent" && error?.reason == "No such file or directory")
  }

  @Test(arguments: [
    (0 as Int32, ChildProcess.Ending.exited(0)), (3 << 8, .exited(3)), (255 << 8, .exited(255)),
    (SIGKILL, .signalled(SIGKILL)),
    // With the bit of a core file.
    (SIGSEGV | 0x80, .signalled(SIGSEGV)),
  ])
  func aWaitStatusIsAStatusOrASignal(status: Int32, ending: ChildProcess.Ending) {
    #expect(ChildProcess.Ending(waitStatus: status) == ending)
  }
}
