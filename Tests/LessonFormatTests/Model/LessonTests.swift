import Testing

@testable import LessonFormat

@Suite struct LessonTests {
  @Test(arguments: [
    ("---\ntitle: One\n---\n# Two\n", "One"), ("# Two *times*\n", "Two times"),
    ("text\n\n> # Three\n\n# Four\n", "Three"), ("## Two\n", "a"), ("", "a"),
  ])
  func theTitleIsThatOfTheFrontMatterOrTheFirstHeading(text: String, title: String) {
    #expect(lesson(text).title == title)
  }
}
