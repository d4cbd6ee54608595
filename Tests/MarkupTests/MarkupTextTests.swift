import Testing

@testable import Markup

struct MarkupTextTests {
  private func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    MarkupText.append(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func address(_ text: String) -> String {
    String(decoding: MarkupText.address(text), as: UTF8.self)
  }

  @Test func whatWouldBeMarkupBecomesAReference() {
    #expect(escaped("<a b=\"c\">&amp;") == "&lt;a b=&quot;c&quot;&gt;&amp;amp;")
    #expect(escaped("é '\n") == "é '\n")
    #expect(escaped("").isEmpty)
  }

  @Test func controlCharactersBecomePictures() {
    #expect(escaped("\u{1B}[31m\u{7}\u{0}\u{7F}") == "␛[31m␇␀␡")
    #expect(escaped("\t\r\n\u{80}\u{9B}2J\u{202E}a\u{2066}") == "\t\r\n␦␦2J␦a␦")
  }

  @Test func theSameCharactersAreControlsInEveryPlace() {
    let all = String(
      String.UnicodeScalarView((0...0x3FFF).compactMap(Unicode.Scalar.init) + ["😀", "\u{10FFFF}"]))
    let plain = all.filter { !"&<>\"".contains($0) }
    #expect(escaped(plain) == ControlCharacters.shown(plain, keeping: ["\t", "\n", "\r"]))
  }

  /// The characters that libcmark leaves as they are in an address; all others are encoded.
  @Test func addressesKeepWhatMayStandInThem() {
    let safe = "-_.+!*(),%#@?=;:/$~09AZaz"
    #expect(address(safe) == safe)
    for byte in UInt8(0)..<128 {
      let other = String(Unicode.Scalar(byte))
      let isLetter = other.first?.isLetter ?? false
      let isNumber = other.first?.isNumber ?? false
      if isLetter || isNumber || safe.contains(other) || other == "&" || other == "'" { continue }
      let digits = String(byte, radix: 16, uppercase: true)
      #expect(address(other) == (byte < 16 ? "%0" : "%") + digits)
    }
    #expect(address("a&b'c") == "a&amp;b&#x27;c")
    #expect(address("é%20") == "%C3%A9%20")
  }

  @Test func encodedAddressStaysAsItIs() {
    let once = address("a b<é>")
    #expect(address(once) == once)
  }

  @Test(arguments: [
    "javascript:a", "JavaScript:a", " java\nscript:a", "\u{1}javascript:a", "vbscript:a",
    "file:///a", "data:text/html,a", "DATA:image/svg+xml,a", "data:",
  ])
  func addressesThatRunCodeAreDangerous(address: String) {
    #expect(MarkupText.isDangerousAddress(address))
  }

  @Test(arguments: [
    "", "#a", "a.html", "https://example.org/javascript:", "mailto:a@example.org",
    "data:image/png;base64,AA", "data:image/webp,a", "javascript.html",
  ])
  func otherAddressesAreNot(address: String) {
    #expect(!MarkupText.isDangerousAddress(address))
  }
}
