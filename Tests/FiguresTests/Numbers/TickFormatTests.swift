import Testing

@testable import Figures

@Suite struct TickFormatTests {
  private func labels(_ values: [Double]) -> [String] {
    let format = TickFormat(values: values)
    return values.map { format.text($0) }
  }

  @Test func oneAxisHasOnePrecision() {
    #expect(labels([-1, -0.5, 0, 0.5, 1]) == ["−1.0", "−0.5", "0", "0.5", "1.0"])
    #expect(labels([0, 0.25, 0.5]) == ["0", "0.25", "0.50"])
    #expect(labels([0, 20, 40]) == ["0", "20", "40"])
  }

  @Test func longNumbersShareAPowerOfTen() {
    #expect(labels([0, 1e6, 2e6]) == ["0", "10⁶", "2×10⁶"])
    #expect(labels([1e-7, 1.5e-7]) == ["1.0×10⁻⁷", "1.5×10⁻⁷"])
  }

  @Test func thousandsAreSetApartFromTenThousandOn() {
    #expect(labels([5000, 10000]) == ["5000", "10\u{202F}000"])
  }

  @Test func roundingNoiseDoesNotShow() {
    #expect(labels([0.1 + 0.2, 0.6]) == ["0.3", "0.6"])
  }

  @Test func smallStepsFarFromZeroAreWrittenInFull() {
    let format = TickFormat(values: [1_000_000.25, 1_000_000.5, 1_000_000.75])
    #expect(format.text(1_000_000.5) == "1\u{202F}000\u{202F}000.50")
    #expect(TickFormat(values: [1e6, 2e6]).text(2e6) == "2×10⁶")
  }
}
