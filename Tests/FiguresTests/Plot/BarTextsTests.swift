import Testing

@testable import Figures

@Suite struct BarTextsTests {
  private func top(_ text: String, _ figure: Plot) throws -> Double {
    try #require(figure.labels.last { $0.text == text }).box.top
  }

  @Test func valuesStandBeyondTheEndsOfTheirBars() throws {
    let figure = plot(y: Axis(in: -4...4, ticks: [])) {
      Bars(["a", "b"], [2.5, -2.5], showsValues: true)
    }
    let zero = (figure.labels.filter { ["2.5", "−2.5"].contains($0.text) }).map { $0.box.top }
    #expect(zero.count == 2)
    #expect(try top("2.5", figure) < top("−2.5", figure))
  }

  @Test func aValueStandsAboveTheErrorBarOnItsBar() throws {
    let plain = plot(y: Axis(in: 0...4, ticks: [])) { Bars(["a"], [2.5], showsValues: true) }
    let withError = plot(y: Axis(in: 0...4, ticks: [])) {
      Bars(["a"], [2.5], showsValues: true)
      ErrorBars([0], [2.5], errors: [1])
    }
    #expect(try top("2.5", withError) < top("2.5", plain) - 20)
  }
}
