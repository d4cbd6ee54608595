import Testing

@testable import LessonFormat

@Suite struct TrimmingBlanksTests {
  @Test(arguments: [
    ("  a b \t", "a b"), ("\n a\r\n", "a"), ("", ""), (" \t\n", ""), ("é", "é"),
    ("\u{A0}a", "\u{A0}a"),
  ])
  func blanksAndLineEndingsGoFromBothEnds(text: String, trimmed: String) {
    #expect(text.trimmingBlanks == trimmed)
  }
}
