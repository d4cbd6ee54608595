import Markup
import Testing

struct ControlCharactersTests {
  @Test func thoseOfASCIIHavePicturesOfTheirOwn() {
    #expect(ControlCharacters.shown("\u{1B}[31m\u{7}\u{0}\u{7F}\r\n\t") == "␛[31m␇␀␡␍\n\t")
    #expect(ControlCharacters.shown("a\r\nb", keeping: ["\r", "\n"]) == "a\r\nb")
  }

  @Test(arguments: [
    0x80, 0x85, 0x9B, 0x9F, 0x61C, 0x2028, 0x2029, 0x202A, 0x202E, 0x2066, 0x2069,
  ])
  func thoseOfTerminalsAndOfDirectionHaveOneForAll(value: Int) throws {
    let scalar = try #require(Unicode.Scalar(value))
    #expect(ControlCharacters.picture(of: scalar) == "\u{2426}")
  }

  @Test(arguments: [
    "a", "é", "\u{A0}", "\u{200D}", "\u{2061}", "…", "√", "\u{203F}", "\u{206A}", "😀",
  ])
  func whatIsSeenStays(text: String) {
    #expect(ControlCharacters.shown(text) == text)
  }
}
