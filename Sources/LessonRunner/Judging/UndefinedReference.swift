/// A link or a footnote that names what nothing defines, so that readers see its brackets:
/// `[the proof][euclid]`, `[the proof][]`, `[^proof]`.
struct UndefinedReference: Hashable {
  /// As it is written.
  let written: String
  /// The name that is not defined.
  let label: String
  let isFootnote: Bool

  /// Those in text that Markdown has taken for plain text. Elements such as `a[0][1]` and numbers
  /// such as `[12][13]` are text.
  static func all(in text: String) -> [UndefinedReference] {
    let bytes = Array(text.utf8)
    var found: [UndefinedReference] = []
    var index = 0
    while let open = bracket(from: index, in: bytes), let close = bracket(from: open + 1, in: bytes)
    {
      guard bytes[open] == opening, bytes[close] == closing else {
        index = bytes[open] == opening ? close : open + 1
        continue
      }
      index = close + 1
      let words = bytes[open + 1..<close]
      if words.first == caret, words.count > 1, !words.contains(where: isBlank) {
        found.append(
          UndefinedReference(
            written: string(bytes[open...close]), label: string(words.dropFirst()), isFootnote: true
          ))
      } else if index < bytes.count, bytes[index] == opening,
        let end = bracket(from: index + 1, in: bytes), bytes[end] == closing
      {
        let name = bytes[index + 1..<end]
        let label = name.isEmpty ? words : name
        let isElement = open > 0 && (isWord(bytes[open - 1]) || bytes[open - 1] == closing)
        guard !isElement, !words.isEmpty, name.first != caret,
          !(words + label).allSatisfy(isNumeric)
        else { continue }
        found.append(
          UndefinedReference(
            written: string(bytes[open...end]), label: string(label), isFootnote: false))
        index = end + 1
      }
    }
    return found
  }

  private static let (opening, closing, caret) = (
    UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "^")
  )

  private static func bracket(from index: Int, in bytes: [UInt8]) -> Int? {
    bytes[index...].firstIndex { $0 == opening || $0 == closing }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (byte >= 48 && byte <= 57) || (byte | 0x20 >= 97 && byte | 0x20 <= 122) || byte == 95
      || byte > 127
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 || byte == 10 }

  private static func isNumeric(_ byte: UInt8) -> Bool {
    (byte >= 48 && byte <= 57) || [32, 44, 45, 46].contains(byte)
  }

  private static func string(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self)
  }
}
