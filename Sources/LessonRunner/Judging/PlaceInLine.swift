import LessonFormat

/// A byte of a line in a file, and the column that it stands in. It moves on without counting from the
/// line's start again.
struct PlaceInLine {
  let line: Int
  let bytes: [UInt8]
  private(set) var offset = 0
  private(set) var column = 1

  /// The start of a line.
  init(line: Int, of file: SourceFile) {
    self.line = line
    bytes = Array(file.line(line).utf8)
  }

  /// Moves on to an offset.
  mutating func move(to offset: Int) {
    // Bytes that start no scalar take no column.
    for index in self.offset..<offset where bytes[index] & 0xC0 != 0x80 { column += 1 }
    self.offset = offset
  }

  /// Moves on to a column.
  ///
  /// - Returns: Whether the line has it, or ends before it.
  mutating func move(toColumn column: Int) -> Bool {
    while self.column < column, offset < bytes.count { move(to: nextScalar) }
    return self.column == column
  }

  private var nextScalar: Int {
    bytes[(offset + 1)...].firstIndex { $0 & 0xC0 != 0x80 } ?? bytes.count
  }

  /// The offset of the first place from here on that holds a text; nil where none does.
  func offset(of text: [UInt8]) -> Int? {
    guard let first = text.first else { return offset }
    guard offset + text.count <= bytes.count else { return nil }
    return (offset...bytes.count - text.count).first { start in
      bytes[start] == first && bytes[start..<start + text.count].elementsEqual(text)
    }
  }
}
