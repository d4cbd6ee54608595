/// Where the words of rules and annotations stand: of some candidate places the one that covers
/// least.
extension PlotDrawing {
  struct Candidate {
    var x: Double
    var baseline: Double
    var anchor: Canvas.Anchor
    /// How far it is from the place it would like best.
    var penalty: Double
  }

  /// A thin line from a point to a text that stands apart from it.
  private struct Leader {
    var origin: Pixel
    /// How far around the origin other things are its own.
    var near: Double
    var start: Pixel
    var end: Pixel
  }

  /// The best candidate for a text that may have a leader, and its cost.
  func best(
    of candidates: [Candidate], text: String, from origin: Pixel? = nil, near: Double = 0
  ) -> (Candidate, Double)? {
    var result: (Candidate, Double)?
    let bounds = Box(left: 1, top: 1, right: width - 1, bottom: height - 1)
    for candidate in candidates {
      let box = Canvas.box(
        text, x: candidate.x, baseline: candidate.baseline, anchor: candidate.anchor)
      var cost = candidate.penalty
      if !bounds.contains(box) { cost += 5000 }
      if !frame.contains(box) { cost += 40 }
      for label in canvas.labels { cost += 20 * box.expanded(by: 2).overlap(label.box) }
      let around = box.expanded(by: 2)
      for point in ink where around.contains(x: point.x, y: point.y) { cost += 8 }
      if let (_, least) = result, least <= cost { continue }
      if let origin, let leader = leader(from: origin, to: box, near: near) {
        cost += hits(of: leader)
        if let (_, least) = result, least <= cost { continue }
      }
      result = (candidate, cost)
    }
    return result
  }

  /// What a leader would lie on: symbols count most, then texts and lines.
  private func hits(of leader: Leader) -> Double {
    let box = Box(
      left: min(leader.start.x, leader.end.x), top: min(leader.start.y, leader.end.y),
      right: max(leader.start.x, leader.end.x), bottom: max(leader.start.y, leader.end.y)
    ).expanded(by: 5)
    func isHit(_ point: Pixel, within distance: Double) -> Bool {
      guard box.contains(x: point.x, y: point.y),
        PathArrows.distance(point, leader.origin) > leader.near + 2
      else { return false }
      return PathSimplification.squaredDistance(point, leader.start, leader.end)
        < distance * distance
    }
    var cost = 0.0
    for point in symbols where isHit(point, within: 5) { cost += 12 }
    for point in ink where isHit(point, within: 3) { cost += 4 }
    let length = PathArrows.distance(leader.start, leader.end)
    let steps = max(1, Int(length / 4))
    for step in 0...steps {
      let share = Double(step) / Double(steps)
      let x = leader.start.x + (leader.end.x - leader.start.x) * share
      let y = leader.start.y + (leader.end.y - leader.start.y) * share
      for label in canvas.labels where label.box.contains(x: x, y: y) { cost += 20 }
    }
    return cost
  }

  /// The words of an annotation, where they cover least, with a leader when they stand apart.
  mutating func drawNote(_ text: String, at place: Pixel, near: Double, paint: String) {
    let spots = candidates(around: place, near: near)
    guard let (spot, _) = best(of: spots, text: text, from: place, near: near) else { return }
    drawLeader(from: place, to: spot, text: text, near: near, paint: paint)
    canvas.text(
      text, x: spot.x, baseline: spot.baseline, anchor: spot.anchor, halo: true,
      fill: paint == "currentColor" ? nil : paint)
  }

  /// A name in the colour of its line, near a point of it.
  mutating func drawName(_ text: String, near point: Pixel, paint: String) {
    let spots = candidates(around: point, near: 6)
    if let (spot, _) = best(of: spots, text: text, from: point, near: 6) {
      drawLeader(from: point, to: spot, text: text, near: 6, paint: paint)
      canvas.text(
        text, x: spot.x, baseline: spot.baseline, anchor: spot.anchor, halo: true, fill: paint)
    }
  }

  private func candidates(around place: Pixel, near: Double) -> [Candidate] {
    let cap = Canvas.textSize * TextMetrics.capHeight
    var result: [Candidate] = []
    let distances = [near, near + 12, near + 26, near + 44, near + 66, near + 92]
    for (ring, distance) in distances.enumerated() {
      let away = Double(ring) * 14
      let slant = distance * 0.75
      result.append(
        Candidate(x: place.x + slant, baseline: place.y - slant, anchor: .start, penalty: away))
      result.append(
        Candidate(
          x: place.x + distance, baseline: place.y + cap / 2, anchor: .start, penalty: away + 1))
      result.append(
        Candidate(
          x: place.x + slant, baseline: place.y + slant + cap, anchor: .start, penalty: away + 2))
      result.append(
        Candidate(x: place.x, baseline: place.y - distance, anchor: .middle, penalty: away + 3))
      result.append(
        Candidate(
          x: place.x, baseline: place.y + distance + cap, anchor: .middle, penalty: away + 3))
      result.append(
        Candidate(x: place.x - slant, baseline: place.y - slant, anchor: .end, penalty: away + 4))
      result.append(
        Candidate(
          x: place.x - distance, baseline: place.y + cap / 2, anchor: .end, penalty: away + 4))
      result.append(
        Candidate(
          x: place.x - slant, baseline: place.y + slant + cap, anchor: .end, penalty: away + 5))
      if ring < 2 { continue }
      // Farther out there is room between these directions.
      for (dx, dy) in [(0.92, 0.38), (0.38, 0.92)] {
        for (across, down) in [(1.0, -1.0), (1, 1), (-1, -1), (-1, 1)] {
          result.append(
            Candidate(
              x: place.x + across * dx * distance,
              baseline: place.y + down * dy * distance + (down > 0 ? cap : 0),
              anchor: across > 0 ? .start : .end, penalty: away + 4))
        }
      }
    }
    return result
  }

  /// A hairline from the point to a text that stands apart from it.
  private mutating func drawLeader(
    from place: Pixel, to spot: Candidate, text: String, near: Double, paint: String
  ) {
    let box = Canvas.box(text, x: spot.x, baseline: spot.baseline, anchor: spot.anchor)
    guard let leader = leader(from: place, to: box, near: near) else { return }
    canvas.line(
      from: leader.start, to: leader.end,
      "stroke=\"" + paint + "\" stroke-width=\".75\" stroke-opacity=\".7\"")
    addInk(from: leader.start, to: leader.end)
  }

  /// Where a leader runs, or nil when the text is so near that it needs none.
  private func leader(from place: Pixel, to box: Box, near: Double) -> Leader? {
    let end = Pixel(
      x: max(box.left, min(place.x, box.right)), y: max(box.top + 2, min(place.y, box.bottom - 1)))
    let length = PathArrows.distance(place, end)
    guard length > near + 6 else { return nil }
    let share = near * 0.7 / length
    let start = Pixel(
      x: place.x + (end.x - place.x) * share, y: place.y + (end.y - place.y) * share)
    return Leader(origin: place, near: near, start: start, end: end)
  }
}
