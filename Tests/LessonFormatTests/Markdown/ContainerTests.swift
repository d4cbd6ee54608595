import Testing

@testable import LessonFormat

@Suite struct ContainerTests {
  @Test func aQuoteTakesOneBlankAfterItsMark() {
    let quote = Container.quote(line: 0, at: LineCursor(), in: bytes(">  a")[...])
    #expect(quote.content.offset == 2)
    var cursor = LineCursor()
    #expect(quote.match(&cursor, in: bytes("   > b")[...]))
    #expect(cursor.offset == 5)
    var other = LineCursor()
    #expect(!quote.match(&other, in: bytes("    > b")[...]))
    #expect(!quote.match(&other, in: bytes("b")[...]))
  }

  @Test(arguments: [
    ("- a", 2, 2), ("10. a", 4, 4), ("-    a", 5, 5), ("-     a", 2, 2), ("-", 1, 2),
  ])
  func anItemsTextStartsAfterItsMarker(line: String, offset: Int, indent: Int) {
    let item = Container.item(
      line: 0, at: LineCursor(), parent: LineCursor(), in: bytes(line)[...])
    #expect(item.content.offset == offset)
    var cursor = LineCursor()
    #expect(item.match(&cursor, in: bytes(String(repeating: " ", count: indent) + "b")[...]))
    #expect(cursor.column == indent)
    var outside = LineCursor()
    #expect(!item.match(&outside, in: bytes(String(repeating: " ", count: indent - 1) + "b")[...]))
  }
}
