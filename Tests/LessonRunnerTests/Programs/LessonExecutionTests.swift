import LessonFormat
import Testing

@testable import LessonRunner

/// One lesson all the way; what can come of lessons is in `CourseOfRulesTests`.
@Suite struct LessonExecutionTests {
  private func run(_ lesson: Lesson, seconds: Double = 20) throws -> RunOutcome {
    try withScratch { folder in
      let toolchain = try Toolchain.ofTests()
      return try LessonExecution(
        lesson: lesson, imports: [], toolchain: toolchain,
        sandbox: Sandbox(
          isolation: try Isolation.chosen(nil, trusts: false), toolchain: toolchain,
          limits: Sandbox.Limits(seconds: seconds, memory: 1 << 30, output: 1000)),
        course: folder, scratch: folder, moduleCache: folder + "/modules"
      ).run()
    }
  }

  @Test func aLessonIsCompiledLinkedRunAndClassified() throws {
    let outcome = try run(
      sampleLesson(
        "```swift\nlet a = 1\nprint(a)\na + 1  // = 2\n```\n\n```swift fails\nlet b: String = a\n```\n"
      ))
    #expect(outcome.ending == .finished)
    #expect(
      outcome.records == [
        .block(0), .text("1\n"),
        .check(block: 0, check: 0, value: ComputedValue("2", .numbers(.exact))), .end,
      ])
    #expect(outcome.failing[1]?.map(\.severity) == [.error])
  }

  @Test func aBlockThatWaitsAndShouldTrapRunsOutOfTimeIfItNeverEnds() throws {
    let lesson = sampleLesson("```swift traps\nawait Task.yield()\nwhile true {}\n```\n")
    let outcome = try run(lesson, seconds: 1)
    let checks = LessonJudge.judge(lesson, outcome).checks(.trap)
    #expect(checks.first?.rule == .timedOut, "\(outcome)")
    #expect(checks.first?.actual == "ran out of time")
  }

  @Test func anErrorThatNothingCatchesIsReportedWhereItIsThrown() throws {
    let outcome = try run(
      sampleLesson(
        "```swift\nstruct E: Error {}\nfunc f(_ x: Int) throws { if x > 1 { throw E() } }\ntry f(1)\n"
          + "let a = 1\nlet b: Void = try f(2)\nlet c = 3\n```\n"))
    #expect(
      outcome.ending
        == .trapped(
          said: "an error was thrown and not caught: E()",
          place: RunOutcome.Place(block: 0, claim: nil, line: 4, offset: 14)))
  }

  @Test func aReadOfAVariableThatHasNoValueYetShowsWhenOtherBytesAreThere() throws {
    let declared =
      "let η = 0.5\nprivate let hidden = true\nlet word = \"a\"\nclass C {}\nvar c = C()\n"
    let early = """
      struct S {
        subscript(i: Int, by s: Double = η) -> Double { s }
        subscript(a: String, by b: Bool = hidden) -> Bool { b }
      }
      func unused() { print(word, c) }
      """
    func uses(_ calls: String) throws -> [RunOutcome.EarlyUse] {
      try run(
        sampleLesson(
          "```swift\n\(early)\n\(calls)\n```\n\nIt is `S()[1] ≈ 0`.\n\n```swift\n\(declared)\n```\n"
            .replacing("It is `S()[1] ≈ 0`.", with: calls == "claim" ? "It is `S()[1] ≈ 0`." : "a")
            .replacing("\nclaim\n", with: "\n"))
      ).earlyUses
    }
    typealias Use = RunOutcome.EarlyUse
    #expect(try uses("1 + 1 // = 2") == [])
    #expect(try uses("S()[1] // = 0") == [Use(variable: "η", block: 0, check: 0)])
    #expect(
      try uses("1 + 1 // = 2\nprint(S()[1])\nS()[\"a\"] // = false") == [
        Use(variable: "η", block: 0), Use(variable: "hidden", block: 0, check: 1),
      ])
    #expect(try uses("claim") == [Use(variable: "η", claim: 0)])
  }

  @Test func aBlockThatLeavesABraceOpenFailsToCompile() throws {
    let outcome = try run(sampleLesson("```swift fails\nfunc f() {\n```\n"))
    #expect(outcome.undecided.isEmpty)
    #expect(outcome.failing[0]?.contains { $0.text.contains("expected '}'") } == true)
  }

  @Test func aCheckIsMissedByNoProgramThatClosesItsOutput() throws {
    let outcome = try run(
      sampleLesson("```swift\nimport Foundation\nclose(1)\nfor i in 4...5 {\n  i // = 4\n}\n```\n"))
    #expect(outcome.ending == .leftEarly(status: 1))
  }

  @Test func aLessonWithNothingToRunNeedsNoCompiler() throws {
    let outcome = try LessonExecution(
      lesson: sampleLesson("```swift skip=\"it takes a day\"\nlet a = 1\n```\n"), imports: [],
      toolchain: .sample(),
      sandbox: Sandbox(
        isolation: .none, toolchain: .sample(),
        limits: Sandbox.Limits(seconds: 1, memory: 1 << 30, output: 1000)),
      course: "/nonexistent", scratch: "/nonexistent", moduleCache: "/nonexistent"
    ).run()
    #expect(outcome == RunOutcome())
  }
}
