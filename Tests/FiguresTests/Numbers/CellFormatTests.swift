import Testing

@testable import Figures

@Suite struct CellFormatTests {
  @Test func valuesHaveOnePrecision() {
    let figure = plot { HeatMap([[0.5, 0.123456], [-2, 0]]) }
    let texts = figure.labels.map { $0.text }
    #expect(texts.contains("0.50") && texts.contains("0.12") && texts.contains("−2.00"))
  }
}
