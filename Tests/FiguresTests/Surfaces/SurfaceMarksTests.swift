import Testing

@testable import Figures

@Suite struct SurfaceMarksTests {
  @Test func marksWithoutAPlaceAreSaid() {
    let figure = Surface("T", alt: "A.", x: 0...1, y: 0...1) { x, _ in
      x
    } marks: {
      Rule(x: 0.5)
      Points([0.5], [0.5], label: "here")
    }
    #expect(figure.notes == ["One mark has no place on a surface."])
    #expect(figure.labels.contains { $0.text == "here" })
  }
}
