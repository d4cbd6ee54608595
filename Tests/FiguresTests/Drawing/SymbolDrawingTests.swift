import Testing

@testable import Figures

@Suite struct SymbolDrawingTests {
  @Test func aCircleIsARoundStrokeWithoutLength() {
    #expect(
      SymbolDrawing.path(.circle, at: [Pixel(x: 1, y: 1)], radius: 3, paint: "red")
        == "<path d=\"M1 1h0\" fill=\"none\" stroke=\"red\" stroke-linecap=\"round\""
        + " stroke-width=\"6\"/>")
  }

  @Test func aSquareReachesNineTenthsOfTheRadius() {
    #expect(
      SymbolDrawing.path(.square, at: [Pixel(x: 10, y: 10)], radius: 10, paint: "red")
        == "<path d=\"M1 1h18v18h-18z\" fill=\"red\"/>")
  }

  @Test func ofPointsLessThanHalfAPixelApartTheFirstStays() {
    let points = [Pixel(x: 0, y: 0), Pixel(x: 0.2, y: 0.2), Pixel(x: 0.6, y: 0)]
    #expect(SymbolDrawing.distinct(points) == [points[0], points[2]])
  }

  @Test func thinningLeavesAFewOfThePoints() {
    let points = (0..<10_000).map { Pixel(x: Double($0 % 100), y: Double($0 / 100)) }
    let few = SymbolDrawing.thinned(points, limit: 100)
    #expect(few.count <= 100 && few.count > 30)
    for point in few { #expect(points.contains(point)) }
  }
}
