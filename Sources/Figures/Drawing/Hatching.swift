/// Lines across filled areas, other ones for each series, so that areas differ in more than colour.
struct Hatching {
  /// Directions in which lines run: dx and dy of a unit step, none for a plain area.
  private let directions: [(Double, Double)]

  /// The hatching of a series, counted from 0: none, rising, falling, level, crossed.
  init(series: Int) {
    switch series % 5 {
    case 0: directions = []
    case 1: directions = [(1, -1)]
    case 2: directions = [(1, 1)]
    case 3: directions = [(1, 0)]
    default: directions = [(1, -1), (1, 1)]
    }
  }

  /// The lines in boxes, as the data of a path.
  func lines(in boxes: [Box], spacing: Double) -> String {
    var data = PathData()
    for box in boxes {
      for (dx, dy) in directions {
        // Lines on which x · dy − y · dx is a multiple of the spacing, so that neighbours agree.
        let corners = [
          box.left * dy - box.top * dx, box.right * dy - box.top * dx,
          box.left * dy - box.bottom * dx, box.right * dy - box.bottom * dx,
        ]
        var lowest = corners[0]
        var highest = corners[0]
        for corner in corners {
          lowest = min(lowest, corner)
          highest = max(highest, corner)
        }
        let step = dy == 0 ? spacing : spacing * 1.4142
        var level = (lowest / step).roundedDown * step + step
        while level < highest {
          if let (start, end) = Hatching.chord(box, dx: dx, dy: dy, level: level) {
            data.segment(start, end)
          }
          level += step
        }
      }
    }
    return data.text
  }

  /// The part in a box of the line on which x · dy − y · dx is a constant.
  private static func chord(_ box: Box, dx: Double, dy: Double, level: Double) -> (Pixel, Pixel)? {
    if dy == 0 {
      return (Pixel(x: box.left, y: -level), Pixel(x: box.right, y: -level))
    }
    // y as a function of x, cut at the top and the bottom.
    func y(_ x: Double) -> Double { (x * dy - level) / dx }
    func x(_ y: Double) -> Double { (level + y * dx) / dy }
    var left = box.left
    var right = box.right
    let atTop = x(box.top)
    let atBottom = x(box.bottom)
    left = max(left, min(atTop, atBottom))
    right = min(right, max(atTop, atBottom))
    guard right - left > 0.3 else { return nil }
    return (Pixel(x: left, y: y(left)), Pixel(x: right, y: y(right)))
  }
}
