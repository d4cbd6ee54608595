import Testing

@testable import Figures

@Suite struct StemsTests {
  private func strokes(_ stems: Stems) -> [Segment] {
    guard case .segments(let geometry) = stems.layers[1].geometry else { return [] }
    return geometry.segments
  }

  @Test func aStemReachesFromTheBaseToItsPoint() {
    #expect(
      strokes(Stems([2], [5], from: 1)) == [
        Segment(start: DataPoint(x: 2, y: 1), end: DataPoint(x: 2, y: 5))
      ])
  }

  @Test func aPointThatIsNotFiniteHasNoStem() {
    #expect(strokes(Stems([0, 1], [.nan, 5])).map { $0.end.x } == [1])
  }

  @Test func stemsFromZeroStandOnTheAxis() {
    #expect(Stems([0], [1]).layers[1].standsOnZero)
    #expect(!Stems([0], [1], from: 0.5).layers[1].standsOnZero)
  }
}
