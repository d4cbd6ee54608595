import Testing

@testable import Figures

@Suite struct SymmetricTicksTests {
  @Test func powersWithoutLabelsAreMinorTicks() {
    let ticks = AxisTicks.make(
      axis: Axis(scale: .symmetricLogarithmic(threshold: 1)), lower: -1e6, upper: 1e6, count: 5)
    #expect(!ticks.major.contains(100))
    for value in ticks.minor { #expect(!ticks.major.contains(value)) }
    for exponent in 1...5 {
      let value = Decimal.power(exponent)
      #expect(ticks.major.contains(value) || ticks.minor.contains(value))
      #expect(ticks.major.contains(-value) || ticks.minor.contains(-value))
    }
  }

  @Test func symmetricTicksMirrorEachOther() {
    let ticks = SymmetricTicks.ticks(lower: -1e6, upper: 1e6, threshold: 1, count: 8)
    #expect(ticks.labels.contains("0"))
    #expect(ticks.major.map { -$0 }.reversed() == ticks.major)
    #expect(ticks.labels.contains("10⁶") && ticks.labels.contains("−10⁶"))
    #expect(ticks.major == ticks.major.sorted())
  }

  @Test func symmetricTicksNearZeroAreLinear() {
    let ticks = SymmetricTicks.ticks(lower: -2, upper: 2, threshold: 1, count: 5)
    #expect(ticks.labels == ["−2", "−1", "0", "1", "2"])
  }
}
