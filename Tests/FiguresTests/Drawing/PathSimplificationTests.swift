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

  /// Very many points are first reduced to columns; a smooth curve must not show it.
  @Test(arguments: [2_500, 20_000, 200_000])
  func whatIsDrawnOfVeryManyPointsIsLessThanAQuarterOfAPixelFromThem(count: Int) {
    var points: [Pixel] = []
    for index in 0...count {
      let x = 500 * Double(index) / Double(count)
      let wave = Circular.sine(x * 3) + 0.3 * Circular.sine(x * 17)
      points.append(Pixel(x: 30 + x, y: 150 + 90 * wave))
    }
    var data = PathData()
    data.polyline(PathSimplification.simplifiedLine(points))
    let drawn = SVGPath.points(of: data.text)
    #expect(drawn.count < 2_200)
    var farthest = 0.0
    for index in stride(from: 0, through: count, by: max(1, count / 4_000)) {
      farthest = max(farthest, distance(points[index], drawn))
    }
    #expect(farthest < 0.25)
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
