import Testing

@testable import Figures

@Suite struct InsetGeometryTests {
  @Test func anInsetOnAnAxisWithoutItsPlaceIsSaid() {
    let figure = Plot("T", alt: "A.", y: Axis(scale: .logarithmic)) {
      Line([1, 10])
      Inset(x: 0...1, y: -1...1)
    }
    #expect(figure.notes == ["An inset has no place on these axes."])
  }
}
