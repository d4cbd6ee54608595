import LessonFormat
import Testing

@testable import LessonRunner

@Suite struct CompilationUnitTests {
  /// The units of a lesson with these blocks, divided wherever it can be.
  private func divide(_ blocks: String...) -> [CompilationUnit]? {
    let text = blocks.map { "```swift\n\($0)\n```\n" }.joined(separator: "\nText.\n\n")
    let file = SourceFile(path: "lesson.md", text: text)
    return CompilationUnit.divide(LessonReader.read(file, id: "lesson"), lengths: 1...1) {
      BlockNames(of: $0)
    }
  }

  @Test func unitsDependOnWhatTheyNameAndOnAllThatNeeds() throws {
    let units = try #require(
      divide("let a = 1", "let b = a", "let free = 2", "struct P { var left = b }", "P().left"))
    #expect(units.map(\.blocks) == [0..<1, 1..<2, 2..<3, 3..<4, 4..<5])
    #expect(units.map(\.dependencies) == [[], [0], [], [0, 1], [0, 1, 3]])
  }

  @Test func membersOfExtensionsReachAllThatFollows() throws {
    let units = try #require(divide("extension Int { var next: Int { self + 1 } }", "let b = 2"))
    #expect(units.map(\.dependencies) == [[], [0]])
  }

  @Test func aNameThatIsDeclaredTwiceKeepsItsBlocksTogether() throws {
    let units = try #require(
      divide("let a = 1", "func f(_ x: Int) {}", "1", "func f(_ y: Double) {}"))
    #expect(units.map(\.blocks) == [0..<1, 1..<4])
  }

  @Test func aFunctionThatEarlierCodeMayMeanKeepsItsBlocksTogether() throws {
    // The first block calls the library's `exp`; in one file it would see the lesson's as well.
    let units = try #require(
      divide("let e = exp(1.0)", "1", "func exp(_ x: Double) -> Double { x }", "exp(2)"))
    #expect(units.map(\.blocks) == [0..<3, 3..<4])
  }

  @Test func aFunctionOfTheLessonsOwnTypesConcernsNothingBeforeThem() throws {
    let units = try #require(
      divide("let e = exp(1.0)", "struct Dual { var v = 1.0 }", "func exp(_ x: Dual) -> Dual { x }")
    )
    #expect(units.count == 3)
  }

  @Test func aLocalVariableIsNotTheLaterOneOfThatName() throws {
    let units = try #require(divide("func f(_ w: Int) -> Int { w + 1 }", "let w = 2"))
    #expect(units.count == 2)
  }

  @Test func aConformanceKeepsAllThatUsesItsTypeTogether() throws {
    let own = try #require(
      divide(
        "let z = 1", "struct P {}", "print(P())",
        "extension P: CustomStringConvertible { var description: String { \"\" } }", "z"))
    #expect(own.map(\.blocks) == [0..<1, 1..<4, 4..<5])
    let foreign = divide("let z = 1", "extension Double: @retroactive Error {}", "z")
    #expect(foreign?.map(\.blocks) == [0..<2, 2..<3])
  }

  @Test func whatNeedsItsFileIsNotDivided() {
    #expect(divide("let a = 1", "print(#line)") == nil)
  }

  @Test func aLongLessonIsOneOfManyStatementsAndItsUnitsAreShorter() throws {
    func lesson(_ count: Int) -> Lesson {
      sampleLesson(blocks: (0..<count).map { "let a\($0) = 1  // = 1" })
    }
    #expect(!lesson(200).isLong && lesson(300).isLong)
    let units = try #require(
      CompilationUnit.divide(lesson(300), lengths: CompilationUnit.lengthsOfLong) {
        BlockNames(of: $0)
      })
    #expect(units.map(\.blocks) == [0..<256, 256..<300])
  }

  @Test func aShortLessonIsNotDivided() {
    let file = SourceFile(path: "lesson.md", text: "```swift\nlet a = 1\n```\n")
    let lesson = LessonReader.read(file, id: "lesson")
    #expect(CompilationUnit.divide(lesson) { BlockNames(of: $0) } == nil)
  }
}
