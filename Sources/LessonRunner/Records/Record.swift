/// Something that a lesson's program said while it ran.
package enum Record: Hashable, Sendable {
  case block(Int)
  case check(block: Int, check: Int, value: String)
  case claim(Int, value: String)
  case value(block: Int, value: String)
  case figure(
    name: String, title: String, alternative: String, caption: String, svg: String,
    table: ShownTable? = nil)
  case table(title: String, columns: [String], rows: [[String]])
  /// How the copy of the program that ran a `traps` block ended, and what it said: all of it at
  /// first, the message alone in what is kept.
  case trap(block: Int, status: Int32, said: String)
  /// The copy of the program that runs one attempt at an exercise begins; what comes up to its
  /// end is the attempt's.
  case attemptBegan(Int)
  /// The attempt's code came to its end.
  case attemptFinished
  case attemptEnded(Int, status: Int32, said: String)
  /// Text that the program printed.
  case text(String)
  case end
}

extension Record {
  /// The record that the recorder wrote with this letter and these fields.
  init?(kind: String, _ fields: [String]) {
    switch (kind, fields.count) {
    case ("B", 1):
      guard let block = Int(fields[0]) else { return nil }
      self = .block(block)
    case ("V", 3):
      guard let block = Int(fields[0]), let check = Int(fields[1]) else { return nil }
      self = .check(block: block, check: check, value: fields[2])
    case ("C", 2):
      guard let claim = Int(fields[0]) else { return nil }
      self = .claim(claim, value: fields[1])
    case ("S", 2):
      guard let block = Int(fields[0]) else { return nil }
      self = .value(block: block, value: fields[1])
    case ("F", 5), ("F", 6...):
      var table: ShownTable?
      if fields.count > 5 {
        guard let cells = Self.cells(fields[5...]) else { return nil }
        table = ShownTable(title: fields[1], columns: cells.columns, rows: cells.rows)
      }
      self = .figure(
        name: fields[0], title: fields[1], alternative: fields[2], caption: fields[3],
        svg: fields[4], table: table)
    case ("T", 2...):
      guard let cells = Self.cells(fields[1...]) else { return nil }
      self = .table(title: fields[0], columns: cells.columns, rows: cells.rows)
    case ("X", 3):
      guard let block = Int(fields[0]), let status = Int32(fields[1]) else { return nil }
      self = .trap(block: block, status: status, said: fields[2])
    case ("E", 1):
      guard let attempt = Int(fields[0]) else { return nil }
      self = .attemptBegan(attempt)
    case ("L", 0): self = .attemptFinished
    case ("Y", 3):
      guard let attempt = Int(fields[0]), let status = Int32(fields[1]) else { return nil }
      self = .attemptEnded(attempt, status: status, said: fields[2])
    case ("D", 0): self = .end
    default: return nil
    }
  }

  /// The number of columns, their heads, and the cells row by row.
  private static func cells(
    _ fields: ArraySlice<String>
  ) -> (columns: [String], rows: [[String]])? {
    let start = fields.startIndex + 1
    guard let first = fields.first, let count = Int(first), count > 0,
      count <= fields.endIndex - start, (fields.endIndex - start) % count == 0
    else { return nil }
    let rows = stride(from: start + count, to: fields.endIndex, by: count).map {
      Array(fields[$0..<$0 + count])
    }
    return (Array(fields[start..<start + count]), rows)
  }
}

/// Takes a program's output apart into records and printed text.
package struct RecordReader {
  private let bytes: [UInt8]
  private let boundary: [UInt8]
  private var index = 0

  /// The records in the order in which they were written. What does not read as a record is
  /// printed text, so that nothing is lost.
  package static func read(_ bytes: [UInt8], boundary: String) -> [Record] {
    var reader = RecordReader(bytes: bytes, boundary: Array(boundary.utf8))
    return reader.readAll()
  }

  private init(bytes: [UInt8], boundary: [UInt8]) {
    self.bytes = bytes
    self.boundary = boundary
  }

  private mutating func readAll() -> [Record] {
    var records: [Record] = []
    var textStart = 0
    while let found = nextBoundary(from: index) {
      index = found
      guard let record = readRecord() else {
        index = found + boundary.count
        continue
      }
      appendText(from: textStart, to: found, to: &records)
      records.append(record)
      textStart = index
    }
    appendText(from: textStart, to: bytes.count, to: &records)
    return records
  }

  private func appendText(from start: Int, to end: Int, to records: inout [Record]) {
    guard start < end else { return }
    records.append(.text(String(decoding: bytes[start..<end], as: UTF8.self)))
  }

  private func nextBoundary(from start: Int) -> Int? {
    guard let first = boundary.first else { return nil }
    var index = start
    while index + boundary.count <= bytes.count {
      if bytes[index] == first, bytes[index..<index + boundary.count].elementsEqual(boundary) {
        return index
      }
      index += 1
    }
    return nil
  }

  private mutating func readRecord() -> Record? {
    let header = index + boundary.count
    guard header + 9 <= bytes.count,
      let length = Int(String(decoding: bytes[header + 1..<header + 9], as: UTF8.self), radix: 16),
      length >= 0, header + 9 + length <= bytes.count
    else { return nil }
    let body = header + 9
    guard let fields = readFields(from: body, to: body + length),
      let record = Record(kind: String(decoding: bytes[header...header], as: UTF8.self), fields)
    else { return nil }
    index = body + length
    return record
  }

  private func readFields(from start: Int, to end: Int) -> [String]? {
    var fields: [String] = []
    var index = start
    while index < end {
      // A length has ten digits at most, so that what a lesson forged is not searched to its end.
      guard let colon = bytes[index..<min(end, index + 11)].firstIndex(of: UInt8(ascii: ":")),
        let length = Int(String(decoding: bytes[index..<colon], as: UTF8.self)), length >= 0,
        colon + 1 + length <= end
      else { return nil }
      fields.append(String(decoding: bytes[colon + 1..<colon + 1 + length], as: UTF8.self))
      index = colon + 1 + length
    }
    return fields
  }
}
