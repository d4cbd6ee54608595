import LessonFormat

/// Looks for texts in the lines that a node takes in its file, each behind the one before it: from the
/// start again, many in one paragraph would take time with their square.
struct SourceSearch {
  private let file: SourceFile
  private let lines: ClosedRange<Int>
  /// nil before the first one, for most nodes are asked for none.
  private var start: PlaceInLine?
  /// How many texts were not found. Each was looked for in all lines.
  private var misses = 0
  private let mostMisses: Int

  /// - Parameter misses: After how many texts that are not found none is looked for.
  init(in range: SourceRange, of file: SourceFile, atMost misses: Int = .max) {
    self.file = file
    mostMisses = misses
    lines = range.start.line...max(range.start.line, range.end.line)
  }

  /// Where a text is written next, or else at all; nil where a backslash stands before it, so that it is
  /// meant as text, where it is written in another way, or where that holds of many before it.
  mutating func next(_ text: String) -> SourcePosition? {
    guard misses < mostMisses else { return nil }
    let text = Array(text.utf8)
    if let start, let found = find(text, from: start) { return found }
    let found = find(text, from: PlaceInLine(line: lines.lowerBound, of: file))
    if found == nil { misses += 1 }
    return found
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
