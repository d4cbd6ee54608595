/// A place in a line, as CommonMark's block structure counts it: a tab reaches to the next
/// multiple of four columns and may be consumed in part.
///
/// Section 2.2 (tabs) and 5 (container blocks) of the CommonMark specification; the arithmetic
/// is that of libcmark, so that both see the same text in every line.
struct LineCursor {
  var offset = 0
  var column = 0

  /// Moves over `count` columns, or to the end of the line.
  mutating func advance(columns count: Int, in line: ArraySlice<UInt8>) {
    var count = count
    while count > 0, offset < line.count {
      if line[line.startIndex + offset] == Byte.tab {
        let width = 4 - column % 4
        let step = min(count, width)
        column += step
        if width <= count { offset += 1 }
        count -= step
      } else {
        offset += 1
        column += 1
        count -= 1
      }
    }
  }

  /// The place of the first byte from here that is neither a space nor a tab.
  func firstNonblank(in line: ArraySlice<UInt8>) -> LineCursor {
    var cursor = self
    while cursor.offset < line.count {
      let byte = line[line.startIndex + cursor.offset]
      if byte == Byte.space {
        cursor.column += 1
      } else if byte == Byte.tab {
        cursor.column += 4 - cursor.column % 4
      } else {
        break
      }
      cursor.offset += 1
    }
    return cursor
  }
}

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
