import Backprop
import FileSystem

/// Named tensors, and texts about them, as a safetensors file holds them: the format in which
/// PyTorch, JAX and others exchange weights.
///
///     var weights = Safetensors()
///     weights.add("layers.0.weights", network.layers[0].weights)
///     weights.metadata["trained on"] = "spirals"
///     try weights.write(to: "spirals.safetensors")
///
///     let again = try Safetensors(contentsOf: "spirals.safetensors")
///     again.names                                        // ["layers.0.weights"]
///     try again.tensor("layers.0.weights", of: Double.self)
///
/// A file is: eight bytes that say how long the header is; the header, a JSON object that gives
/// each tensor its type, shape and place; then the numbers, the smallest byte first. Files are read
/// without trust: whatever lies about its lengths, overlaps, leaves gaps or says a name twice is
/// refused, and nothing in a file is run.
///
/// Source: the format's description, github.com/huggingface/safetensors.
public struct Safetensors: Sendable {
  /// Texts about the tensors.
  public var metadata: [String: String] = [:]
  /// The file that it was read from, as it was named, for errors.
  public private(set) var file: String
  private var entries: [SafetensorsHeader.Entry] = []
  /// Where in `entries` each name is.
  private var places: [String: Int] = [:]
  /// The numbers of all tensors.
  private var data: [UInt8] = []

  /// No tensors.
  public init() { file = "tensors" }

  /// Reads a file and keeps its bytes; a tensor's numbers are made of them when it is asked for.
  /// Throws if the file can't be read, and as ``init(bytes:file:)`` does.
  public init(contentsOf path: String) throws(SafetensorsError) {
    let bytes: [UInt8]
    do {
      bytes = try Files.read(path)
    } catch {
      throw SafetensorsError(file: path, cause: .unreadable(reason: error.reason))
    }
    try self.init(bytes: bytes, file: path)
  }

