import Testing

@testable import Figures

@Suite struct LogarithmicTicksTests {
  @Test func fewDecadesAreWrittenPlainly() {
    let ticks = LogarithmicTicks.ticks(lower: 0.001, upper: 1, count: 6)
    #expect(ticks.major == [0.001, 0.01, 0.1, 1])
    #expect(ticks.labels == ["0.001", "0.01", "0.1", "1"])
    #expect(ticks.minor.contains(0.002))
    #expect(ticks.minor.count == 24)
  }

  @Test func manyDecadesArePowers() {
    let ticks = LogarithmicTicks.ticks(lower: 2e-6, upper: 3, count: 8)
    #expect(ticks.labels == ["10⁻⁵", "10⁻⁴", "10⁻³", "10⁻²", "10⁻¹", "1"])
  }

  @Test func tooManyDecadesAreThinnedEvenly() {
    let ticks = LogarithmicTicks.ticks(lower: 1e-15, upper: 1, count: 6)
    #expect(ticks.labels == ["10⁻¹⁵", "10⁻¹²", "10⁻⁹", "10⁻⁶", "10⁻³", "1"])
    #expect(ticks.minor.count == 10)
    #expect(ticks.minor.contains(0.01))
  }

  @Test func oneDecadeHasTicksBetween() {
    let ticks = LogarithmicTicks.ticks(lower: 0.9, upper: 12, count: 5)
    #expect(ticks.major == [1, 2, 5, 10])
  }

  @Test func lessThanADecadeHasRoundNumbers() {
    let ticks = LogarithmicTicks.ticks(lower: 2.1, upper: 2.6, count: 5)
    #expect(ticks.major == [2.1, 2.2, 2.3, 2.4, 2.5, 2.6])
  }
}
