/// A line across the plot.
struct RuleGeometry: MarkGeometry {
  /// Where it runs.
  enum Place: Equatable, Sendable {
    /// Upright, at one x.
    case x(Double)
    /// Level, at one y.
    case y(Double)
  }

  var place: Place

  init(_ place: Place) { self.place = place }

  var traits: GeometryTraits {
    GeometryTraits(
      name: "rule", plane: .rules, series: nil, fillsFrame: false, needsLinearAxesFor: nil,
      turnsTable: false, inInset: .shape)
  }

  var isEmpty: Bool { false }

  func extend(_ extent: inout PlotExtent, as layer: Plot.Layer) {
    switch place {
    case .x(let value):
      if extent.xAxis.admits(value) {
        extent.x.include(value)
      } else {
        extent.undrawn.notPositive += 1
      }
    case .y(let value):
      if extent.yAxis.admits(value) {
        extent.y.include(value)
      } else {
        extent.undrawn.notPositive += 1
      }
    }
  }

  func draw(_ styled: PlotDrawing.StyledLayer, in drawing: inout PlotDrawing) {
    guard let (start, end) = drawing.ends(of: place) else { return }
    drawing.canvas.line(
      from: start, to: end, "stroke=\"" + styled.paint + "\"" + styled.dash.attribute)
    drawing.addInk(from: start, to: end)
  }

  func write(_ styled: PlotDrawing.StyledLayer, in drawing: inout PlotDrawing) {
    guard let label = styled.layer.label, !label.isEmpty,
      let (start, _) = drawing.ends(of: place)
    else { return }
    drawing.drawRuleLabel(label, at: place, start)
  }

  func drawKey(
    _ styled: PlotDrawing.StyledLayer, at place: LegendKey, in drawing: inout PlotDrawing
  ) {}

  var pointsBeyondAxes: [DataPoint] { [] }

  func tableSeries(named name: String, in table: TableOrientation) -> [TableSeries] { [] }

  func colorBar(width: Double) -> ColorBar? { nil }

  var onSurface: SurfaceShape { .nothing }
}

extension PlotDrawing {
  /// The ends of a rule, from the bottom up or from left to right; nil outside the frame.
  func ends(of rule: RuleGeometry.Place) -> (start: Pixel, end: Pixel)? {
    switch rule {
    case .x(let value):
      let x = xScale.position(value)
      guard x >= frame.left - 0.01, x <= frame.right + 0.01 else { return nil }
      return (Pixel(x: x, y: frame.bottom), Pixel(x: x, y: frame.top))
    case .y(let value):
      let y = yScale.position(value)
      guard y >= frame.top - 0.01, y <= frame.bottom + 0.01 else { return nil }
      return (Pixel(x: frame.left, y: y), Pixel(x: frame.right, y: y))
    }
  }

  /// The words of a rule, beside it where they cover least.
  mutating func drawRuleLabel(_ label: String, at rule: RuleGeometry.Place, _ start: Pixel) {
    var candidates: [Candidate] = []
    let cap = Canvas.textSize * TextMetrics.capHeight
    switch rule {
    case .x:
      let x = start.x
      for step in 0..<8 {
        let baseline = frame.top + 12 + Double(step) * (frame.height - 20) / 7
        let away = Double(step) * 3
        candidates.append(Candidate(x: x + 5, baseline: baseline, anchor: .start, penalty: away))
        candidates.append(
          Candidate(x: x - 5, baseline: baseline, anchor: .end, penalty: away + 1))
      }
    case .y:
      let y = start.y
      for step in 0..<8 {
        let x = frame.right - 4 - Double(step) * frame.width / 8
        let away = Double(step) * 3
        candidates.append(Candidate(x: x, baseline: y - 5, anchor: .end, penalty: away))
        candidates.append(Candidate(x: x, baseline: y + 5 + cap, anchor: .end, penalty: away + 1))
      }
    }
    if let (place, _) = best(of: candidates, text: label) {
      canvas.text(label, x: place.x, baseline: place.baseline, anchor: place.anchor, halo: true)
    }
  }
}
