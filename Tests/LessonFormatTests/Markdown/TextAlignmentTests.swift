import Testing

@testable import LessonFormat

@Suite struct TextAlignmentTests {
  @Test func everyByteIsFoundBehindEscapesAndReferences() {
    var alignment = TextAlignment(bytes("a\\*&amp;b"))
    var cursor = 0
    alignment.align(bytes("a*&b"), from: &cursor)
    #expect(alignment.places == [0, 1, 3, 8])
    #expect(alignment.isPlain == [true, false, false, true])
    #expect(cursor == 9)
  }

  @Test func aReferenceOfSeveralBytesStandsAtOnePlace() {
    var alignment = TextAlignment(bytes("x&eacute;"))
    var cursor = 1
    alignment.align(bytes("é"), from: &cursor)
    #expect(alignment.places == [1, 1])
    #expect(cursor == 9)
  }
}
