import Testing

@testable import Figures

@Suite struct PathArrowsTests {
  private let box = Box(left: -10, top: -10, right: 110, bottom: 10)
  private let way = [Pixel(x: 0, y: 0), Pixel(x: 100, y: 0)]

  @Test func aDistanceIsThatOfPythagoras() {
    #expect(PathArrows.distance(Pixel(x: 1, y: 1), Pixel(x: 4, y: 5)) == 5)
  }

  @Test func aHeadPointsAlongTheMiddleOfItsStep() {
    #expect(PathArrows.heads(on: way, every: nil, in: box) == "M54 0l-8 3.6v-7.2z")
    #expect(PathArrows.heads(on: way.reversed(), every: 1, in: box).hasPrefix("M46 0l8-3.6"))
  }

  @Test func everyNoStepsHaveNoHeads() {
    #expect(PathArrows.heads(on: way, every: 0, in: box).isEmpty)
    #expect(PathArrows.heads(on: [way[0]], every: nil, in: box).isEmpty)
  }

  @Test func aHeadStandsWhereOtherStepsLeaveItRoom() {
    // Three short legs four pixels apart, then long steps; the second leg is far enough for a head.
    let near = (0...3).map { Pixel(x: Double($0) * 4, y: $0 % 2 == 0 ? 0 : 20) }
    let way = near + [Pixel(x: 110, y: 10), Pixel(x: 260, y: 10)]
    let wide = Box(left: -10, top: -10, right: 400, bottom: 100)
    let tips = PathArrows.heads(on: way, every: nil, in: wide).split(separator: "M")
      .map { SVGPath.points(of: "M" + $0)[0].x }
    #expect(tips.allSatisfy { $0 > 20 } && !tips.isEmpty)
    // Where no step has room there still are heads.
    let narrow = (0...12).map { Pixel(x: Double($0) * 4, y: $0 % 2 == 0 ? 0 : 70) }
    #expect(!PathArrows.heads(on: narrow, every: nil, in: wide).isEmpty)
  }

  @Test func headsKeepApartAndInside() {
    let long = (0...30).map { Pixel(x: Double($0) * 8, y: 0) }
    let heads = PathArrows.heads(on: long, every: 1, in: box)
    // Middles at 12, 28, … 108: those at least 16 pixels apart and 10 from the ends.
    #expect(heads.filter { $0 == "z" }.count == 7)
  }
}
