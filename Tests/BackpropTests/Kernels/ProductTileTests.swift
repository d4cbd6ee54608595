import Testing

@testable import Backprop

@Suite struct ProductTileTests {
  @Test func aFusedProductIsNotRounded() {
    // (1 + 2⁻³⁰)² − 1 − 2⁻²⁹ is 2⁻⁶⁰, which a rounded product loses.
    let a = SIMD2<Double>(repeating: 1 + 0x1p-30)
    let sum = SIMD2<Double>(repeating: -1 - 0x1p-29)
    #expect(FusedMultiplyAdd.add(sum, a, a) == SIMD2(repeating: 0x1p-60))
    #expect(SeparateMultiplyAdd.add(sum, a, a) == SIMD2(repeating: 0))
  }

  @Test func vectorsAreReadAndWrittenAnywhere() {
    var numbers: [Float] = [1, 2, 3, 4, 5]
    numbers.withUnsafeMutableBufferPointer { numbers in
      let start = numbers.baseAddress!
      let vector = start.vector(1, SIMD4<Float>.self)
      #expect(vector == SIMD4(2, 3, 4, 5))
      start.store(vector * 10, at: 0)
    }
    #expect(numbers == [20, 30, 40, 50, 5])
  }
}
