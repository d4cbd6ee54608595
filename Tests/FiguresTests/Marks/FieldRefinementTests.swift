import Testing

@testable import Figures

@Suite struct FieldRefinementTests {
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

  @Test func refinementIsExactForQuadratics() {
    func quadratic(_ x: Double, _ y: Double) -> Double { 3 * x * x - x * y + 2 * y * y - y + 1 }
    let fine = field(-1...2, 0...3, samples: 9, quadratic).refined(by: 4)
    #expect(fine.xs.count == 33)
    for row in fine.ys.indices {
      for column in fine.xs.indices {
        let expected = quadratic(fine.xs[column], fine.ys[row])
        #expect((fine.values[row * 33 + column] - expected).magnitude < 1e-12)
      }
    }
  }
}
