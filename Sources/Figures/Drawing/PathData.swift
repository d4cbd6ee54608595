/// The `d` attribute of a path, written small: relative moves in tenths of a pixel, counted from
/// the rounded position so that rounding does not add up.
struct PathData: Sendable {
  private(set) var text = ""
  private var x = 0
  private var y = 0
  private var isEmpty = true

  /// Starts a new piece.
  mutating func move(to point: Pixel) {
    let (toX, toY) = PathData.tenths(point)
    if isEmpty {
      text += "M" + PathData.pair(toX, toY)
      isEmpty = false
    } else {
      text += "m" + PathData.pair(toX - x, toY - y)
    }
    x = toX
    y = toY
  }

  /// A straight line from the last point.
  mutating func line(to point: Pixel) {
    let (toX, toY) = PathData.tenths(point)
    if toX == x, toY == y { return }
    if toY == y {
      text += "h" + PathData.number(toX - x)
    } else if toX == x {
      text += "v" + PathData.number(toY - y)
    } else {
      text += "l" + PathData.pair(toX - x, toY - y)
    }
    x = toX
    y = toY
  }

  /// A dot: a stroke without length, which round caps make visible.
  mutating func dot(at point: Pixel) {
    move(to: point)
    text += "h0"
  }

  /// Closes the piece. The next one must start with `move`.
  mutating func close(returningTo start: Pixel) {
    text += "z"
    (x, y) = PathData.tenths(start)
  }

  /// Joins points with straight lines.
  mutating func polyline(_ points: [Pixel], closed: Bool = false) {
    guard let first = points.first else { return }
    move(to: first)
    for point in points.dropFirst() { line(to: point) }
    if closed { close(returningTo: first) }
  }

  /// A rectangle.
  mutating func add(_ box: Box) {
    polyline(
      [
        Pixel(x: box.left, y: box.top), Pixel(x: box.right, y: box.top),
        Pixel(x: box.right, y: box.bottom), Pixel(x: box.left, y: box.bottom),
      ], closed: true)
  }

  /// A line of its own.
  mutating func segment(_ start: Pixel, _ end: Pixel) {
    move(to: start)
    line(to: end)
  }

  private static func tenths(_ point: Pixel) -> (Int, Int) {
    (FixedPoint.scaled(point.x, by: 10), FixedPoint.scaled(point.y, by: 10))
  }

  private static func number(_ tenths: Int) -> String { FixedPoint.text(hundredths: tenths * 10) }

  private static func pair(_ x: Int, _ y: Int) -> String {
    y < 0 ? number(x) + number(y) : number(x) + " " + number(y)
  }
}
