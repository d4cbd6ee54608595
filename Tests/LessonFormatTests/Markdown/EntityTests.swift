import Testing

@testable import LessonFormat

@Suite struct EntityTests {
  @Test(arguments: [
    ("&amp;", 5, "&"), ("&#x41;b", 6, "A"), ("&#233;", 6, "é"), ("&nbsp;", 6, "\u{A0}"),
    ("&copy; 2", 6, "©"),
  ])
  func aReferenceStandsForACharacter(source: String, length: Int, text: String) {
    let entity = Entity.read(bytes(source), at: 0)
    #expect(entity?.length == length)
    #expect(entity?.decoded == bytes(text))
  }

  @Test(arguments: ["&", "&amp", "&;", "&nothing;", "& amp;", "&#;", "a"])
  func otherTextIsNoReference(source: String) {
    let isRead = Entity.read(bytes(source), at: 0) != nil
    #expect(!isRead)
  }
}
