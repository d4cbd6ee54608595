import Testing

@testable import LessonRunner

/// Expectations from `Oracles/checksums.py`.
@Suite struct ChecksumTests {
  private static func bytes(_ count: Int) -> [UInt8] {
    (0..<count).map { index -> UInt8 in UInt8((7 * index + 3) % 256) }
  }

  @Test(arguments: [
    (count: 0, expected: 0xef46_db37_51d8_e999 as UInt64),
    (count: 1, expected: 0x1f25_c8d0_bc1f_4bb6), (count: 3, expected: 0x31d2_363f_52e5_64c9),
    (count: 4, expected: 0x9bb6_4b7d_66ee_9fda), (count: 7, expected: 0x9a7b_1499_59ce_60d8),
    (count: 8, expected: 0xdab9_9d95_c6f9_0092), (count: 15, expected: 0x1b47_cb82_43cc_8e32),
    (count: 31, expected: 0xa2aa_5f33_cc4a_6119), (count: 32, expected: 0x23c3_c17e_f790_fd97),
    (count: 33, expected: 0x50a7_cfc7_ba58_8784), (count: 63, expected: 0x5e3e_54b4_31c7_493c),
    (count: 64, expected: 0x0eb6_4b3e_f6ee_b01f), (count: 100, expected: 0xa61f_8d4c_170f_e531),
    (count: 1000, expected: 0x5f23_5fa0_33f1_a3fb),
  ])
  func bytesOfEveryLengthHaveTheChecksumOfXXH64(count: Int, expected: UInt64) {
    let bytes = Self.bytes(count)
    #expect(Checksum.of(bytes) == expected)
    // The same bytes at an odd address.
    #expect(Checksum.of(([0] + bytes).dropFirst()) == expected)
  }

  @Test func theTextHasSixteenDigits() {
    #expect(Checksum.text(of: Self.bytes(64)) == "0eb64b3ef6eeb01f")
  }
}
