/// Where a block's code stands in its Markdown file.
///
/// A fence inside a list or quote is indented there, so that the columns of the code are
/// shifted, each line by its own amount.
public struct CodeMap: Sendable {
  private let file: SourceFile
  private let firstLine: Int
  private let code: [UInt8]
  /// The UTF-8 offset at which each line of the code starts.
  private let lineStarts: [Int]

  /// A map of code that starts on a line of the file, counted from 1.
  public init(file: SourceFile, firstLine: Int, code: String) {
    self.file = file
    self.firstLine = firstLine
    self.code = Array(code.utf8)
    var starts = [0]
    for (offset, byte) in self.code.enumerated() where byte == 10 { starts.append(offset + 1) }
    lineStarts = starts
  }

  /// The line of the code, counted from 0, that holds the offset.
  public func line(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The place in the Markdown file of an offset in the code.
  public func position(at offset: Int) -> SourcePosition {
    let line = line(at: offset)
    let start = lineStarts[line]
    let before = String(decoding: code[start..<min(max(offset, start), code.count)], as: UTF8.self)
    return SourcePosition(
      line: firstLine + line,
      column: before.unicodeScalars.count + 1 + indent(ofLine: line))
  }

  /// How far the container indents a line of the code, in columns.
  public func indent(ofLine line: Int) -> Int {
    let written = file.line(firstLine + line).unicodeScalars.count
    let end = line + 1 < lineStarts.count ? lineStarts[line + 1] - 1 : code.count
    guard lineStarts[line] <= end else { return 0 }
    let length = String(decoding: code[lineStarts[line]..<end], as: UTF8.self).unicodeScalars.count
    return max(0, written - length)
  }

  /// The line of the Markdown file that holds the offset.
  func lineText(at offset: Int) -> String {
    String(file.line(firstLine + line(at: offset)))
  }
}
