/// Takes raw HTML apart: what a reader sees of it, and tags.
struct HTMLScanner {
  enum Piece: Hashable {
    /// Characters, with entities resolved, on one line.
    case text(String)
    /// The end of a line.
    case lineFeed
    /// A tag; what a reader comes to see of its attributes.
    case tag(name: String, isEnd: Bool, words: [String])
  }

  private let bytes: [UInt8]
  private var index = 0
  private var pieces: [Piece] = []
  private var destinations: [Destination] = []

  /// The parts of some HTML in order, without comments, declarations, scripts and style sheets.
  static func pieces(of html: String) -> [Piece] {
    var scanner = HTMLScanner(bytes: Array(html.utf8))
    scanner.scan()
    return scanner.pieces
  }

  /// Where something leads, and the sign before it where it is written.
  typealias Destination = (sign: String, text: String)

  /// Where the links, pictures and the like of some HTML lead, in order.
  static func destinations(in html: String) -> [Destination] {
    var scanner = HTMLScanner(bytes: Array(html.utf8))
    scanner.scan()
    return scanner.destinations
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  private mutating func scan() {
    var text: [UInt8] = []
    func flush(_ pieces: inout [Piece]) {
      if !text.isEmpty { pieces.append(.text(String(decoding: text, as: UTF8.self))) }
      text = []
    }
    while index < bytes.count {
      switch bytes[index] {
      case Byte.less where isMarkup:
        flush(&pieces)
        scanMarkup()
      case Byte.lineFeed:
        flush(&pieces)
        pieces.append(.lineFeed)
        index += 1
      default: index = append(at: index, to: &text)
      }
    }
    flush(&pieces)
  }

  private func byte(_ place: Int) -> UInt8 { place < bytes.count ? bytes[place] : 0 }

  /// Appends a character, or what an entity stands for, and says where the next one is.
  private func append(at place: Int, to text: inout [UInt8]) -> Int {
    if bytes[place] == Byte.ampersand, let (length, decoded) = Entity.read(bytes, at: place) {
      text += decoded
      return place + length
    }
    text.append(bytes[place])
    return place + 1
  }

  private var isMarkup: Bool {
    byte(index + 1).isLetter || byte(index + 1) == UInt8(ascii: "!")
      || byte(index + 1) == UInt8(ascii: "?")
      || (byte(index + 1) == UInt8(ascii: "/") && byte(index + 2).isLetter)
  }

  private mutating func scanMarkup() {
    if bytes[index...].starts(with: "<!--".utf8) {
      // The shortest comment is `<!-->`.
      skip(past: "-->", from: index + 2)
    } else if byte(index + 1) == UInt8(ascii: "!") || byte(index + 1) == UInt8(ascii: "?") {
      skip(past: ">", from: index)
    } else {
      scanTag()
    }
  }

  /// Goes on at a mark, or at the end where there is none.
  private mutating func skip(to mark: String) {
    let mark = Array(mark.utf8)
    var place = index
    while place < bytes.count, !bytes[place...].starts(with: mark) { place += 1 }
    advance(to: place)
  }

  /// Goes on behind a mark, or to the end where there is none; lines are counted on the way.
  private mutating func skip(past mark: String, from start: Int) {
    let mark = Array(mark.utf8)
    var place = start
    while place < bytes.count, !bytes[place...].starts(with: mark) { place += 1 }
    advance(to: min(bytes.count, place + mark.count))
  }

  private mutating func advance(to end: Int) {
    for byte in bytes[index..<end] where byte == Byte.lineFeed { pieces.append(.lineFeed) }
    index = end
  }

  private mutating func scanTag() {
    let isEnd = byte(index + 1) == UInt8(ascii: "/")
    var place = index + (isEnd ? 2 : 1)
    let start = place
    while byte(place).isAlphanumeric || byte(place) == Byte.hyphen { place += 1 }
    let name = String(decoding: bytes[start..<place], as: UTF8.self).lowercased()
    var words: [String] = []
    while place < bytes.count, bytes[place] != Byte.greater {
      guard byte(place).isLetter else {
        place += 1
        continue
      }
      let (attribute, value, end) = attribute(at: place)
      if Self.readAttributes.contains(attribute) { words.append(value) }
      let mark = byte(end - 1)
      let isQuoted = [UInt8(ascii: "\""), UInt8(ascii: "'")].contains(mark)
      let sign = isQuoted ? String(Unicode.Scalar(mark)) : "="
      if Self.leadingAttributes.contains(attribute) { destinations.append((sign, value)) }
      if attribute == "srcset" {
        // Addresses with their sizes, apart by commas.
        let addresses = value.split(separator: ",").compactMap {
          $0.split(whereSeparator: \.isWhitespace).first.map(String.init)
        }
        for address in addresses {
          destinations.append((address == addresses[0] ? sign : " ", address))
        }
      }
      place = end
    }
    pieces.append(.tag(name: name, isEnd: isEnd, words: words))
    advance(to: min(bytes.count, place + 1))
    if !isEnd, name == "script" || name == "style" { skip(to: "</\(name)") }
  }

  /// Attributes whose text is shown, or read aloud.
  private static let readAttributes: Set<String> = [
    "alt", "title", "aria-label", "aria-description", "placeholder", "summary",
  ]

  /// Attributes that lead elsewhere.
  private static let leadingAttributes: Set<String> = [
    "href", "xlink:href", "src", "poster", "data",
  ]

  private func attribute(at start: Int) -> (name: String, value: String, end: Int) {
    var place = start
    while place < bytes.count, !bytes[place].isSpace,
      ![Byte.greater, UInt8(ascii: "="), UInt8(ascii: "/")].contains(bytes[place])
    {
      place += 1
    }
    let name = String(decoding: bytes[start..<place], as: UTF8.self).lowercased()
    var value = place
    while byte(value).isSpace { value += 1 }
    guard byte(value) == UInt8(ascii: "=") else { return (name, "", place) }
    value += 1
    while byte(value).isSpace { value += 1 }
    let mark = byte(value)
    guard mark == UInt8(ascii: "\"") || mark == UInt8(ascii: "'") else {
      let end = bytes[min(value, bytes.count)...].firstIndex { $0.isSpace || $0 == Byte.greater }
      return (name, decoded(value..<(end ?? bytes.count)), end ?? bytes.count)
    }
    let end = bytes[(value + 1)...].firstIndex(of: mark) ?? bytes.count
    return (name, decoded((value + 1)..<end), min(bytes.count, end + 1))
  }

  private func decoded(_ range: Range<Int>) -> String {
    var result: [UInt8] = []
    var place = range.lowerBound
    while place < range.upperBound { place = append(at: place, to: &result) }
    return String(decoding: result, as: UTF8.self)
  }
}
