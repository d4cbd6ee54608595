import FileSystem
import Glibc
import Testing

@testable import LessonRunner

/// Hosts of a few lines stand for `lesson-host`. They are given the program, the entries and the
/// boundary.
@Suite struct ProgramRunnerTests {
  private func run(
    host script: String, entries: [String] = ["main"], numbering: ProgramNumbering? = nil
  ) throws -> ProgramRunner.Run {
    try withScratch { folder in
      let host = folder + "/host"
      try Files.write("#!/bin/sh\nread -r boundary\n" + script, at: host)
      chmod(host, 0o755)
      let sandbox = Sandbox(
        isolation: .none, toolchain: .sample(host: host),
        limits: Sandbox.Limits(seconds: 10, memory: 1 << 30, output: 1000))
      return try ProgramRunner(sandbox: sandbox, course: folder).run(
        "\(folder)/lesson.so", entries: entries,
        numbering: numbering ?? ProgramNumbering(lesson: sampleLesson(blocks: "let a = 1")))
    }
  }

  @Test func recordsComeBackBetweenWhatIsPrintedAndTheErrorsApart() throws {
    let run = try run(
      host:
        #"printf 'hello%sB000000031:0%sD00000000' "$boundary" "$boundary"; echo oops >&2; exit 3"#)
    #expect(run.records == [.text("hello"), .block(0), .end])
    #expect(run.said == "oops\n" && run.ending == .exited(3))
  }

  @Test func theHostIsGivenAllEntriesInOrder() throws {
    let run = try run(host: #"printf '%s' "$2""#, entries: ["a_main", "b_main"])
    #expect(run.records == [.text("a_main,b_main")])
  }

  @Test func theBoundaryIsAnotherOneEachTime() throws {
    let first = try run(host: #"printf '%s' "$boundary" | tr 0-9a-f g-v"#)
    let second = try run(host: #"printf '%s' "$boundary" | tr 0-9a-f g-v"#)
    guard case .text(let text) = first.records.first else {
      Issue.record("the boundary in other letters is printed text")
      return
    }
    #expect(text.count == 32 && first.records != second.records)
  }

  @Test func recordsOfUnitsHaveTheNumbersOfTheLesson() throws {
    let lesson = sampleLesson(blocks: "let a = 1", "let b = 2")
    let units = [
      CompilationUnit(index: 0, blocks: 0..<1, claims: 0..<0, dependencies: []),
      CompilationUnit(index: 1, blocks: 1..<2, claims: 0..<0, dependencies: []),
    ]
    let numbering = ProgramNumbering(lesson: lesson, units: units)
    let number = String(numbering.number(ofBlock: 1))
    let run = try run(
      host: #"printf '%sB00000007%d:%d' "$boundary" \#(number.utf8.count) \#(number)"#,
      numbering: numbering)
    #expect(run.records == [.block(1)])
  }

  @Test func aProgramThatIsNotLoadedRanAllTheSame() throws {
    let run = try run(
      host: "echo \"lesson-host: can't load $1: undefined symbol: nowhere\" >&2; exit 70")
    #expect(!run.neverStarted && run.loadFailure == "undefined symbol: nowhere")
  }

  @Test func aFileThatIsMissingOnThisMachineIsNoFaultOfTheLessons() {
    let said = "libX.so: cannot open shared object file: No such file or directory"
    #expect(throws: ProcessError.self) {
      try run(host: "echo \"lesson-host: can't load \(said)\" >&2; exit 70")
    }
  }

  @Test(arguments: ["bwrap", "lesson-host"])
  func aProgramThatNeverStartedIsNoFaultOfTheLessons(tool: String) {
    let error = #expect(throws: ProcessError.self) {
      try run(host: "echo '\(tool): no' >&2; exit 1")
    }
    #expect(error?.reason == "\(tool): no")
    #expect(throws: Never.self) {
      try run(host: "echo printed; echo '\(tool): no' >&2; exit 1")
    }
  }
}
