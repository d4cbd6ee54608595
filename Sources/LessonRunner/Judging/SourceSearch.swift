import LessonFormat

/// Looks for texts in the lines that a node takes in its file, each behind the one before it: from the
/// start again, many in one paragraph would take time with their square.
struct SourceSearch {
  private let file: SourceFile
  private let lines: ClosedRange<Int>
  /// nil before the first one, for most nodes are asked for none.
  private var start: PlaceInLine?

  init(in range: SourceRange, of file: SourceFile) {
    self.file = file
    lines = range.start.line...max(range.start.line, range.end.line)
  }

  /// Where a text is written next, or else at all; nil where a backslash stands before it, so that it is
  /// meant as text, or where it is written in another way.
  mutating func next(_ text: String) -> SourcePosition? {
    let text = Array(text.utf8)
    if let start, let found = find(text, from: start) { return found }
    return find(text, from: PlaceInLine(line: lines.lowerBound, of: file))
  }

  private mutating func find(_ text: [UInt8], from start: PlaceInLine) -> SourcePosition? {
    var place = start
    while true {
      while let offset = place.offset(of: text), offset < place.bytes.count {
        place.move(to: offset)
        let found = SourcePosition(line: place.line, column: place.column)
        let isEscaped = offset > 0 && place.bytes[offset - 1] == UInt8(ascii: "\\")
        place.move(to: offset + 1)
        guard !isEscaped else { continue }
        self.start = place
        return found
      }
      guard place.line < lines.upperBound else { return nil }
      place = PlaceInLine(line: place.line + 1, of: file)
    }
  }
}
