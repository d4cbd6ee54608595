/// How a line of a table is cut.
enum TableRow {
  /// The cells without the blanks around them; a bar after a backslash cuts nothing.
  static func cells(_ line: ArraySlice<UInt8>) -> [Range<Int>] {
    var end = line.endIndex
    while end > line.startIndex, line[end - 1].isSpace { end -= 1 }
    var start = line.startIndex
    while start < end, line[start].isSpace { start += 1 }
    if start < end, line[start] == Byte.pipe { start += 1 }
    var cells: [Range<Int>] = []
    var cellStart = start
    func add(_ stop: Int) {
      var from = cellStart
      var to = stop
      while from < to, line[from].isSpace { from += 1 }
      while to > from, line[to - 1].isSpace { to -= 1 }
      cells.append(from..<to)
    }
    var index = start
    while index < end {
      if line[index] == Byte.pipe, index == line.startIndex || line[index - 1] != Byte.backslash {
        add(index)
        cellStart = index + 1
      }
      index += 1
    }
    if cellStart < end || cells.isEmpty { add(end) }
    return cells
  }

  /// The alignments that a delimiter row states; nil if the line is not one.
  static func alignments(_ line: ArraySlice<UInt8>) -> [Node.Alignment]? {
    let allowed = line.allSatisfy {
      $0.isSpace || $0 == Byte.pipe || $0 == Byte.hyphen || $0 == Byte.colon
    }
    // Hyphens alone are an indented or lazy line that looks like an underline.
    guard allowed, line.contains(Byte.hyphen),
      line.contains(Byte.pipe) || line.contains(Byte.colon)
    else { return nil }
    var alignments: [Node.Alignment] = []
    for cell in cells(line) {
      var marks = line[cell]
      let isLeft = marks.first == Byte.colon
      if isLeft { marks.removeFirst() }
      let isRight = marks.last == Byte.colon
      if isRight { marks.removeLast() }
      guard !marks.isEmpty, marks.allSatisfy({ $0 == Byte.hyphen }) else { return nil }
      alignments.append(isLeft ? (isRight ? .center : .left) : (isRight ? .right : .none))
    }
    return alignments
  }
}
