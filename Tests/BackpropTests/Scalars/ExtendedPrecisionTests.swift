import Testing

@testable import Backprop

@Suite struct ExtendedPrecisionTests {
  @Test func aSumOfTwoDoublesLosesNothing() {
    let sum = ExtendedDouble(larger: 1, plus: 0x1p-80)
    #expect(sum.high == 1)
    #expect(sum.low == 0x1p-80)
  }

  @Test func aProductOfTwoDoublesLosesNothing() {
    // (1 + 2⁻³⁰)² = 1 + 2⁻²⁹ + 2⁻⁶⁰
    let product = ExtendedDouble(1 + 0x1p-30, times: 1 + 0x1p-30)
    #expect(product.high == 1 + 0x1p-29)
    #expect(product.low == 0x1p-60)
  }

  @Test func sumsProductsAndQuotientsKeepWhatADoubleWouldLose() {
    let x = ExtendedDouble(1, 0x1p-60)
    let doubled = x + x
    #expect(doubled.high == 2 && doubled.low == 0x1p-59)
    let tripled = x * 3
    #expect(tripled.high == 3 && tripled.low == 0x1.8p-59)
    // (1 + 2⁻⁶⁰)² = 1 + 2⁻⁵⁹ + 2⁻¹²⁰
    let squared = x * x
    #expect(squared.high == 1 && squared.low == 0x1p-59)
    let one = x / x
    #expect(one.high == 1 && one.low == 0)
    #expect(ExtendedDouble(1, 0x1p-52).rounded == 1 + 0x1p-52)
  }

  @Test func aPowerOfTwoScalesWithOneRounding() {
    #expect(powerOfTwo(-1022) == 0x1p-1022)
    #expect(powerOfTwo(1023) == 0x1p1023)
    #expect(scaled(1.5, byPowerOfTwo: -1074) == 0x1p-1073)
    #expect(scaled(0x1p-1000, byPowerOfTwo: 2000) == 0x1p1000)
  }
}
