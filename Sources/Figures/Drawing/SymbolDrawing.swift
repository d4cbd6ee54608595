/// The outlines of symbols. All symbols of a series are one path.
enum SymbolDrawing {
  /// One path with a symbol of a radius at each point, filled or, for crosses, stroked in `paint`.
  static func path(_ symbol: Symbol, at points: [Pixel], radius: Double, paint: String) -> String {
    var data = PathData()
    for point in points { add(symbol, at: point, radius: radius, to: &data) }
    var result = "<path d=\"" + data.text + "\""
    switch symbol {
    case .circle:
      result += " fill=\"none\" stroke=\"" + paint + "\" stroke-linecap=\"round\" stroke-width=\""
      result += FixedPoint.text(radius * 2) + "\"/>"
    case .square, .triangle, .diamond:
      result += " fill=\"" + paint + "\"/>"
    case .cross:
      result += " fill=\"none\" stroke=\"" + paint + "\" stroke-width=\"1.6\"/>"
    }
    return result
  }

  private static func add(
    _ symbol: Symbol, at center: Pixel, radius: Double, to data: inout PathData
  ) {
    func at(_ x: Double, _ y: Double) -> Pixel {
      Pixel(x: center.x + x * radius, y: center.y + y * radius)
    }
    switch symbol {
    case .circle: data.dot(at: center)
    case .square:
      data.polyline(
        [at(-0.9, -0.9), at(0.9, -0.9), at(0.9, 0.9), at(-0.9, 0.9)], closed: true)
    case .triangle: data.polyline([at(0, -1.25), at(1.15, 0.75), at(-1.15, 0.75)], closed: true)
    case .diamond: data.polyline([at(0, -1.3), at(1.3, 0), at(0, 1.3), at(-1.3, 0)], closed: true)
    case .cross:
      data.polyline([at(-1, -1), at(1, 1)])
      data.polyline([at(-1, 1), at(1, -1)])
    }
  }

  /// Points at least half a pixel apart: of those that can't be told apart, the first.
  static func distinct(_ points: [Pixel]) -> [Pixel] { thinned(points, limit: .max) }

  /// Of points that would cover each other one stands for all: at most one in each square cell of
  /// a size that grows until at most `limit` are left.
  static func thinned(_ points: [Pixel], limit: Int = 1500) -> [Pixel] {
    var cell = 0.5
    var result = points
    while true {
      var seen = Set<Int>()
      var kept: [Pixel] = []
      for point in result {
        let column = Int((point.x / cell).roundedDown)
        let row = Int((point.y / cell).roundedDown)
        if seen.insert(row * 65_536 + column).inserted { kept.append(point) }
      }
      result = kept
      if result.count <= limit { return result }
      cell *= 1.5
    }
  }
}
