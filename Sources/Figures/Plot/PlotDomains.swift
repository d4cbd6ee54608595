extension PlotDrawing {
  /// Values that are not drawn as they are.
  struct Undrawn {
    /// NaN, or infinite where only a finite value has a place.
    var missing = 0
    var notPositive = 0
    /// Infinite in one coordinate: marked at the edge.
    var infinite = 0
    /// Places where a band reaches beyond what the axis can show.
    var cutOff = 0

    /// Counts a point that is not drawn.
    mutating func count(_ x: Double, _ y: Double, marksInfinity: Bool) {
      if x != x || y != y {
        missing += 1
      } else if x.magnitude <= 1e300, y.magnitude <= 1e300 {
        notPositive += 1
      } else if marksInfinity, x.magnitude <= 1e300 || y.magnitude <= 1e300 {
        infinite += 1
      } else {
        missing += 1
      }
    }

    /// What the description says of them.
    var notes: [String] {
      var result: [String] = []
      if missing == 1 { result.append("One value is not a number and leaves a gap.") }
      if missing > 1 {
        result.append(
          numeral(Double(missing), digits: 15) + " values are not numbers and leave gaps.")
      }
      if notPositive == 1 {
        result.append("One value is not positive and has no place on a logarithmic axis.")
      }
      if notPositive > 1 {
        result.append(
          numeral(Double(notPositive), digits: 15)
            + " values are not positive and have no place on a logarithmic axis.")
      }
      if infinite == 1 {
        result.append("One value is infinite; an arrow at the edge stands for it.")
      }
      if infinite > 1 {
        result.append(
          numeral(Double(infinite), digits: 15)
            + " values are infinite; arrows at the edge stand for them.")
      }
      if cutOff == 1 { result.append("A band is cut off at the edge in one place.") }
      if cutOff > 1 {
        result.append(
          "Bands are cut off at the edge in " + numeral(Double(cutOff), digits: 15) + " places.")
      }
      return result
    }
  }

  /// What the axes cover; what has no place on them goes into the notes.
  mutating func domains() -> (
    x: (lower: Double, upper: Double), y: (lower: Double, upper: Double)
  ) {
    var x = AxisDomain.Extent()
    var y = AxisDomain.Extent()
    var hasSymbols = false
    var undrawn = Undrawn()
    var empty = 0
    for styled in layers {
      let geometry = styled.layer.geometry
      if geometry.isEmpty, !styled.layer.joins { empty += 1 }
      let before = undrawn
      // What joins another layer is another view of the same data.
      defer { if styled.layer.joins { undrawn = before } }
      switch geometry {
      case .polyline(let points):
        extend(&x, &y, by: points, &undrawn)
      case .symbols(let points):
        hasSymbols = true
        extend(&x, &y, by: points, &undrawn)
      case .iterates(let points, _):
        hasSymbols = true
        let way = PlotDrawing.finiteStart(of: points)
        if way.count < points.count {
          notes.append(
            "The way" + (styled.layer.label.map { " of " + $0 } ?? "")
              + " ends after " + String(way.count) + (way.count == 1 ? " iterate" : " iterates")
              + ": the next one is not finite.")
        }
        extend(&x, &y, by: way, &undrawn)
      case .ribbon(let points): extend(&x, &y, by: points, &undrawn)
      case .bars(let bars, let isHorizontal):
        for bar in bars where !bar.text.isEmpty { hasBarTexts = true }
        if isHorizontal {
          extend(across: &y, along: &x, by: bars, acrossAxis: yAxis, alongAxis: xAxis, &undrawn)
        } else {
          extend(across: &x, along: &y, by: bars, acrossAxis: xAxis, alongAxis: yAxis, &undrawn)
        }
      case .segments(let segments, _):
        for segment in segments { extend(&x, &y, by: [segment.start, segment.end], &undrawn) }
        if styled.layer.standsOnZero, let first = segments.first {
          if first.start.x == first.end.x { y.isFromZero = true } else { x.isFromZero = true }
        }
      case .verticalRule(let value):
        if xAxis.admits(value) { x.include(value) } else { undrawn.notPositive += 1 }
      case .horizontalRule(let value):
        if yAxis.admits(value) { y.include(value) } else { undrawn.notPositive += 1 }
      case .note(let point, _): extend(&x, &y, by: [point], &undrawn)
      case .inset: continue
      case .regions(let map): extendTightly(&x, &y, map.x, map.y)
      case .cells(let cells):
        if !cells.values.isEmpty { extendTightly(&x, &y, cells.x, cells.y) }
      case .field(_, let xRange, let yRange, _, _, _), .streams(_, let xRange, let yRange),
        .territory(_, let xRange, let yRange):
        extendTightly(&x, &y, xRange, yRange)
      }
      notes += styled.layer.notes
    }
    notes += undrawn.notes
    if layers.isEmpty { notes.append("The plot is empty.") }
    if empty > 0 {
      notes.append(empty == 1 ? "One series is empty." : String(empty) + " series are empty.")
    }
    xCrossesZero = x.isFromZero && x.lower < 0 && x.upper > 0
    yCrossesZero = y.isFromZero && y.lower < 0 && y.upper > 0
    xIsWhole = x.isWhole && !isFilled
    yIsWhole = y.isWhole && !isFilled
    // Beside a list of names, the horizontal axis is the one of the values.
    let isList = yAxis.categories != nil
    let room = hasBarTexts && x.isFromZero ? 0.12 : hasSymbols || x.isFromZero || isList ? 0.04 : 0
    return (
      AxisDomain.domain(of: x, axis: xAxis, padding: room, reachingZero: isList),
      AxisDomain.domain(of: y, axis: yAxis, padding: hasBarTexts ? 0.1 : 0.05, reachingZero: true)
    )
  }

  /// The iterates before the first one that is not finite.
  static func finiteStart(of points: [DataPoint]) -> [DataPoint] {
    var count = 0
    while count < points.count, points[count].x.magnitude <= 1e300,
      points[count].y.magnitude <= 1e300
    { count += 1 }
    return Array(points[..<count])
  }

  /// Stretches the extents by a domain that is filled to its edges.
  private func extendTightly(
    _ x: inout AxisDomain.Extent, _ y: inout AxisDomain.Extent, _ xRange: ClosedRange<Double>,
    _ yRange: ClosedRange<Double>
  ) {
    if xAxis.admits(xRange.lowerBound) { x.includeTightly(xRange) }
    if yAxis.admits(yRange.lowerBound) { y.includeTightly(yRange) }
  }

  /// Stretches the extents by a ribbon; of one that has an end without a place on the axis, the rest
  /// is drawn.
  private func extend(
    _ x: inout AxisDomain.Extent, _ y: inout AxisDomain.Extent, by points: [RibbonPoint],
    _ undrawn: inout Undrawn
  ) {
    for point in points {
      let hasLower = yAxis.admits(point.lower)
      let hasUpper = yAxis.admits(point.upper)
      guard xAxis.admits(point.x), hasLower || hasUpper, point.lower == point.lower,
        point.upper == point.upper
      else {
        undrawn.count(point.x, point.lower + point.upper, marksInfinity: false)
        continue
      }
      x.include(point.x)
      // A base at zero is no value.
      if !hasLower && point.lower != 0 || !hasUpper { undrawn.cutOff += 1 }
      if let range = xAxis.range, !range.contains(point.x) { continue }
      if hasLower { y.include(point.lower) }
      if hasUpper { y.include(point.upper) }
    }
  }

  /// Stretches the extents by the points that can be drawn, and counts the others.
  private func extend(
    _ x: inout AxisDomain.Extent, _ y: inout AxisDomain.Extent, by points: [DataPoint],
    _ undrawn: inout Undrawn
  ) {
    for point in points {
      guard xAxis.admits(point.x), yAxis.admits(point.y) else {
        undrawn.count(point.x, point.y, marksInfinity: true)
        continue
      }
      x.include(point.x)
      // What lies outside a prescribed range does not stretch the other axis.
      if let range = xAxis.range, !range.contains(point.x) { continue }
      y.include(point.y)
    }
  }

  private func extend(
    across: inout AxisDomain.Extent, along: inout AxisDomain.Extent, by bars: [Bar],
    acrossAxis: Axis, alongAxis: Axis, _ undrawn: inout Undrawn
  ) {
    for bar in bars {
      guard acrossAxis.admits(bar.near), acrossAxis.admits(bar.far), alongAxis.admits(bar.value)
      else {
        undrawn.count(bar.near + bar.far, bar.value, marksInfinity: true)
        continue
      }
      across.include(bar.near)
      across.include(bar.far)
      along.include(bar.value)
      if alongAxis.admits(bar.base) {
        along.include(bar.base)
        if bar.base == 0 { along.isFromZero = true }
      }
    }
  }
}
