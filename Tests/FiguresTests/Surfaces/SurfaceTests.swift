import Testing

@testable import Figures

@Suite struct SurfaceTests {
  @Test func aConstantIsAFlatSurface() {
    let figure = Surface("T", alt: "A.", x: 0...1, y: 0...1, height: { _, _ in 3 })
    #expect(figure.notes.isEmpty)
    #expect(figure.labels.contains { $0.text == "3" || $0.text == "3.0" })
  }

  @Test func aSurfaceThatIsDrawnAgainWithLessDetailSamplesTheFloorOnce() {
    var calls = 0
    let places = (0..<30).map { (Double($0) + 0.5) / 30 }
    let xs = places.flatMap { x in places.map { _ in x } }
    let ys = places.flatMap { _ in places }
    // A point of the floor's grid that is a corner of no mesh and lies before no mark.
    let figure = Surface(
      "T", alt: "A.", x: 0...1, y: 0...1, samples: 26,
      height: { x, y in
        if x == 1.0 / 48 && y == 1.0 / 48 { calls += 1 }
        return x * x + y / 3
      },
      marks: { Points(xs, ys) })
    #expect(figure.notes.contains { $0.contains("meshes along each axis") })
    #expect(calls == 1)
  }

  @Test func aViewFromBelowIsRefused() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Surface(
        "T", alt: "A.", x: 0...1, y: 0...1, elevation: -10, height: { x, _ in x })
    }
    #expect(said(result).contains("A Surface is seen from 5 to 85 degrees above, not −10."))
  }
}
