import BackpropFiles

/// Makes files with a header as a liar may write it.
protocol HostileFile {}

extension HostileFile {
  /// A file of a header, filled up, and of as many bytes.
  func file(_ header: String, data: Int = 0) -> [UInt8] {
    let filled = header + String(repeating: " ", count: (8 - header.utf8.count % 8) % 8)
    let length = withUnsafeBytes(of: UInt64(filled.utf8.count).littleEndian) { Array($0) }
    return length + Array(filled.utf8) + [UInt8](repeating: 0, count: data)
  }

  func tensor(_ shape: String, _ offsets: String, type: String = "F32") -> String {
    "{\"dtype\":\"\(type)\",\"shape\":\(shape),\"data_offsets\":\(offsets)}"
  }

  func message(_ bytes: [UInt8]) -> String {
    do {
      _ = try Safetensors(bytes: bytes)
      return "read"
    } catch {
      return "\(error)"
    }
  }
}
