import LessonFormat
import Testing

@testable import LessonRunner

@Suite struct PlaceInLineTests {
  private let file = SourceFile(path: "x.md", text: "é $x$ $x$\n")

  @Test func columnsCountScalarsAndOffsetsBytes() {
    var place = PlaceInLine(line: 1, of: file)
    let first = place.offset(of: Array("$x$".utf8))
    #expect(first == 3)
    place.move(to: 4)
    #expect(place.column == 4 && place.offset(of: Array("$x$".utf8)) == 7)
  }

  @Test func aColumnBeyondTheLineIsNotReached() {
    var place = PlaceInLine(line: 1, of: file)
    let reached = [3, 10, 11].map { place.move(toColumn: $0) }
    #expect(reached == [true, true, false] && place.offset == 10)
    var empty = PlaceInLine(line: 7, of: file)
    let inEmpty = [1, 2].map { empty.move(toColumn: $0) }
    #expect(inEmpty == [true, false])
  }
}
