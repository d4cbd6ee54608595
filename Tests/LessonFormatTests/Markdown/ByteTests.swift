import Testing

@testable import LessonFormat

@Suite struct ByteTests {
  @Test func classesAreThoseOfASCII() {
    let all = UInt8.min...UInt8.max
    func characters(_ isIn: (UInt8) -> Bool) -> String {
      String(decoding: all.filter { $0 < 0x80 && isIn($0) }, as: UTF8.self)
    }
    #expect(characters(\.isBlank) == "\t ")
    #expect(characters(\.isSpace) == "\t\n\u{0B}\u{0C}\r ")
    #expect(characters(\.isDigit) == "0123456789")
    #expect(characters(\.isPunctuation) == "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
    #expect(characters(\.isLetter).count == 52)
    #expect(characters(\.isAlphanumeric).count == 62)
    #expect(characters(\.isWord).count == 63 && UInt8(ascii: "_").isWord)
    #expect(!all.contains { $0 >= 0x80 && ($0.isSpace || $0.isWord || $0.isPunctuation) })
  }
}
