import Testing

@testable import LessonFormat

@Suite struct ScalarTextTests {
  @Test(arguments: ["", "abc 0.5", "−1 × 10⁻³ é 🙂 e\u{301}"])
  func aTextIsThatOfItsScalars(text: String) {
    #expect(String(scalars: text.unicodeScalars) == text)
    #expect(
      String(scalars: Array(text.unicodeScalars)).unicodeScalars.elementsEqual(text.unicodeScalars))
  }
}
