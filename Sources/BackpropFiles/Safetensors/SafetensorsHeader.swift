/// The header of a safetensors file: one JSON object, read without trust in it.
struct SafetensorsHeader {
  /// A tensor's name, type, shape, and where its bytes are after the header.
  struct Entry: Hashable, Sendable {
    let name: String
    let type: ElementType
    let shape: [Int]
    let start: Int
    let end: Int
  }

  /// In the order of their bytes.
  private(set) var entries: [Entry] = []
  private(set) var metadata: [String: String] = [:]

  /// Reads a header that lies at some bytes of a file.
  ///
  /// - Parameter dataCount: How many bytes follow it.
  init(
    _ bytes: [UInt8], range: Range<Int>, dataCount: Int, file: String
  ) throws(SafetensorsError) {
    var reader = HeaderReader(bytes: bytes, position: range.lowerBound, end: range.upperBound)
    do throws(HeaderReader.Failure) {
      try read(&reader)
    } catch {
      throw SafetensorsError(file: file, cause: error.cause)
    }
    // Bytes that overlap, or that no tensor has, are how a file hides something.
    entries.sort { ($0.start, $0.end) < ($1.start, $1.end) }
    var position = 0
    for entry in entries {
      if entry.start != position {
        throw SafetensorsError(
          file: file,
          cause: .offsets(tensor: entry.name, expected: position, found: entry.start))
      }
      position = entry.end
    }
    if position != dataCount {
      throw SafetensorsError(file: file, cause: .end(expected: position, found: dataCount))
    }
  }

  private mutating func read(_ reader: inout HeaderReader) throws(HeaderReader.Failure) {
    // The format has the object begin with the first byte.
    guard reader.peek() == UInt8(ascii: "{") else {
      throw reader.failure("it does not begin with `{`")
    }
    var names: Set<String> = []
    var hasMetadata = false
    try reader.object { (reader, name) throws(HeaderReader.Failure) in
      if name == "__metadata__" {
        if hasMetadata { throw HeaderReader.Failure(cause: .duplicateName(name)) }
        hasMetadata = true
        metadata = try Self.readMetadata(&reader)
      } else {
        guard names.insert(name).inserted else {
          throw HeaderReader.Failure(cause: .duplicateName(name))
        }
        entries.append(try Self.readEntry(name, &reader))
      }
    }
    try reader.expectEnd()
  }

  private static func readMetadata(
    _ reader: inout HeaderReader
  ) throws(HeaderReader.Failure) -> [String: String] {
    var metadata: [String: String] = [:]
    try reader.object { (reader, key) throws(HeaderReader.Failure) in
      guard metadata.updateValue(try reader.string(), forKey: key) == nil else {
        throw HeaderReader.Failure(cause: .duplicateName(key))
      }
    }
    return metadata
  }

  private static func readEntry(
    _ name: String, _ reader: inout HeaderReader
  ) throws(HeaderReader.Failure) -> Entry {
    var (typeName, shape, offsets): (String?, [Int]?, [Int]?)
    try reader.object { (reader, key) throws(HeaderReader.Failure) in
      switch (key, typeName, shape, offsets) {
      case ("dtype", nil, _, _): typeName = try reader.string()
      case ("shape", _, nil, _): shape = try reader.numbers()
      case ("data_offsets", _, _, nil): offsets = try reader.numbers()
      default: throw reader.failure("\"\(key)\" is unexpected in the tensor \"\(name)\"")
      }
    }
    guard let typeName, let shape, let offsets, offsets.count == 2 else {
      throw reader.failure("the tensor \"\(name)\" needs dtype, shape and two data_offsets")
    }
    guard let type = ElementType(rawValue: typeName) else {
      throw HeaderReader.Failure(cause: .unknownType(typeName, tensor: name))
    }
    guard offsets[0] <= offsets[1], byteCount(shape, bits: type.bitCount) == offsets[1] - offsets[0]
    else {
      throw HeaderReader.Failure(
        cause: .size(
          tensor: name, shape: shape, type: type,
          bytes: offsets[1].subtractingReportingOverflow(offsets[0]).partialValue))
    }
    return Entry(name: name, type: type, shape: shape, start: offsets[0], end: offsets[1])
  }
}

/// How many bytes numbers of a shape take that have so many bits each; nil if that is not a whole
/// number of bytes, or too large.
private func byteCount(_ shape: [Int], bits: Int) -> Int? {
  guard let total = byteCount(shape, size: bits), total % 8 == 0 else { return nil }
  return total / 8
}
