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
