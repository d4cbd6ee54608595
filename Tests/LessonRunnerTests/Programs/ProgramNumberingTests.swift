import LessonFormat
import Testing

@testable import LessonRunner

@Suite struct ProgramNumberingTests {
  private let lesson = sampleLesson(
    "# A\n\n```swift\nlet a = 1\n```\n\nIt is `a ≈ 1`.\n\n```swift\nlet b = 2\nb\n```\n")
  private let units = [
    CompilationUnit(index: 0, blocks: 0..<1, claims: 0..<1, dependencies: []),
    CompilationUnit(index: 1, blocks: 1..<2, claims: 1..<1, dependencies: []),
  ]

  @Test func inTheWholeLessonNumbersAreItsOwn() {
    let numbering = ProgramNumbering(lesson: lesson)
    #expect(numbering.file == "x.md")
    #expect(numbering.number(ofBlock: 1) == 1 && numbering.number(ofClaim: 0) == 0)
    #expect(numbering.line(1, ofBlock: 1) == 10 && numbering.line(ofClaim: 0) == 7)
    #expect(numbering.read(.block(1)) == .block(1))
  }

  @Test func inTheWholeLessonALineIsOfTheBlockAroundIt() throws {
    let numbering = ProgramNumbering(lesson: lesson)
    for (line, block, inBlock) in [(3, 0, 0), (4, 0, 1), (10, 1, 1), (11, 1, 2), (12, 1, 3)] {
      let place = try #require(numbering.place(ofLine: line))
      #expect(place.block == block && place.claim == nil && place.line == inBlock)
    }
    #expect(numbering.place(ofLine: 7)?.claim == 0)
    #expect(numbering.place(ofLine: 1) == nil && numbering.place(ofLine: 8) == nil)
  }

  @Test func inUnitsNumbersAreReadBackAsTheLessonsOwn() throws {
    let numbering = ProgramNumbering(lesson: lesson, units: units)
    for block in 0...1 {
      let number = numbering.number(ofBlock: block)
      #expect(number >= 20_000)
      #expect(numbering.read(.block(number)) == .block(block))
      #expect(
        numbering.read(.check(block: number, check: 2, value: "1"))
          == .check(block: block, check: 2, value: "1"))
      let place = try #require(numbering.place(ofLine: numbering.line(2, ofBlock: block)))
      #expect(place.block == block && place.line == 2)
    }
    let claim = numbering.number(ofClaim: 0)
    #expect(numbering.read(.claim(claim, value: "1")) == .claim(0, value: "1"))
    #expect(numbering.place(ofLine: numbering.line(ofClaim: 0))?.claim == 0)
  }

  @Test func aUnitKeepsItsNumbersWhileTheLessonAroundItChanges() {
    let later = sampleLesson(
      "# A\n\nMore.\n\n```swift\nlet a = 1\nlet c = 1\n```\n\nIt is `a ≈ 1`.\n\n"
        + "```swift\nlet b = 2\nb\n```\n")
    let before = ProgramNumbering(lesson: lesson, units: units)
    let after = ProgramNumbering(lesson: later, units: units)
    #expect(before.number(ofBlock: 1) == after.number(ofBlock: 1))
    #expect(before.line(1, ofBlock: 1) == after.line(1, ofBlock: 1))
  }

  @Test(arguments: [-1, 19_999, 24_000, Int.max / 10_000])
  func numbersThatStandForNothingHaveNoPlace(number: Int) {
    let numbering = ProgramNumbering(lesson: lesson, units: units)
    let place = numbering.place(ofLine: number * 10_000)
    #expect(place == nil)
  }

  @Test func manyClaimsOfOneLineHaveLinesOfTheirOwn() {
    let lesson = sampleLesson(
      "```swift\nlet a = 1\n```\n\n" + (0..<17).map { "`a ≈ \($0)` " }.joined())
    let numbering = ProgramNumbering(lesson: lesson)
    #expect((0..<17).map(numbering.line(ofClaim:)) == Array(6..<23))
    #expect((0..<17).map { numbering.place(ofLine: 6 + $0)?.claim } == Array(0..<17))
    #expect(numbering.place(ofLine: 23) == nil && numbering.place(ofLine: 2)?.block == 0)
  }

  @Test func unitsWithMoreBlocksThanNumbersDoNotSuffice() {
    #expect(ProgramNumbering.suffices(for: units, of: lesson))
    let large = CompilationUnit(index: 0, blocks: 0..<1001, claims: 0..<0, dependencies: [])
    #expect(!ProgramNumbering.suffices(for: [large], of: lesson))
  }
}
