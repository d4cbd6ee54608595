import Testing

@testable import Figures

@Suite struct BarsGeometryTests {
  @Test func barsOfSeveralSeriesDifferInHatching() {
    let one = Plot("T", alt: "A.") { Bars(["a"], [1]) }
    let two = Plot("T", alt: "A.") { Bars(["a"], groups: [("x", [1]), ("y", [2])]) }
    #expect(!one.svg.contains("stroke-width=\"1.3\""))
    #expect(two.svg.contains("stroke-width=\"1.3\""))
  }

  @Test func barsOnALogarithmicAxisStandOnIt() {
    let figure = plot(y: Axis(scale: .logarithmic)) { Bars(["a", "b"], [10, 1000]) }
    #expect(figure.notes.isEmpty)
    #expect(figure.svg.contains("z"))
  }
}
