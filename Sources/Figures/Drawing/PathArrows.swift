/// Arrow heads along the way of an iteration.
enum PathArrows {
  static func distance(_ first: Pixel, _ second: Pixel) -> Double {
    let dx = second.x - first.x
    let dy = second.y - first.y
    return (dx * dx + dy * dy).squareRoot()
  }

  /// The outlines of heads in the middle of every so many steps, apart from each other and from
  /// both ends as far as that leaves any. By default four or so, spread over the length of the way.
  static func heads(on way: [Pixel], every count: Int?, in box: Box) -> String {
    guard way.count > 1, count != 0, let first = way.first, let last = way.last else { return "" }
    var total = 0.0
    for index in 1..<way.count where box.contains(x: way[index].x, y: way[index].y) {
      total += min(distance(way[index - 1], way[index]), box.width)
    }
    let spacing = max(60, total / 5)
    var travelled = spacing / 2
    var data = PathData()
    var previous: Pixel?
    for index in 1..<way.count {
      let length = distance(way[index - 1], way[index])
      guard length > 0.5, length < 1e4 else { continue }
      travelled += length
      if let count {
        if (index - 1) % max(1, count) != 0 { continue }
      } else if travelled < spacing {
        continue
      }
      let middle = Pixel(
        x: (way[index - 1].x + way[index].x) / 2, y: (way[index - 1].y + way[index].y) / 2)
      guard box.contains(x: middle.x, y: middle.y) else { continue }
      if distance(middle, first) < 10 || distance(middle, last) < 10 { continue }
      if let previous, distance(previous, middle) < 16 { continue }
      addHead(at: middle, from: way[index - 1], to: way[index], &data)
      previous = middle
      travelled = 0
    }
    return data.text
  }

  private static func addHead(
    at middle: Pixel, from start: Pixel, to end: Pixel, _ data: inout PathData
  ) {
    let length = distance(start, end)
    let ux = (end.x - start.x) / length
    let uy = (end.y - start.y) / length
    let half = 3.6
    let tip = Pixel(x: middle.x + ux * half * 1.1, y: middle.y + uy * half * 1.1)
    let back = Pixel(x: tip.x - ux * half * 2.2, y: tip.y - uy * half * 2.2)
    data.polyline(
      [
        tip, Pixel(x: back.x - uy * half, y: back.y + ux * half),
        Pixel(x: back.x + uy * half, y: back.y - ux * half),
      ], closed: true)
  }
}
