/// The bytes of a Markdown file, by line, and the way back from a byte to a position.
///
/// NUL characters are replaced by U+FFFD at once, as CommonMark asks; that keeps the number of
/// Unicode scalars, and with it every column.
final class MarkdownSource {
  let bytes: [UInt8]
  /// Where each line starts and ends in `bytes`, line endings apart.
  let lines: [Range<Int>]
  /// For lines that are not ASCII, the number of scalars before each byte; made when asked for.
  private var scalarCounts: [Int: [Int32]] = [:]
  private let isASCII: [Bool]

  init(_ file: SourceFile) {
    var bytes: [UInt8] = []
    var lines: [Range<Int>] = []
    var isASCII: [Bool] = []
    var text = file.text
    text.withUTF8 { utf8 in
      bytes.reserveCapacity(utf8.count)
      // A byte order mark is not part of the first line.
      var index = utf8.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      while index < utf8.count {
        var end = index
        var union: UInt8 = 0
        var hasNUL = false
        while end < utf8.count, utf8[end] != Byte.lineFeed, utf8[end] != Byte.carriageReturn {
          union |= utf8[end]
          if utf8[end] == 0 { hasNUL = true }
          end += 1
        }
        let start = bytes.count
        if hasNUL {
          for byte in utf8[index..<end] {
            if byte == 0 { bytes += [0xEF, 0xBF, 0xBD] } else { bytes.append(byte) }
          }
        } else {
          bytes.append(contentsOf: utf8[index..<end])
        }
        lines.append(start..<bytes.count)
        isASCII.append(union < 0x80 && !hasNUL)
        if end + 1 < utf8.count, utf8[end] == Byte.carriageReturn, utf8[end + 1] == Byte.lineFeed {
          end += 1
        }
        index = end + 1
      }
    }
    self.bytes = bytes
    self.lines = lines
    self.isASCII = isASCII
  }

  /// The position of the byte at an offset in a line; both numbers count from 0.
  func position(line: Int, byte: Int) -> SourcePosition {
    guard line < lines.count else { return SourcePosition(line: line + 1, column: 1) }
    if isASCII[line] { return SourcePosition(line: line + 1, column: byte + 1) }
    let counts = scalarCounts[line] ?? countScalars(line)
    return SourcePosition(line: line + 1, column: Int(counts[min(byte, counts.count - 1)]) + 1)
  }

  private func countScalars(_ line: Int) -> [Int32] {
    var counts: [Int32] = []
    counts.reserveCapacity(lines[line].count + 1)
    var count: Int32 = -1
    for byte in bytes[lines[line]] {
      if byte & 0xC0 != 0x80 { count += 1 }
      counts.append(count)
    }
    counts.append(count + 1)
    scalarCounts[line] = counts
    return counts
  }
}
