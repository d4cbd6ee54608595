/// Arrow heads along the way of an iteration.
enum PathArrows {
  static func distance(_ first: Pixel, _ second: Pixel) -> Double {
    let dx = second.x - first.x
    let dy = second.y - first.y
    return (dx * dx + dy * dy).squareRoot()
  }

  /// The outlines of heads in the middle of every so many steps, apart from each other and from
  /// both ends as far as that leaves any. By default four or so, spread over the length of the way, a
  /// little later where there other steps run too near.
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
    /// The roomiest step so far of those among which the next head finds its place.
    var best: (step: Int, room: Double, travelled: Double)?
    func middle(_ step: Int) -> Pixel {
      Pixel(x: (way[step - 1].x + way[step].x) / 2, y: (way[step - 1].y + way[step].y) / 2)
    }
    func add(_ step: Int) {
      addHead(at: middle(step), from: way[step - 1], to: way[step], &data)
      previous = middle(step)
    }
    for index in 1..<way.count {
      let length = distance(way[index - 1], way[index])
      guard length > 0.5, length < 1e4 else { continue }
      travelled += length
      if let count {
        if (index - 1) % max(1, count) != 0 { continue }
      } else if travelled < spacing {
        continue
      }
      let middle = middle(index)
      guard box.contains(x: middle.x, y: middle.y) else { continue }
      if distance(middle, first) < 10 || distance(middle, last) < 10 { continue }
      if let previous, distance(previous, middle) < 16 { continue }
      if count != nil {
        add(index)
        continue
      }
      let room = room(beside: index, on: way)
      if room > best?.room ?? -1 { best = (index, room, travelled) }
      guard let found = best, room == .infinity || travelled > 1.8 * spacing else { continue }
      add(found.step)
      travelled -= found.travelled
      best = nil
    }
    if let best { add(best.step) }
    return data.text
  }

  /// How far from the middle of a step another one crosses the line across it; infinity where a head
  /// has all its room. Very long ways are not looked at.
  private static func room(beside step: Int, on way: [Pixel]) -> Double {
    let wanted = 8.0
    if way.count > 1000 { return .infinity }
    let start = way[step - 1]
    let end = way[step]
    let length = distance(start, end)
    let ux = (end.x - start.x) / length
    let uy = (end.y - start.y) / length
    /// A point as seen from the middle: along the step and across it.
    func seen(_ point: Pixel) -> (along: Double, across: Double) {
      let dx = point.x - (start.x + end.x) / 2
      let dy = point.y - (start.y + end.y) / 2
      return (dx * ux + dy * uy, dy * ux - dx * uy)
    }
    var result = Double.infinity
    var last = seen(way[0])
    for index in 1..<way.count {
      let next = seen(way[index])
      if index != step, (last.along <= 0) != (next.along <= 0) {
        let share = last.along / (last.along - next.along)
        let across = (last.across + share * (next.across - last.across)).magnitude
        if across < wanted { result = min(result, across) }
      }
      last = next
    }
    return result
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
