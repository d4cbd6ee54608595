import Testing

@testable import Figures

@Suite struct SurfaceTests {
  @Test func aConstantIsAFlatSurface() {
    let figure = Surface("T", alt: "A.", x: 0...1, y: 0...1, height: { _, _ in 3 })
    #expect(figure.notes.isEmpty)
    #expect(figure.labels.contains { $0.text == "3" || $0.text == "3.0" })
  }

  @Test func aViewFromBelowIsRefused() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Surface(
        "T", alt: "A.", x: 0...1, y: 0...1, elevation: -10, height: { x, _ in x })
    }
    #expect(said(result).contains("A Surface is seen from 5 to 85 degrees above, not −10."))
  }
}
