/// Arrow heads along the way of an iteration.
enum PathArrows {
  static func distance(_ first: Pixel, _ second: Pixel) -> Double {
    let dx = second.x - first.x
    let dy = second.y - first.y
    return (dx * dx + dy * dy).squareRoot()
  }

  /// The outlines of heads in the middle of every so many steps; steps too short to carry one pass
  /// it on to the next that can. By default four or so, spread over the length of the way.
  static func heads(on way: [Pixel], every count: Int?, in box: Box) -> String {
    if way.count < 2 || count == 0 { return "" }
    var data = PathData()
    var total = 0.0
    var index = 1
    while index < way.count {
      let length = distance(way[index - 1], way[index])
      if length < 1e5 { total += length }
      index += 1
    }
    let spacing = max(60, total / 5)
    var travelled = spacing / 2
    var due = count == nil ? false : true
    index = 1
    while index < way.count {
      let length = distance(way[index - 1], way[index])
      if let count {
        if (index - 1) % max(1, count) == 0 { due = true }
      } else {
        travelled += min(length, 1e5)
        if travelled >= spacing { due = true }
      }
      if due, length >= 11, addHead(from: way[index - 1], to: way[index], in: box, &data) {
        due = false
        travelled = 0
      }
      index += 1
    }
    return data.text
  }

  private static func addHead(
    from start: Pixel, to end: Pixel, in box: Box, _ data: inout PathData
  ) -> Bool {
    let length = distance(start, end)
    let ux = (end.x - start.x) / length
    let uy = (end.y - start.y) / length
    let half = 3.6
    let tip = Pixel(
      x: (start.x + end.x) / 2 + ux * half * 1.1, y: (start.y + end.y) / 2 + uy * half * 1.1)
    guard box.contains(x: tip.x, y: tip.y) else { return false }
    let back = Pixel(x: tip.x - ux * half * 2.2, y: tip.y - uy * half * 2.2)
    data.polyline(
      [
        tip, Pixel(x: back.x - uy * half, y: back.y + ux * half),
        Pixel(x: back.x + uy * half, y: back.y - ux * half),
      ], closed: true)
    return true
  }
}
