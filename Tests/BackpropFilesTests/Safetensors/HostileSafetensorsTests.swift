import BackpropFiles
import Testing

/// Files that lie. None is read, and none stops the program.
@Suite struct HostileSafetensorsTests {
  /// A file of a header, filled up, and of as many bytes.
  private func file(_ header: String, data: Int = 0) -> [UInt8] {
    let filled = header + String(repeating: " ", count: (8 - header.utf8.count % 8) % 8)
    let length = withUnsafeBytes(of: UInt64(filled.utf8.count).littleEndian) { Array($0) }
    return length + Array(filled.utf8) + [UInt8](repeating: 0, count: data)
  }

  private func tensor(_ shape: String, _ offsets: String, type: String = "F32") -> String {
    "{\"dtype\":\"\(type)\",\"shape\":\(shape),\"data_offsets\":\(offsets)}"
  }

  private func message(_ bytes: [UInt8]) -> String {
    do {
      _ = try Safetensors(bytes: bytes)
      return "read"
    } catch {
      return "\(error)"
    }
  }

  @Test func noChangeOrCutOfAByteStopsTheProgram() throws {
    let bytes = Fixture.bytes("mixed.safetensors")
    for index in bytes.indices {
      for flip in [1, 0x20, 0x80, 0xFF] as [UInt8] {
        var damaged = bytes
        damaged[index] ^= flip
        if let file = try? Safetensors(bytes: damaged) {
          for name in file.names { _ = try? file.tensor(name) }
        }
      }
      #expect(message(Array(bytes[..<index])) != "read")
    }
  }
}