  /// Reads the bytes of a file; its name is for errors. Throws if the header is not the format's or
  /// longer than 100 MB, or if the tensors' bytes overlap, leave gaps or are not as many as follow
  /// the header.
  public init(bytes: [UInt8], file: String = "bytes") throws(SafetensorsError) {
    guard bytes.count >= 8 else { throw SafetensorsError(file: file, cause: .tooShort) }
    let length = bytes.withUnsafeBytes {
      UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: 0, as: UInt64.self))
    }
    guard length <= 100_000_000, length <= bytes.count - 8 else {
      throw SafetensorsError(
        file: file, cause: .headerLength(length, available: bytes.count - 8))
    }
    let dataStart = 8 + Int(length)
    let header = try SafetensorsHeader(
      bytes, range: 8..<dataStart, dataCount: bytes.count - dataStart, file: file)
    self.file = file
    entries = header.entries
    for (place, entry) in entries.enumerated() { places[entry.name] = place }
    metadata = header.metadata
    data = Array(bytes[dataStart...])
  }

  /// The tensors' names, in the order of their numbers in the file.
  public var names: [String] { entries.map(\.name) }

  /// The type of a tensor's numbers; nil where there is no tensor of the name.
  public func type(of name: String) -> ElementType? { entry(name)?.type }

  /// A tensor's shape; nil where there is no tensor of the name.
  public func shape(of name: String) -> [Int]? { entry(name)?.shape }

  private func entry(_ name: String) -> SafetensorsHeader.Entry? {
    places[name].map { entries[$0] }
  }

  /// Adds a tensor; its numbers keep their type. Traps when there is one of the name, and for the
  /// name `__metadata__`, which the format keeps for itself.
  public mutating func add<S: Scalar>(
    _ name: String, _ tensor: Tensor<S>, file: StaticString = #fileID, line: UInt = #line
  ) {
    if entry(name) != nil {
      fatalError("There is a tensor \"\(name)\" already.", file: file, line: line)
    }
    if name == "__metadata__" {
      fatalError("The format keeps the name __metadata__ for itself.", file: file, line: line)
    }
    let start = data.count
    data += littleEndianBytes(tensor.scalars)
    places[name] = entries.count
    entries.append(
      SafetensorsHeader.Entry(
        name: name, type: ElementType(S.self), shape: tensor.shape, start: start, end: data.count))
  }

  /// A tensor's numbers; from floating point of another size each is rounded to the nearest.
  ///
  /// Throws where there is no tensor of the name, for complex numbers and those of six bits, and
  /// for whole numbers that the type can't hold.
  public func tensor<S: Scalar>(
    _ name: String, of type: S.Type = Double.self
  ) throws(SafetensorsError) -> Tensor<S> {
    guard let entry = entry(name) else {
      throw SafetensorsError(file: file, cause: .unknownTensor(name))
    }
    return Tensor(shape: entry.shape, scalars: try scalars(entry))
  }

  private func scalars<S: Scalar>(
    _ entry: SafetensorsHeader.Entry
  ) throws(SafetensorsError) -> [S] {
    let range = entry.start..<entry.end
    switch entry.type {
    case .f64:
      return BackpropFiles.scalars(
        littleEndianWords(data, range, UInt64.self).map { Double(bitPattern: $0) })
    case .f32:
      return BackpropFiles.scalars(
        littleEndianWords(data, range, UInt32.self).map { Float(bitPattern: $0) })
    case .f16: return BackpropFiles.scalars(littleEndianWords(data, range).map(half))
    case .bf16: return BackpropFiles.scalars(littleEndianWords(data, range).map(brainFloat))
    case .i64: return try exact(entry, Int64.self)
    case .i32: return try exact(entry, Int32.self)
    case .i16: return try exact(entry, Int16.self)
    case .i8: return try exact(entry, Int8.self)
    case .u64: return try exact(entry, UInt64.self)
    case .u32: return try exact(entry, UInt32.self)
    case .u16: return try exact(entry, UInt16.self)
    case .u8: return try exact(entry, UInt8.self)
    case .bool: return BackpropFiles.scalars(data[range].map { $0 == 0 ? 0 as UInt8 : 1 })
    case .f8e4m3, .f8e5m2, .f8e4m3fnuz, .f8e5m2fnuz, .f8e8m0:
      let values = eightBitValues(entry.type) ?? []
      return BackpropFiles.scalars(data[range].map { values[Int($0)] })
    case .f4:
      return BackpropFiles.scalars(
        data[range].flatMap { [fourBitValues[Int($0 & 15)], fourBitValues[Int($0 >> 4)]] })
    case .f6e2m3, .f6e3m2, .c64:
      throw SafetensorsError(
        file: file, cause: .unreadableType(entry.type, tensor: entry.name))
    }
  }

  private func exact<I: FixedWidthInteger, S: Scalar>(
    _ entry: SafetensorsHeader.Entry, _ type: I.Type
  ) throws(SafetensorsError) -> [S] {
    let integers = littleEndianWords(data, entry.start..<entry.end, type)
    guard let result: [S] = exactScalars(integers) else {
      throw SafetensorsError(file: file, cause: .inexact(tensor: entry.name))
    }
    return result
  }

  /// The bytes of a file: the same as the format's own library writes, with metadata in the order
  /// of its keys. Tensors stand in the order of their types, the widest first, then of their names.
  public var bytes: [UInt8] {
    let order = entries.sorted { a, b in
      a.type == b.type
        ? a.name.utf8.lexicographicallyPrecedes(b.name.utf8)
        : a.type.writingOrder > b.type.writingOrder
    }
    var header = "{"
    if !metadata.isEmpty {
      let texts = metadata.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        .map { "\(quoted($0)):\(quoted($1))" }
      header += "\"__metadata__\":{" + texts.joined(separator: ",") + "}"
    }
    var position = 0
    for entry in order {
      if header.utf8.count > 1 { header += "," }
      let end = position + entry.end - entry.start
      let shape = entry.shape.map(String.init).joined(separator: ",")
      header += "\(quoted(entry.name)):{\"dtype\":\"\(entry.type.rawValue)\",\"shape\":[\(shape)],"
      header += "\"data_offsets\":[\(position),\(end)]}"
      position = end
    }
    header += "}"
    // Blanks fill the header up, so that numbers begin at a multiple of eight bytes.
    header += String(repeating: " ", count: (8 - header.utf8.count % 8) % 8)
    var result: [UInt8] = []
    result.reserveCapacity(8 + header.utf8.count + data.count)
    withUnsafeBytes(of: UInt64(header.utf8.count).littleEndian) { result += $0 }
    result += header.utf8
    for entry in order { result += data[entry.start..<entry.end] }
    return result
  }

  /// Writes a file. Whoever reads it meanwhile, and whoever finds it after a crash, has the old one
  /// or the new one whole. Throws if it can't be written, and then leaves the old one.
  public func write(to path: String) throws(SafetensorsError) {
    do {
      try Files.replace(path, with: bytes, isSynced: true)
    } catch {
      throw SafetensorsError(file: path, cause: .unwritable(reason: error.reason))
    }
  }
}

extension ElementType {
  /// The place among the types in the format's own library, which writes the last first.
  fileprivate var writingOrder: Int {
    let order: [ElementType] = [
      .bool, .f4, .f6e2m3, .f6e3m2, .u8, .i8, .f8e5m2, .f8e4m3, .f8e8m0, .f8e4m3fnuz, .f8e5m2fnuz,
      .i16, .u16, .f16, .bf16, .i32, .u32, .f32, .c64, .f64, .i64, .u64,
    ]
    return order.firstIndex(of: self) ?? 0
  }
}

/// A text as JSON.
private func quoted(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    case "\n": result += "\\n"
    case "\r": result += "\\r"
    case "\t": result += "\\t"
    case "\u{8}": result += "\\b"
    case "\u{C}": result += "\\f"
    case "\u{0}"..<"\u{20}":
      let digits = String(scalar.value, radix: 16)
      result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}
