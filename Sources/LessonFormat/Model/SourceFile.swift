/// A text file: its path as the user would write it, and its lines.
public struct SourceFile: Sendable {
  /// The path to show in reports.
  public let path: String
  /// The whole text, as it is on disk after a byte order mark.
  public let text: String
  /// Whether a byte order mark stands before the text on disk.
  public let hasByteOrderMark: Bool
  /// The lines without their endings (`\n`, `\r\n` or `\r`).
  public let lines: [Substring]

  /// A file of this text, which holds no byte order mark.
  public init(path: String, text: String, hasByteOrderMark: Bool = false) {
    self.path = path
    self.text = text
    self.hasByteOrderMark = hasByteOrderMark
    self.lines = SourceFile.splitLines(text)
  }

  /// The byte order mark in UTF-8.
  public static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// The line with the given number, counted from 1, or the empty string beyond the end.
  public func line(_ number: Int) -> Substring {
    number >= 1 && number <= lines.count ? lines[number - 1] : ""
  }

  private static func splitLines(_ text: String) -> [Substring] {
    var lines: [Substring] = []
    let bytes = text.utf8
    var start = bytes.startIndex
    var index = start
    while index < bytes.endIndex {
      let byte = bytes[index]
      let next = bytes.index(after: index)
      if byte == 10 || byte == 13 {
        lines.append(Substring(bytes[start..<index]))
        index = next
        if byte == 13, index < bytes.endIndex, bytes[index] == 10 {
          index = bytes.index(after: index)
        }
        start = index
      } else {
        index = next
      }
    }
    if start < bytes.endIndex { lines.append(Substring(bytes[start...])) }
    return lines
  }
}
