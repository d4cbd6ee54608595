/// XXH64, which tells a damaged entry of the cache from a whole one.
///
/// It takes a hundredth of the time that SHA-256 (`Digest`) does. It protects from accidents only:
/// whoever can write to the cache can also write a checksum.
///
/// Source: Yann Collet, "xxHash fast digest algorithm", version 0.1.1, section "XXH64".
struct Checksum {
  private static let primes: (UInt64, UInt64, UInt64, UInt64, UInt64) = (
    0x9E37_79B1_85EB_CA87, 0xC2B2_AE3D_27D4_EB4F, 0x1656_67B1_9E37_79F9, 0x85EB_CA77_C2B2_AE63,
    0x27D4_EB2F_1656_67C5
  )

  /// How many hexadecimal digits a checksum has in text.
  static let digits = 16

  /// The checksum of some bytes, with a seed of 0.
  static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.withContiguousStorageIfAvailable { of(UnsafeRawBufferPointer($0)) }
      ?? Array(bytes).withUnsafeBytes { of($0) }
  }

  /// The checksum in hexadecimal, of sixteen digits.
  static func text(of bytes: some Sequence<UInt8>) -> String {
    let text = String(of(bytes), radix: 16)
    return String(repeating: "0", count: digits - text.utf8.count) + text
  }

  private static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    let (prime1, prime2, prime3, prime4, prime5) = primes
    var rest = bytes[...]
    var sum = prime5
    if bytes.count >= 32 {
      var lanes = SIMD4(prime1 &+ prime2, prime2, 0, 0 &- prime1)
      while rest.count >= 32 {
        for lane in 0..<4 { lanes[lane] = round(lanes[lane], word(rest, at: 8 * lane)) }
        rest = rest.dropFirst(32)
      }
      sum =
        rotated(lanes[0], 1) &+ rotated(lanes[1], 7) &+ rotated(lanes[2], 12)
        &+ rotated(lanes[3], 18)
      for lane in 0..<4 { sum = (sum ^ round(0, lanes[lane])) &* prime1 &+ prime4 }
    }
    sum &+= UInt64(bytes.count)
    while rest.count >= 8 {
      sum = rotated(sum ^ round(0, word(rest, at: 0)), 27) &* prime1 &+ prime4
      rest = rest.dropFirst(8)
    }
    if rest.count >= 4 {
      let half = UnsafeRawBufferPointer(rebasing: rest).loadUnaligned(as: UInt32.self)
      sum = rotated(sum ^ UInt64(half.littleEndian) &* prime1, 23) &* prime2 &+ prime3
      rest = rest.dropFirst(4)
    }
    for byte in rest { sum = rotated(sum ^ UInt64(byte) &* prime5, 11) &* prime1 }
    sum = (sum ^ sum >> 33) &* prime2
    sum = (sum ^ sum >> 29) &* prime3
    return sum ^ sum >> 32
  }

  private static func round(_ lane: UInt64, _ word: UInt64) -> UInt64 {
    rotated(lane &+ word &* primes.1, 31) &* primes.0
  }

  private static func rotated(_ value: UInt64, _ count: UInt64) -> UInt64 {
    value << count | value >> (64 - count)
  }

  private static func word(_ bytes: Slice<UnsafeRawBufferPointer>, at offset: Int) -> UInt64 {
    UInt64(
      littleEndian: UnsafeRawBufferPointer(rebasing: bytes)
        .loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }
}
