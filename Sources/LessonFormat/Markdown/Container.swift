/// A block quote or list item that is open around a line.
struct Container {
  enum Kind {
    case quote
    /// What belongs to the item is indented by so many columns.
    case item(indent: Int)
  }

  let kind: Kind
  /// The line on which the container starts, and the place after its marker there.
  let line: Int
  let content: LineCursor

  /// A block quote whose `>` stands at `start`.
  static func quote(line: Int, at start: LineCursor, in bytes: ArraySlice<UInt8>) -> Container {
    var cursor = start
    cursor.advance(columns: 1, in: bytes)
    if cursor.offset < bytes.count, bytes[bytes.startIndex + cursor.offset].isBlank {
      cursor.advance(columns: 1, in: bytes)
    }
    return Container(kind: .quote, line: line, content: cursor)
  }

  /// A list item whose marker stands at `start`, in a container whose content starts at
  /// `parent` in the same line.
  static func item(
    line: Int, at start: LineCursor, parent: LineCursor, in bytes: ArraySlice<UInt8>
  ) -> Container {
    var cursor = start
    func byte(_ offset: Int) -> UInt8? {
      offset < bytes.count ? bytes[bytes.startIndex + offset] : nil
    }
    var width = 1
    if let first = byte(cursor.offset), first.isDigit {
      while let digit = byte(cursor.offset + width), digit.isDigit { width += 1 }
      width += 1
    }
    cursor.advance(columns: width, in: bytes)
    let afterMarker = cursor
    while cursor.column - afterMarker.column <= 5, byte(cursor.offset)?.isBlank == true {
      cursor.advance(columns: 1, in: bytes)
    }
    var spaces = cursor.column - afterMarker.column
    if spaces >= 5 || spaces < 1 || byte(cursor.offset) == nil {
      cursor = afterMarker
      if spaces > 0 { cursor.advance(columns: 1, in: bytes) }
      spaces = 1
    }
    return Container(
      kind: .item(indent: start.column - parent.column + width + spaces), line: line,
      content: cursor)
  }

  /// Moves the cursor past the container's prefix in a later line; false if it has none.
  func match(_ cursor: inout LineCursor, in bytes: ArraySlice<UInt8>) -> Bool {
    let next = cursor.firstNonblank(in: bytes)
    switch kind {
    case .quote:
      guard next.column - cursor.column <= 3, next.offset < bytes.count,
        bytes[bytes.startIndex + next.offset] == Byte.greater
      else { return false }
      cursor = Container.quote(line: 0, at: next, in: bytes).content
      return true
    case .item(let indent):
      guard next.column - cursor.column >= indent else { return false }
      cursor.advance(columns: indent, in: bytes)
      return true
    }
  }
}
