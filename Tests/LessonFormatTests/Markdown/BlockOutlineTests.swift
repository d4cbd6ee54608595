import Testing

@testable import LessonFormat

@Suite struct BlockOutlineTests {
  @Test func codeAndHTMLAreVerbatim() {
    let outline = BlockOutline(blockLines("a\n\n```\nb\n```\n\n<div>\nc\n</div>\n\n    d"))
    #expect(
      outline.isVerbatim.enumerated().filter(\.element).map(\.offset) == [2, 3, 4, 6, 7, 8, 10])
  }

  @Test func everyParagraphHasANumberOfItsOwn() {
    let outline = BlockOutline(blockLines("a\nb\n\n> c\n# d\ne"))
    let numbers = outline.paragraph
    #expect(numbers.map { $0 == 0 } == [false, false, true, false, true, false])
    #expect(numbers[0] == numbers[1])
    #expect(Set([numbers[0], numbers[3], numbers[5]]).count == 3)
  }
}
