/// The text of a paragraph, heading or table cell without the markers of the blocks around it,
/// and where in the file each byte of it stands.
struct InlineContent {
  /// Lines are joined by line feeds; none starts with a blank but for lazy ones.
  var bytes: [UInt8] = []
  private var segments: [Segment] = []

  /// A stretch of bytes that stand side by side in the file.
  private struct Segment {
    var offset: Int
    var line: Int
    var byte: Int
  }

  /// Adds bytes that stand at an offset in a line of the file, both counted from 0.
  mutating func append(_ slice: ArraySlice<UInt8>, line: Int, byte: Int) {
    segments.append(Segment(offset: bytes.count, line: line, byte: byte))
    bytes += slice
  }

  /// Drops bytes from the start.
  mutating func removeFirst(_ count: Int) {
    guard count > 0 else { return }
    var kept: [Segment] = []
    for (index, var segment) in segments.enumerated() {
      let end = index + 1 < segments.count ? segments[index + 1].offset : bytes.count
      if end <= count, index + 1 < segments.count { continue }
      let cut = max(0, count - segment.offset)
      segment.byte += cut
      segment.offset += cut - count
      kept.append(segment)
    }
    segments = kept
    bytes.removeFirst(count)
  }

  /// Drops blanks and line feeds from the end.
  mutating func trimEnd() {
    while let last = bytes.last, last.isSpace { bytes.removeLast() }
  }

  /// The position of the byte at an offset.
  func start(_ offset: Int, in source: MarkdownSource) -> SourcePosition {
    let segment = self.segment(of: offset)
    return source.position(line: segment.line, byte: segment.byte + offset - segment.offset)
  }

  /// The position after the byte before an offset.
  func end(_ offset: Int, in source: MarkdownSource) -> SourcePosition {
    let segment = self.segment(of: max(0, offset - 1))
    return source.position(line: segment.line, byte: segment.byte + offset - segment.offset)
  }

  func range(_ range: Range<Int>, in source: MarkdownSource) -> SourceRange {
    let start = start(range.lowerBound, in: source)
    return SourceRange(
      start: start, end: range.isEmpty ? start : end(range.upperBound, in: source))
  }

  private func segment(of offset: Int) -> Segment {
    var low = 0
    var high = segments.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if segments[middle].offset <= offset { low = middle } else { high = middle }
    }
    return segments.isEmpty ? Segment(offset: 0, line: 0, byte: 0) : segments[low]
  }
}
