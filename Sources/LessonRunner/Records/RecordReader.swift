import LessonKit

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
    let body = header + 1 + RecordFormat.lengthDigits
    guard body <= bytes.count,
      let kind = RecordKind(rawValue: Unicode.Scalar(bytes[header])),
      let length = Int(String(decoding: bytes[header + 1..<body], as: UTF8.self), radix: 16),
      length >= 0, body + length <= bytes.count,
      let fields = readFields(from: body, to: body + length), let record = Record(kind, fields)
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
