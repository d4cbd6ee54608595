import Testing

@testable import LessonFormat

@Suite struct LineCursorTests {
  @Test func aTabReachesToTheNextMultipleOfFour() {
    let line = bytes("a\tb")[...]
    var cursor = LineCursor()
    cursor.advance(columns: 2, in: line)
    #expect([cursor.offset, cursor.column] == [1, 2])
    cursor.advance(columns: 2, in: line)
    #expect([cursor.offset, cursor.column] == [2, 4])
  }

  @Test func aCursorStopsAtTheEnd() {
    var cursor = LineCursor()
    cursor.advance(columns: 9, in: bytes("ab")[...])
    #expect([cursor.offset, cursor.column] == [2, 2])
  }

  @Test func theFirstByteThatIsNotBlankIsFound() {
    let first = LineCursor().firstNonblank(in: bytes(" \t x")[...])
    #expect([first.offset, first.column] == [3, 5])
  }
}
