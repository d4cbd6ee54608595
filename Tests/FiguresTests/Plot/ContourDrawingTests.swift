import Testing

@testable import Figures

@Suite struct ContourDrawingTests {
  @Test func curvesBelowTheCentreAreDashed() {
    func dashes(_ colors: ColorScale?) -> Int {
      plot {
        Contours(x: -1...1, y: -1...1, levels: [-0.5, -0.25, 0, 0.5], colors: colors) { $0 * $1 }
      }.svg.matches(of: /stroke-dasharray="4 3"/).count
    }
    #expect(dashes(.diverging()) == 2)
    #expect(dashes(.diverging(around: 0.3)) == 3)
    #expect(dashes(.sequential) == 0)
    #expect(dashes(nil) == 0)
  }
}
