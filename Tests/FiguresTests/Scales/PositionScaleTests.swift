import Testing

@testable import Figures

@Suite struct PositionScaleTests {
  @Test func equalRatiosAreEqualDistancesOnALogarithmicScale() {
    let scale = PositionScale(scale: .logarithmic, lower: 0.01, upper: 100, start: 0, end: 400)
    #expect((scale.position(1) - 200).magnitude < 1e-9)
    #expect((scale.position(10) - 300).magnitude < 1e-9)
    #expect(scale.position(0).isNaN)
    #expect(scale.position(-3).isNaN)
  }

  @Test func whatHasNoPlaceIsNotANumber() {
    let scale = PositionScale(scale: .linear, lower: 0, upper: 1, start: 0, end: 10)
    #expect(scale.position(0.5) == 5)
    #expect(scale.position(.infinity).isNaN)
    #expect(scale.position(.nan).isNaN)
  }

  @Test func equalValuesStillMakeADomain() {
    var extent = AxisDomain.Extent()
    extent.include(3)
    let domain = AxisDomain.domain(of: extent, axis: Axis(), padding: 0, reachingZero: false)
    #expect(domain.lower == 1.5 && domain.upper == 4.5)
    let logarithmic = AxisDomain.domain(
      of: extent, axis: Axis(scale: .logarithmic), padding: 0, reachingZero: false)
    #expect((logarithmic.lower - 1.5).magnitude < 1e-12)
    #expect((logarithmic.upper - 6).magnitude < 1e-12)
  }
}
