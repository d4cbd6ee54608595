import Testing

@testable import Figures

@Suite struct ContoursTests {
  @Test func whereAFunctionHasNoValueTheGroundIsBlankAndItIsSaid() {
    let figure = plot {
      Contours(x: -1...1, y: -1...1, colors: .sequential) { x, y in x < 0 ? .nan : x * y }
    }
    #expect(
      figure.notes == ["The function has no value in about 50 % of the area, which is left blank."])
    #expect(figure.svg.contains("<path fill=\"var(--figure-background,#ffffff)\" fill-rule"))
    let peak = plot { Contours(x: -1...1, y: -1...1) { x, y in 1 / (x * x + y * y - 0.0) } }
    #expect(peak.notes.isEmpty)
  }

  @Test func aFunctionWithoutCurvesIsSaid() {
    #expect(
      plot { Contours(x: 0...1, y: 0...1) { _, _ in 3 } }.notes
        == ["No level curve runs through the area."])
    #expect(
      plot { Contours(x: 0...1, y: 0...1) { _, _ in .nan } }.notes
        == ["The function has no value anywhere."])
  }

  private func field(
    _ x: ClosedRange<Double>, _ y: ClosedRange<Double>, samples: Int,
    _ function: (Double, Double) -> Double
  ) -> SampledField {
    let xs = SeriesData.samples(x, count: samples)
    let ys = SeriesData.samples(y, count: samples)
    var values: [Double] = []
    for y in ys { for x in xs { values.append(function(x, y)) } }
    return SampledField(xs: xs, ys: ys, values: values)
  }

  @Test func linearLevelsAreRoundAndHoldZero() {
    let saddle = field(-2...2, -2...2, samples: 20) { x, y in x * x - y * y }
    #expect(
      Contours.levels(of: saddle, count: 9, spacing: .linear) == [-3, -2, -1, 0, 1, 2, 3])
  }

  @Test func quadraticLevelsMakeRingsAtEqualDistances() {
    let bowl = field(-1...1, -1...1, samples: 21) { x, y in x * x + y * y }
    let levels = Contours.levels(of: bowl, count: 3, spacing: .quadratic)
    let radii = levels.map { $0.squareRoot() }
    #expect((radii[1] - 2 * radii[0]).magnitude < 1e-12)
    #expect((radii[2] - 3 * radii[0]).magnitude < 1e-12)
  }

  @Test func aConstantFunctionHasNoLevelCurves() {
    let flat = field(0...1, 0...1, samples: 10) { _, _ in 4 }
    #expect(Contours.levels(of: flat, count: 10, spacing: .linear).isEmpty)
  }
}
