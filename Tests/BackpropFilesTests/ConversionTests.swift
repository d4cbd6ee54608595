import Testing

@testable import BackpropFiles

@Suite struct ConversionTests {
  @Test func wholeNumbersAreRoundedToTheNearest() {
    // 2²⁴ + 1 lies halfway between two numbers of single precision, and the even one is 2²⁴.
    let floats: [Float] = scalars([16_777_217, 16_777_219] as [Int32])
    #expect(floats == [16_777_216, 16_777_220])
    let doubles: [Double] = scalars([16_777_217] as [Int32])
    #expect(doubles == [16_777_217])
  }

  @Test func exactNumbersAreRefusedWhereOneIsNot() {
    let fits: [Float]? = exactScalars([16_777_216, -3] as [Int64])
    #expect(fits == [16_777_216, -3])
    let single: [Float]? = exactScalars([1, 16_777_217] as [Int64])
    #expect(single == nil)
    let double: [Double]? = exactScalars([1 << 53, (1 << 53) + 1] as [Int64])
    #expect(double == nil)
  }

  @Test func theSmallestByteComesFirst() {
    #expect(littleEndianBytes([1.0] as [Float]) == [0, 0, 0x80, 0x3F])
    #expect(littleEndianBytes([-2.0] as [Double]) == [0, 0, 0, 0, 0, 0, 0, 0xC0])
    #expect(littleEndianWords([9, 1, 2, 3, 4], 1..<5, UInt16.self) == [0x0201, 0x0403])
  }

  @Test func bytesAndWordsLeadBackToEachOther() {
    let numbers: [Float] = [0, -0.0, 1.5, .infinity, .leastNonzeroMagnitude]
    let bytes = littleEndianBytes(numbers)
    let words = littleEndianWords(bytes, bytes.indices, UInt32.self)
    #expect(words == numbers.map { $0.bitPattern })
  }
}
