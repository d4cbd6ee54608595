import Testing

@testable import Figures

@Suite struct MarchingSquaresTests {
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

  /// Twice the area, positive when the loop runs counter-clockwise.
  private func area(_ loop: [DataPoint]) -> Double {
    var sum = 0.0
    for index in loop.indices {
      let next = loop[(index + 1) % loop.count]
      sum += loop[index].x * next.y - next.x * loop[index].y
    }
    return sum / 2
  }

  @Test func theLevelCurveOfASquaredDistanceIsACircle() {
    let bowl = field(-2...2, -2...2, samples: 64) { x, y in x * x + y * y }.refined(by: 3)
    let loops = bowl.loopsBelow(1)
    #expect(loops.count == 1)
    for point in loops[0] {
      let radius = (point.x * point.x + point.y * point.y).squareRoot()
      #expect((radius - 1).magnitude < 1e-4)
    }
    #expect((area(loops[0]) - 3.14159).magnitude < 1e-3)
  }

  @Test func aRegionIsOnTheLeftOfItsCurve() {
    let bowl = field(-2...2, -2...2, samples: 41) { x, y in x * x + y * y }
    #expect(area(bowl.loopsBelow(1)[0]) > 0)
    let hill = field(-2...2, -2...2, samples: 41) { x, y in -x * x - y * y }
    let areas = hill.loopsBelow(-1).map { area($0) }.sorted()
    #expect(areas.count == 2)
    #expect((areas[0] + 3.14).magnitude < 0.01)
    #expect(areas[1] > 16)
  }

  @Test func everyLoopIsClosedByTheEdgeOfTheGrid() {
    let plane = field(0...1, 0...1, samples: 11) { x, _ in x }
    let loops = plane.loopsBelow(0.55, margin: 0)
    #expect(loops.count == 1)
    #expect((area(loops[0]) - 0.55).magnitude < 1e-12)
  }

  @Test func aSaddleIsTwoRegionsBelowItsLevelAndOneAbove() {
    let saddle = field(-1...1, -1...1, samples: 40) { x, y in x * x - y * y }
    #expect(saddle.loopsBelow(-0.1).count == 2)
    #expect(saddle.loopsBelow(0.1).count == 1)
  }

  @Test func crossedSquaresAreDecidedByTheirMean() {
    let low = SampledField(xs: [0, 1], ys: [0, 1], values: [-3, 1, 1, -3])
    #expect(low.loopsBelow(0).count == 1)
    let high = SampledField(xs: [0, 1], ys: [0, 1], values: [-1, 3, 3, -1])
    #expect(high.loopsBelow(0).count == 2)
    let lowOther = SampledField(xs: [0, 1], ys: [0, 1], values: [1, -3, -3, 1])
    #expect(lowOther.loopsBelow(0).count == 1)
    let highOther = SampledField(xs: [0, 1], ys: [0, 1], values: [3, -1, -1, 3])
    #expect(highOther.loopsBelow(0).count == 2)
  }

  @Test func whatIsNotANumberCountsAsAbove() {
    let holed = field(-2...2, -2...2, samples: 41) { x, y in
      x * x + y * y < 0.3 ? .nan : x * x + y * y
    }
    let loops = holed.loopsBelow(1)
    #expect(loops.count == 2)
    for loop in loops {
      for point in loop { #expect(point.x.isFinite && point.y.isFinite) }
    }
  }
}
