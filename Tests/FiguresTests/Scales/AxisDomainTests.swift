import Testing

@testable import Figures

@Suite struct AxisDomainTests {
  @Test func barsThatAreAllZeroHaveAnAxis() {
    let figure = plot { Bars(["a", "b"], [0, 0], showsValues: true) }
    #expect(figure.labels.map { $0.text }.contains("1.00"))
    let lying = plot { Bars(["a", "b"], [0, 0], isHorizontal: true) }
    #expect(lying.labels.map { $0.text }.contains("1.0"))
  }

  @Test func equalValuesHaveAnAxisAroundThem() {
    let figure = plot { Line([2, 2, 2]) }
    let labels = figure.labels.map { $0.text }
    #expect(labels.contains("1") && labels.contains("2") && labels.contains("3"))
    let halves = plot { Line([2.5, 2.5]) }
    #expect(halves.labels.contains { $0.text == "2.5" })
  }
}
