import Testing

@testable import LessonFormat

@Suite struct TextBuilderTests {
  @Test func theEndIsThatOfTheLastByte() {
    var builder = TextBuilder(start: 3)
    #expect(builder.end == 3)
    builder.append(Byte.space, end: 4)
    builder.append(Byte.hash, end: 9)
    #expect(builder.bytes == bytes(" #"))
    #expect(builder.ends == [4, 9])
    #expect(builder.end == 9)
    builder.removeLast()
    #expect(builder.end == 4)
    builder.removeLast()
    #expect(builder.end == 3)
  }
}
