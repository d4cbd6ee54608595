import Testing

@testable import LessonFormat

@Suite struct StringLiteralTests {
  @Test(arguments: [
    (#""""#, ""), (#""oak""#, "oak"), (#""a\"b""#, "a\"b"), (#""\\n""#, "\\n"),
    (#""\n\r\t\0\'""#, "\n\r\t\0'"), (#""\u{e9}\u{1F600}""#, "\u{E9}\u{1F600}"),
  ])
  func aLiteralIsReadWithItsEscapes(text: String, value: String) {
    #expect(StringLiteral.value(of: text) == value)
  }

  @Test(arguments: [
    "", "\"", "oak", "\"a", #""a\""#, #""\q""#, #""\u{}""#, #""\u{110000}""#, #""\u{d800}""#,
    #""\u41""#, #""a"b"#, #"'a'"#,
  ])
  func whatIsNoLiteralIsNotRead(text: String) {
    #expect(StringLiteral.value(of: text) == nil)
  }

  @Test func aLiteralEndsAtItsQuote() throws {
    let (value, length) = try #require(StringLiteral.read("\"a\\\"\", 1]".unicodeScalars))
    #expect(value == "a\"" && length == 5)
  }

  @Test(arguments: [
    ("oak", "\"oak\""), ("a\r\nb", #""a\r\nb""#), ("\u{2028}", #""\u{2028}""#),
    ("a`b|c", #""a\u{60}b\u{7C}c""#), ("-->", #""-\u{2D}\u{3E}""#), ("\u{301}e", #""\u{301}e""#),
    ("\u{A0}", #""\u{A0}""#), ("é", "\"é\""), ("\u{7F}\u{1B}", #""\u{7F}\u{1B}""#),
    ("\u{202E}", #""\u{202E}""#),
  ])
  func whatIsNotSeenOrMeansSomethingToMarkdownIsEscaped(value: String, text: String) {
    #expect(StringLiteral.text(of: value) == text)
  }

  @Test func everyScalarIsReadAgain() {
    for number in Array(0..<0x3000) + Array(0xD7F0..<0xE010) + Array(0xFE00..<0x1_0010) {
      guard let scalar = Unicode.Scalar(UInt32(number)) else { continue }
      let value = "-" + String(scalar) + "a" + String(scalar)
      let text = StringLiteral.text(of: value)
      #expect(
        StringLiteral.value(of: text)?.unicodeScalars.elementsEqual(value.unicodeScalars) == true)
      #expect(text.unicodeScalars.allSatisfy { $0.value >= 32 && $0.value != 0x2028 })
    }
  }
}
