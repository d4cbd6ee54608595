import Testing

@testable import Figures

@Suite struct InsetDrawingTests {
  @Test func anInsetIsJoinedToItsPlace() {
    let figure = plot {
      Line(over: 0...10) { 1 / (1 + $0) }
      Inset(x: 8...10, y: 0.05...0.15, at: .topRight)
    }
    #expect(figure.svg.matches(of: /stroke-opacity="\.3" d="M[^"]*m[^"]*"/).count == 1)
  }

  @Test func anInsetHasAxesOfItsOwn() {
    let figure = Plot("T", alt: "A.") {
      Line(over: 0...100) { $0 * $0 }
      Inset(x: 1...2, y: 0...5)
    }
    #expect(figure.labels.contains { $0.text == "1.5" })
  }
}
