import Testing

@testable import Figures

@Suite struct LabelPlacementTests {
  /// The ends of the hairlines that lead to texts.
  private func leaders(_ svg: String) -> [(Pixel, Pixel)] {
    let line =
      /d="M([0-9.]+) ([0-9.]+)(?:L([0-9.]+) ([0-9.]+)|H([0-9.]+)|V([0-9.]+))" [^>]*stroke-width="\.75"/
    return svg.matches(of: line).map { match in
      func number(_ text: Substring?) -> Double? { text.flatMap { Double($0) } }
      let start = Pixel(x: Double(match.1)!, y: Double(match.2)!)
      let x = number(match.3) ?? number(match.5) ?? start.x
      let y = number(match.4) ?? number(match.6) ?? start.y
      return (start, Pixel(x: x, y: y))
    }
  }

  /// A point in a dense ring of others, which has one gap.
  private func ring(gap: ClosedRange<Double>) -> [(Double, Double)] {
    var result: [(Double, Double)] = []
    for radius in stride(from: 0.9, through: 2.4, by: 0.1) {
      for degrees in stride(from: 0.0, to: 360, by: 3) where !gap.contains(degrees) {
        result.append((radius * Circular.cosine(degrees), radius * Circular.sine(degrees)))
      }
    }
    return result
  }

  @Test(arguments: [20.0...70.0, 70...110, 245...290])
  func aLeaderRunsThroughTheGapBetweenPoints(gap: ClosedRange<Double>) throws {
    let others = ring(gap: gap)
    let figure = Plot(
      "T", alt: "A.", x: Axis(in: -6...6), y: Axis(in: -6...6), aspect: .equal
    ) {
      Points(points: others)
      Annotation("in the middle", at: (0, 0))
    }
    let (start, end) = try #require(leaders(figure.svg).first)
    let symbols = try #require(
      figure.svg.firstMatch(of: /<path d="([^"]+)" fill="none" stroke="var/))
    let places = SVGPath.points(of: String(symbols.1))
    #expect(places.count > 500)
    for place in places {
      #expect(PathSimplification.squaredDistance(place, start, end) > 9)
    }
  }

  @Test func leadersKeepOffEachOther() {
    let figure = Plot("T", alt: "A.", x: Axis(in: 0...10), y: Axis(in: 0...10)) {
      Points((0..<400).map { Double($0 % 20) / 6 + 3 }, (0..<400).map { Double($0 / 20) / 6 + 3 })
      for place in [4.0, 5, 6] { Annotation("number \(Int(place))", at: (place, place)) }
    }
    let all = leaders(figure.svg)
    for first in all.indices {
      for second in all.indices.dropFirst(first + 1) {
        #expect(!cross(all[first], all[second]))
      }
    }
  }

  private func cross(_ one: (Pixel, Pixel), _ other: (Pixel, Pixel)) -> Bool {
    func side(_ point: Pixel, _ line: (Pixel, Pixel)) -> Double {
      (line.1.x - line.0.x) * (point.y - line.0.y) - (line.1.y - line.0.y) * (point.x - line.0.x)
    }
    return side(one.0, other) * side(one.1, other) < 0
      && side(other.0, one) * side(other.1, one) < 0
  }

  @Test func annotationsKeepOffTheLine() throws {
    let figure = plot {
      Line(over: 0...10) { $0 }
      Annotation("here", at: (5, 5))
    }
    let label = try #require(figure.labels.first { $0.text == "here" })
    let path = try #require(figure.svg.firstMatch(of: /stroke-linejoin="round" d="([^"]+)"/))
    let points = SVGPath.points(of: String(path.1))
    for share in stride(from: 0.0, through: 1, by: 0.001) {
      let x = points[0].x + (points[1].x - points[0].x) * share
      let y = points[0].y + (points[1].y - points[0].y) * share
      #expect(!label.ink.contains(x: x, y: y))
    }
  }
}
