/// The checksum CRC-32 of some bytes, as in Ethernet, gzip and PNG: it finds every change of up to 32
/// bits in a row, and all but one in four billion of the others.
///
/// Source: IEEE 802.3, section 3.2.9, in the reflected form.
func checksum(_ bytes: some Sequence<UInt8>) -> UInt32 {
  var remainder = UInt32.max
  checksumTable.withUnsafeBufferPointer { table in
    for byte in bytes {
      remainder = table[Int((remainder ^ UInt32(byte)) & 0xFF)] ^ remainder >> 8
    }
  }
  return ~remainder
}

/// What each byte adds.
private let checksumTable: [UInt32] = (0..<256).map { byte in
  (0..<8).reduce(UInt32(byte)) { remainder, _ in
    remainder & 1 == 1 ? remainder >> 1 ^ 0xEDB8_8320 : remainder >> 1
  }
}
