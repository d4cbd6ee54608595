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

  /// The best candidate for a text, and its cost.
  private func best(of candidates: [Candidate], text: String) -> (Candidate, Double)? {
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
      result = (candidate, cost)
    }
    return result
  }

  mutating func drawRuleLabels() {
    for styled in layers {
      guard let label = styled.layer.label, !label.isEmpty else { continue }
      var candidates: [Candidate] = []
      let cap = Canvas.textSize * TextMetrics.capHeight
      switch styled.layer.geometry {
      case .verticalRule(let value):
        let x = xScale.position(value)
        guard x >= frame.left - 0.01, x <= frame.right + 0.01 else { continue }
        for step in 0..<8 {
          let baseline = frame.top + 12 + Double(step) * (frame.height - 20) / 7
          let away = Double(step) * 3
          candidates.append(Candidate(x: x + 5, baseline: baseline, anchor: .start, penalty: away))
          candidates.append(
            Candidate(x: x - 5, baseline: baseline, anchor: .end, penalty: away + 1))
        }
      case .horizontalRule(let value):
        let y = yScale.position(value)
        guard y >= frame.top - 0.01, y <= frame.bottom + 0.01 else { continue }
        for step in 0..<8 {
          let x = frame.right - 4 - Double(step) * frame.width / 8
          let away = Double(step) * 3
          candidates.append(Candidate(x: x, baseline: y - 5, anchor: .end, penalty: away))
          candidates.append(Candidate(x: x, baseline: y + 5 + cap, anchor: .end, penalty: away + 1))
        }
      default: continue
      }
      if let (place, _) = best(of: candidates, text: label) {
        canvas.text(
          label, x: place.x, baseline: place.baseline, anchor: place.anchor, halo: true)
      }
    }
  }

  mutating func drawAnnotations() {
    for styled in layers {
      guard case .note(let point, let marked) = styled.layer.geometry,
        let label = styled.layer.label
      else { continue }
      let place = pixel(point)
      guard lineBox.contains(x: place.x, y: place.y) else { continue }
      if marked {
        canvas.add(
          SymbolDrawing.path(.cross, at: [place], radius: 3.4, paint: styled.paint))
      }
      let near: Double = marked ? 8 : 4
      if let (spot, _) = best(of: candidates(around: place, near: near), text: label) {
        drawLeader(from: place, to: spot, text: label, near: near, paint: styled.paint)
        canvas.text(
          label, x: spot.x, baseline: spot.baseline, anchor: spot.anchor, halo: true,
          fill: styled.paint == "currentColor" ? nil : styled.paint)
      }
    }
  }

  /// A name in the colour of its line, near a point of it.
  mutating func drawName(_ text: String, near point: Pixel, paint: String) {
    if let (spot, _) = best(of: candidates(around: point, near: 6), text: text) {
      drawLeader(from: point, to: spot, text: text, near: 6, paint: paint)
      canvas.text(
        text, x: spot.x, baseline: spot.baseline, anchor: spot.anchor, halo: true, fill: paint)
    }
  }

  private func candidates(around place: Pixel, near: Double) -> [Candidate] {
    let cap = Canvas.textSize * TextMetrics.capHeight
    var result: [Candidate] = []
    for (ring, distance) in [near, near + 12, near + 26, near + 44, near + 66].enumerated() {
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
    }
    return result
  }

  /// A hairline from the point to a text that stands apart from it.
  private mutating func drawLeader(
    from place: Pixel, to spot: Candidate, text: String, near: Double, paint: String
  ) {
    let box = Canvas.box(text, x: spot.x, baseline: spot.baseline, anchor: spot.anchor)
    let end = Pixel(
      x: max(box.left, min(place.x, box.right)), y: max(box.top + 2, min(place.y, box.bottom - 1)))
    let length = PathArrows.distance(place, end)
    guard length > near + 6 else { return }
    let share = near * 0.7 / length
    canvas.line(
      from: Pixel(x: place.x + (end.x - place.x) * share, y: place.y + (end.y - place.y) * share),
      to: end, "stroke=\"" + paint + "\" stroke-width=\".75\" stroke-opacity=\".7\"")
  }
}
