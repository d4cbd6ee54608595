import Testing

@testable import Figures

@Suite struct PlotExtentTests {
  @Test func whatLiesOutsideAPrescribedRangeDoesNotStretchTheOtherAxis() {
    var extent = PlotExtent(x: Axis(in: 0...1), y: Axis())
    extent.include([DataPoint(x: 0.5, y: 2), DataPoint(x: 3, y: 100)])
    #expect(extent.y.lower == 2 && extent.y.upper == 2)
    #expect(extent.x.upper == 3)
  }

  @Test func whatHasNoPlaceIsCountedByItsReason() {
    var extent = PlotExtent(x: Axis(), y: Axis(scale: .logarithmic))
    extent.include([.nan, .infinity, -1, 1].map { DataPoint(x: 0, y: $0) })
    #expect(extent.undrawn.missing == 1)
    #expect(extent.undrawn.infinite == 1)
    #expect(extent.undrawn.notPositive == 1)
    #expect(extent.y.lower == 1 && extent.y.upper == 1)
  }

  @Test func aFilledDomainIsCoveredExactly() {
    var extent = PlotExtent(x: Axis(), y: Axis(scale: .logarithmic))
    extent.includeTightly(-1...2, 0...1)
    #expect(extent.x.tightLower == -1 && extent.x.tightUpper == 2)
    // There is no zero on a logarithmic axis.
    #expect(extent.y.tightLower > extent.y.tightUpper)
  }
}
