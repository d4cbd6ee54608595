import FileSystem
import LessonFormat
import Testing

@testable import LessonRunner

@Suite struct ProgramCompilerTests {
  private func compiler(_ lesson: Lesson, in folder: String) throws -> ProgramCompiler {
    ProgramCompiler(
      lesson: lesson,
      frontend: CompilerFrontend(
        toolchain: try Toolchain.ofTests(), moduleCache: folder + "/modules", home: folder),
      folder: ProgramFolder(path: folder))
  }

  @Test func messagesAreToldByTheCodeThatTheyAreAbout() throws {
    let lesson = sampleLesson(
      "```swift\nlet a = missing\n```\n\n```swift exercise=\"e\"\nlet b: Int = \"\"\n```\n\n"
        + "```swift check=\"e\"\nb  // = 2\n```\n\n```swift solution=\"e\"\nlet b = 2\n```\n")
    try withScratch { folder in
      let program = LessonProgram.running(lesson, attempts: lesson.attempts, imports: [])
      let compilation = try compiler(lesson, in: folder).compile(program, "lesson")
      #expect(compilation.ending == .didNotCompile)
      #expect(compilation.messages.map(\.text) == ["cannot find 'missing' in scope"])
      #expect(compilation.messages[0].place?.block == 0)
      #expect(compilation.rejectedAttempts.keys.sorted() == [0])
      #expect(compilation.errorCount == 2)
    }
  }

  @Test func whatTheCompilerFindsAfterTypeCheckingFailsABlockToo() throws {
    let lesson = sampleLesson("```swift fails\nlet a: Int\nprint(a)\n```\n")
    try withScratch { folder in
      let verdict = try compiler(lesson, in: folder).verdict(
        on: .failing(lesson.blocks[0], of: lesson, imports: [], inScope: true), lesson.blocks[0])
      guard case .read(let errors) = verdict else {
        Issue.record("\(verdict)")
        return
      }
      #expect(errors.map(\.text) == ["constant 'a' used before being initialized"])
      #expect(errors[0].place?.line == 1)
    }
  }

  @Test func aLessonIsAModuleThatNoLibraryCanHave() {
    let lesson = LessonReader.read(
      SourceFile(path: "x.md", text: "```swift\n```\n"), id: "a-b.é1")
    #expect(lesson.module == "lesson_a_b__1" && lesson.entry == "lesson_a_b__1_main")
  }
}
