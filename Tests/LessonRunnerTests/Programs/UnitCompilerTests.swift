import FileSystem
import LessonFormat
import Testing

@testable import LessonRunner

@Suite struct UnitCompilerTests {
  private let lesson = sampleLesson(
    "```swift\nlet a = 1\n```\n\n```swift exercise=\"e\"\nlet b: Int = a\n```\n\n"
      + "```swift check=\"e\"\nb  // = 2\n```\n\n```swift solution=\"e\"\nlet b = \"2\" + a\n```\n")

  private func compile(
    _ lesson: Lesson, in folder: String, _ toolchain: Toolchain, _ store: UnitStore
  ) throws -> UnitProgram? {
    try Files.createFolder(folder)
    let compiler = ProgramCompiler(
      lesson: lesson,
      frontend: CompilerFrontend(
        toolchain: toolchain, moduleCache: store.cache.folder! + "/modules", home: folder),
      folder: ProgramFolder(path: folder))
    return try UnitCompiler(compiler: compiler, imports: [], store: store).compile()
  }

  @Test func unitsAreCompiledOnceAndAnAttemptThatIsRejectedGoesOut() throws {
    try withScratch { folder in
      let cache = Cache(folder: folder + "/cache")
      let store = UnitStore(cache: cache, stamp: "1", lengths: 1...1)
      let toolchain = try Toolchain.ofTests()
      // A lesson that was never run is compiled as a whole.
      #expect(try compile(lesson, in: folder + "/0", toolchain, store) == nil)
      store.remember(lesson)
      let first = try #require(try compile(lesson, in: folder + "/1", toolchain, store))
      #expect(first.entries == (0...3).map { "lesson_x_\($0)_main" })
      #expect(first.rejected.keys.sorted() == [1])
      #expect(first.objects.allSatisfy(Files.exists))

      // A toolchain that is not there shows that nothing is compiled again.
      let none = Toolchain.sample(root: "/nonexistent", modules: toolchain.modules)
      let second = try #require(try compile(lesson, in: folder + "/2", none, store))
      #expect(second.rejected == first.rejected)
      for (one, other) in zip(first.objects, second.objects) {
        #expect(try Files.read(one) == Files.read(other))
      }
    }
  }

  @Test func aLongLessonIsCompiledInUnitsTheFirstTime() throws {
    try withScratch { folder in
      let lesson = sampleLesson(blocks: (0..<600).map { "let a\($0) = 1" })
      let store = UnitStore(cache: Cache(folder: folder + "/cache"), stamp: "1")
      let program = try compile(lesson, in: folder + "/1", try Toolchain.ofTests(), store)
      #expect(program?.objects.count == 3)
    }
  }

  @Test func aUnitThatDoesNotCompileLeavesAllToTheWholeLesson() throws {
    try withScratch { folder in
      let lesson = sampleLesson(blocks: "let a = 1", "let b: Int = \"\"")
      let store = UnitStore(cache: Cache(folder: folder + "/cache"), stamp: "1", lengths: 1...1)
      store.remember(lesson)
      let toolchain = try Toolchain.ofTests()
      #expect(try compile(lesson, in: folder + "/1", toolchain, store) == nil)
    }
  }

  @Test func aFailingBlockSeesTheUnitsBeforeIt() throws {
    let lesson = sampleLesson(
      "```swift\nlet a = 1\n```\n\n```swift\nlet b = 1\n```\n\n```swift fails\nlet c: String = a\n```\n"
    )
    let units = [
      CompilationUnit(index: 0, blocks: 0..<1, claims: 0..<0, dependencies: []),
      CompilationUnit(index: 1, blocks: 1..<3, claims: 0..<0, dependencies: [0]),
    ]
    let program = UnitProgram(
      lesson, units, importLines: ["import Backprop"], ProgramFolder(path: "/scratch"))
    let source = try #require(program.failing(lesson.blocks[2])).source
    #expect(source.hasPrefix("import LessonKit\nimport Backprop\n@testable import lesson_x_0\n"))
    #expect(!source.contains("let a") && source.contains("let b") && source.contains("let c"))
  }
}
