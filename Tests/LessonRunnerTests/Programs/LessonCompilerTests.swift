import LessonFormat
import Testing

@testable import LessonRunner

@Suite struct LessonCompilerTests {
  private func compiler(_ lesson: Lesson, in folder: String) throws -> LessonCompiler {
    LessonCompiler(
      compiler: ProgramCompiler(
        lesson: lesson,
        frontend: CompilerFrontend(
          toolchain: try Toolchain.ofTests(), moduleCache: folder + "/modules", home: folder),
        folder: ProgramFolder(path: folder)),
      imports: [])
  }

  private static func text(_ block: String, starter: String) -> String {
    "```swift\n\(block)\n```\n\n```swift exercise=\"e\"\n\(starter)\n```\n\n"
      + "```swift check=\"e\"\nb  // = 2\n```\n\n```swift solution=\"e\"\nlet b = 2\n```\n"
  }

  @Test func anAttemptThatDoesNotCompileGoesOutOfTheProgram() throws {
    let lesson = sampleLesson(Self.text("let a = 1", starter: "let b = missing"))
    try withScratch { folder in
      let whole = try compiler(lesson, in: folder).compile("lesson")
      #expect(whole.ending == nil)
      #expect(whole.rejected[0]?.map(\.text) == ["cannot find 'missing' in scope"])
      #expect(!whole.program.source.contains("missing"))
      #expect(whole.program.source.contains("entersAttempt(1)"))
    }
  }

  @Test func whatIsSaidOfAttemptsIsDroppedWhereTheLessonIsWrong() throws {
    let lesson = sampleLesson(Self.text("let a = missing", starter: "let b = missing"))
    try withScratch { folder in
      let whole = try compiler(lesson, in: folder).compile("lesson")
      #expect(whole.ending == .didNotCompile && whole.rejected.isEmpty)
      #expect(whole.messages.map(\.text) == ["cannot find 'missing' in scope"])
    }
  }

  @Test func anAttemptApartIsRejectedForItsOwnMistakesOnly() throws {
    let starter = "extension Int {}\nlet b = missing"
    try withScratch { folder in
      let wrong = sampleLesson(Self.text("let a = 1", starter: starter))
      let (_, rejection) = try compiler(wrong, in: folder)
        .compile(wrong.attempts[0], "attempt-0")
      guard case .ofAttempt(let outcome) = rejection else {
        Issue.record("the starter does not compile")
        return
      }
      #expect(outcome.messages.map(\.text) == ["cannot find 'missing' in scope"])
      let wrongBefore = sampleLesson(
        Self.text("let a = missing", starter: "extension Int {}\nlet b = 2"))
      guard
        case (_, .ofLesson) = try compiler(wrongBefore, in: folder)
          .compile(wrongBefore.attempts[0], "attempt-0")
      else {
        Issue.record("only the lesson before the starter does not compile")
        return
      }
    }
  }
}
