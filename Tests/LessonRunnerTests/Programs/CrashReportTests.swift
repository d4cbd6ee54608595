import Testing

@testable import LessonRunner

@Suite struct CrashReportTests {
  /// What the Swift 6.3 runtime writes for an index out of range, shortened.
  private let trap = """
    Swift/ContiguousArrayBuffer.swift:692: Fatal error: Index out of range

    *** Signal 4: Backtracing from 0x7f400a96df7f... done ***

    Thread 0 "lesson-host" crashed:

      0      0x00007f400a96df7f _assertionFailure(_:_:file:line:flags:) + 623 in libswiftCore.so
      3 [ra] 0x00007f400a30af15 boom(_:) + 52 in lesson.so at lessons/x.md:14:4
      4 [ra] 0x00007f400a30b1e3 L_main + 642 in lesson.so at lessons/x.md:32:7
    """

  @Test func theMessageIsTheRuntimesThePlaceTheInnermostLineOfTheLesson() {
    let report = CrashReport.read(trap, file: "lessons/x.md")
    #expect(report.message == "Index out of range")
    #expect(report.line == 14)
    #expect(report.column == 4)
  }

  @Test func whatTheProgramPrintedBeforeIsNotTheRuntimesMessage() {
    let report = CrashReport.read("Fatal error: a lie\n" + trap, file: "lessons/x.md")
    #expect(report.message == "Index out of range")
  }

  @Test func withoutABacktraceThePlaceIsThatOfTheFatalError() {
    let said = "lesson_x/x.md:9: Fatal error: the shapes differ"
    let report = CrashReport.read(said, file: "lessons/x.md")
    #expect(report.message == "the shapes differ")
    #expect(report.line == 9)
  }

  @Test(arguments: [
    ("*** Signal 11: Backtracing from 0x1... failed ***", "touched memory"),
    ("*** Signal 8: Backtracing from 0x1... failed ***", "divided by zero"),
    ("Swift runtime failure: arithmetic overflow + 0 in lesson.so", "arithmetic overflow"),
    (
      "lesson_x/x.md:3: Fatal error: Error raised at top level: lesson_x.Bad()",
      "not caught: Bad()"
    ),
  ])
  func crashesWithoutAMessageArePutInWords(said: String, part: String) {
    #expect(CrashReport.read(said, file: "lessons/x.md").message.contains(part))
  }

  @Test func runningOutOfMemoryIsToldFromOtherCrashes() {
    let said = "Fatal error: failed to allocate 570425280 bytes of memory with alignment 8"
    #expect(CrashReport.read(said, file: "x.md").isOutOfMemory)
    #expect(!CrashReport.read(trap, file: "x.md").isOutOfMemory)
  }
}
