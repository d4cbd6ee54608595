import Testing

@testable import BackpropFiles

@Suite struct ChecksumTests {
  @Test func theChecksumIsZlibs() {
    // By Python's zlib.crc32.
    #expect(checksum("123456789".utf8) == 0xCBF4_3926)
    #expect(checksum([]) == 0)
    #expect(checksum([0, 0, 0, 0]) == 0x2144_DF1C)
    #expect(checksum((0..<1000).map { UInt8(truncatingIfNeeded: $0 * $0) }) == 0xBE2C_3C2D)
  }
}
