/// Finds the fields of a file of comma-separated values, by RFC 4180: fields are divided by
/// separators and lines by CR LF, LF or CR; a field may stand in quotes, within which separators, line
/// breaks and doubled quotes are text. Blank lines are skipped, and so is a byte order mark.
struct CSVReader {
  /// A field's bytes in the file, quotes included.
  struct Field: Hashable, Sendable {
    let start: UInt32
    let end: UInt32
  }

  let file: String
  let bytes: [UInt8]
  let separator: UInt8
  private var position = 0

  init(_ bytes: [UInt8], file: String, separator: UInt8) throws(CSVError) {
    if bytes.count > Int(UInt32.max) { throw CSVError(file: file, place: nil, cause: .tooLarge) }
    self.bytes = bytes
    self.file = file
    self.separator = separator
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  /// Appends the fields of the next line that is not blank, and gives their number; nil at the end.
  mutating func appendLine(to fields: inout [Field]) throws(CSVError) -> Int? {
    while position < bytes.count, isLineBreak(bytes[position]) { position += 1 }
    if position == bytes.count { return nil }
    var count = 0
    while true {
      fields.append(try nextField())
      count += 1
      if position == bytes.count { return count }
      let byte = bytes[position]
      position += 1
      if byte != separator { return count }
    }
  }

  /// The field that begins here; the position is then at what ends it.
  private mutating func nextField() throws(CSVError) -> Field {
    let start = position
    if position < bytes.count, bytes[position] == quote {
      try skipQuoted(from: start)
    } else {
      while position < bytes.count, !endsField(bytes[position]) {
        if bytes[position] == quote { throw error(.strayQuote, at: position) }
        position += 1
      }
    }
    return Field(start: UInt32(start), end: UInt32(position))
  }

  private mutating func skipQuoted(from start: Int) throws(CSVError) {
    position += 1
    while true {
      while position < bytes.count, bytes[position] != quote { position += 1 }
      if position == bytes.count { throw error(.unclosedQuote, at: start) }
      position += 1
      if position == bytes.count || endsField(bytes[position]) { return }
      if bytes[position] != quote { throw error(.textAfterQuote, at: position) }
      position += 1
    }
  }

  private var quote: UInt8 { UInt8(ascii: "\"") }

  private func isLineBreak(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }

  private func endsField(_ byte: UInt8) -> Bool { byte == separator || isLineBreak(byte) }

  func error(_ cause: CSVError.Cause, at offset: Int) -> CSVError {
    CSVError(file: file, place: place(of: offset), cause: cause)
  }

  /// The line and column of a byte. Only errors need them, so that they are counted then.
  private func place(of offset: Int) -> CSVError.Place {
    var (line, lineStart) = (1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
    var previous: UInt8 = 0
    for index in 0..<min(offset, bytes.count) where isLineBreak(bytes[index]) {
      // The two bytes of a CR LF end one line.
      if !(bytes[index] == UInt8(ascii: "\n") && previous == UInt8(ascii: "\r")
        && index == lineStart)
      {
        line += 1
      }
      previous = bytes[index]
      lineStart = index + 1
    }
    // Each character but the continuation bytes of UTF-8 counts.
    let column = bytes[lineStart..<max(offset, lineStart)].count { $0 & 0xC0 != 0x80 } + 1
    return CSVError.Place(line: line, column: column)
  }

  /// A field's text, without the quotes around it.
  func text(_ field: Field) throws(CSVError) -> String {
    var content = bytes[Int(field.start)..<Int(field.end)]
    if content.first == quote {
      content = content.dropFirst().dropLast()
      if content.contains(quote) { content = unescaped(content) }
    }
    let text = String(decoding: content, as: UTF8.self)
    // What is not UTF-8 was decoded as something else.
    guard text.utf8.elementsEqual(content) else { throw error(.notText, at: Int(field.start)) }
    return text
  }

  private func unescaped(_ content: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var result: [UInt8] = []
    var isSecond = false
    for byte in content {
      isSecond = byte == quote && !isSecond
      if !isSecond { result.append(byte) }
    }
    return result[...]
  }
}
