import LessonFormat

/// Looks for texts in the lines that a node takes in its file, each behind the one before it: from the
/// start again, many in one paragraph would take time with their square.
struct SourceSearch {
  private let file: SourceFile
  private let lines: ClosedRange<Int>
  private var start: Place

  /// A byte of a line, and the column that it stands in.
  private struct Place {
    var line: Int
    var bytes: [UInt8]
    var offset = 0
    var column = 1

    init(line: Int, of file: SourceFile) {
      self.line = line
      bytes = Array(file.line(line).utf8)
    }

    mutating func move(to offset: Int) {
      // Bytes that start no scalar take no column.
      column += bytes[self.offset..<offset].count { $0 & 0xC0 != 0x80 }
      self.offset = offset
    }
  }

  init(in range: SourceRange, of file: SourceFile) {
    self.file = file
    lines = range.start.line...max(range.start.line, range.end.line)
    start = Place(line: lines.lowerBound, of: file)
  }

  /// Where a text is written next, or else at all; nil where a backslash stands before it, so that it is
  /// meant as text, or where it is written in another way.
  mutating func next(_ text: String) -> SourcePosition? {
    let text = Array(text.utf8)
    guard !text.isEmpty else { return nil }
    return find(text, from: start)
      ?? find(text, from: Place(line: lines.lowerBound, of: file))
  }

  private mutating func find(_ text: [UInt8], from start: Place) -> SourcePosition? {
    var place = start
    while true {
      while let offset = Self.offset(of: text, in: place.bytes, from: place.offset) {
        place.move(to: offset)
        let found = SourcePosition(line: place.line, column: place.column)
        let isEscaped = offset > 0 && place.bytes[offset - 1] == UInt8(ascii: "\\")
        place.move(to: offset + 1)
        guard !isEscaped else { continue }
        self.start = place
        return found
      }
      guard place.line < lines.upperBound else { return nil }
      place = Place(line: place.line + 1, of: file)
    }
  }

  private static func offset(of text: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    guard start + text.count <= bytes.count else { return nil }
    return (start...bytes.count - text.count).first { offset in
      bytes[offset] == text[0] && bytes[offset..<offset + text.count].elementsEqual(text)
    }
  }
}
