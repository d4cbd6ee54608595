import Testing

@testable import Figures

@Suite struct PathSimplificationTests {
  /// The distance of a point from a polyline.
  private func distance(_ point: Pixel, _ line: [Pixel]) -> Double {
    var least = Double.infinity
    for index in line.indices.dropFirst() {
      least = min(least, PathSimplification.squaredDistance(point, line[index - 1], line[index]))
    }
    return least.squareRoot()
  }

  @Test func noPointIsFartherThanTheToleranceFromTheSimplerPath() {
    var points: [Pixel] = []
    for index in 0..<2000 {
      let t = Double(index) / 2000
      points.append(
        Pixel(x: 500 * t, y: 900 * t * (1 - t) * (0.5 - t) + (index % 7 == 0 ? 0.1 : 0)))
    }
    let simple = PathSimplification.simplified(points)
    #expect(simple.count < 60)
    #expect(simple.first == points.first && simple.last == points.last)
    for point in points { #expect(distance(point, simple) <= PathSimplification.tolerance + 1e-12) }
  }

  @Test func whatIsDrawnIsLessThanAQuarterOfAPixelFromTheData() {
    var points: [Pixel] = []
    for index in 0...3000 {
      let x = Double(index) / 6
      points.append(Pixel(x: x, y: 100 + x * x / 700 + (index % 2 == 0 ? 0.08 : -0.08)))
    }
    var data = PathData()
    data.polyline(PathSimplification.simplified(points))
    let drawn = SVGPath.points(of: data.text)
    for point in points { #expect(distance(point, drawn) < 0.25) }
  }

  @Test func manyEqualPeaksTakeNeitherStackNorTime() {
    var points: [Pixel] = []
    for index in 0..<200_000 {
      points.append(Pixel(x: Double(index) / 2000, y: Double(index % 3)))
    }
    #expect(PathSimplification.simplified(points).count > 2)
  }

  @Test func aLoopKeepsItsShape() {
    let square = [
      Pixel(x: 0, y: 0), Pixel(x: 5, y: 0), Pixel(x: 10, y: 0), Pixel(x: 10, y: 10),
      Pixel(x: 5, y: 10.05), Pixel(x: 0, y: 10),
    ]
    let simple = PathSimplification.simplifiedLoop(square)
    #expect(
      simple == [
        Pixel(x: 0, y: 0), Pixel(x: 10, y: 0), Pixel(x: 10, y: 10), Pixel(x: 0, y: 10),
      ])
  }
}
