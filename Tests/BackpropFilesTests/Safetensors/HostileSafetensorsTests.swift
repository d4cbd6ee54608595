import BackpropFiles
import Testing

/// Files that lie. None is read, and none stops the program.
@Suite struct HostileSafetensorsTests: HostileFile {
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
