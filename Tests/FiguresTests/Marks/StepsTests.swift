import Testing

@testable import Figures

@Suite struct StepsTests {
  @Test func stepsHoldEachValueUntilTheNext() {
    func corners(_ jump: Steps.Jump) -> [DataPoint] {
      guard case .polyline(let line) = Steps([0, 2], [1, 5], jump: jump).layers[0].geometry
      else { return [] }
      return line.points
    }
    #expect(corners(.after)[1] == DataPoint(x: 2, y: 1))
    #expect(corners(.before)[1] == DataPoint(x: 0, y: 5))
    #expect(corners(.between).dropFirst().first == DataPoint(x: 1, y: 1))
  }
}
