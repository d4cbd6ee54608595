import Testing

@testable import LessonFormat

@Suite struct SourcePositionTests {
  @Test func positionsAreOrderedByLineAndThenByColumn() {
    let places = [(2, 1), (1, 9), (1, 2)].map { SourcePosition(line: $0.0, column: $0.1) }
    #expect(places.sorted() == [places[2], places[1], places[0]])
  }

  @Test(arguments: [(1, 5, 3), (1, 2, 1), (2, 9, 1)])
  func aStretchIsUnderlinedWithinItsLine(line: Int, column: Int, width: Int) {
    let range = SourceRange(
      start: SourcePosition(line: 1, column: 2), end: SourcePosition(line: line, column: column))
    #expect(range.width == width)
  }
}
