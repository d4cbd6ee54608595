/// Where a link or an image leads, as an author writes it: `chain-rule.md#the-rule`,
/// `./data/points.csv`, `my%20picture.png`, `https://…`.
public struct LinkDestination: Hashable, Sendable {
  private let text: String
  /// The path from where the lesson stands, with `%20` and its like as the characters that they stand
  /// for and without `./` before it; empty for a place in the lesson itself.
  public let path: String
  /// The place in the file that the path leads to, without `#`; nil for the file as a whole.
  public let anchor: String?
  /// The query and the anchor as they are written; empty if there are none.
  public let suffix: String
  /// Whether it is read from where the lesson stands: it has no scheme, no host and no root.
  public let isRelative: Bool
  /// The scheme of an address, in lower case; nil without one.
  public let scheme: String?

  /// Reads what stands in the parentheses of a link.
  public init(_ text: String) {
    self.text = text
    let end = text.firstIndex { $0 == "#" || $0 == "?" } ?? text.endIndex
    let scheme = text.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    isRelative = !text.isEmpty && !text.hasPrefix("/") && !scheme.contains(":")
    self.scheme = scheme.firstIndex(of: ":").map { scheme[..<$0].lowercased() }
    suffix = String(text[end...])
    anchor = text.firstIndex(of: "#").map { Self.decoded(text[text.index(after: $0)...]) }
    var path = text[..<end]
    while path.hasPrefix("./") { path = path.dropFirst(2) }
    self.path = Self.decoded(path)
  }

  /// The stem of the Markdown file that it leads to; nil if it leads elsewhere.
  public var lessonStem: String? {
    isRelative && path.hasSuffix(".md") ? String(path.dropLast(3)) : nil
  }

  /// Whether it leads to the root of whatever host the page is on.
  public var startsAtRoot: Bool { text.hasPrefix("/") && !text.hasPrefix("//") }

  /// Whether it names a file in the lesson's folder or below it that is no lesson. Such a file goes
  /// along to the site; hidden ones stay.
  public var isBelowLesson: Bool {
    guard isRelative, !path.isEmpty, lessonStem == nil, !path.hasSuffix("/") else { return false }
    return !path.split(separator: "/").contains { $0 == ".." || $0.hasPrefix(".") }
  }

  private static func decoded(_ text: Substring) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
        let byte = UInt8(String(decoding: bytes[index + 1...index + 2], as: UTF8.self), radix: 16)
      {
        result.append(byte)
        index += 3
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
