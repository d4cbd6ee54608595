extension SurfaceDrawing {
  /// A point of a mark in the box, and whether it is seen.
  private struct Place {
    var pixel: Pixel
    var isSeen: Bool
  }

  /// Paths, lines, points and annotations on the surface.
  mutating func drawOnSurface(
    _ marks: [PlotDrawing.StyledLayer], height: (Double, Double) -> Double
  ) {
    var named: [(label: String, styled: PlotDrawing.StyledLayer)] = []
    var others = 0
    for styled in marks {
      switch styled.behavior.onSurface() {
      case .iterates(let points):
        drawWay(points, styled, ends: true, height: height)
      case .line(let points):
        var run: [DataPoint] = []
        for point in points + [DataPoint(x: .nan, y: .nan)] {
          if point.isFinite {
            run.append(point)
          } else {
            drawWay(run, styled, ends: false, height: height)
            run = []
          }
        }
      case .symbols(let points):
        var seen: [Pixel] = []
        for point in points {
          if let place = place(point, height: height), place.isSeen { seen.append(place.pixel) }
        }
        seen = SymbolDrawing.thinned(seen, limit: max(24, Int(800 * detail)))
        if seen.isEmpty { continue }
        canvas.add(
          SymbolDrawing.path(styled.symbol, at: seen, radius: 3.4, paint: styled.paint))
      case .note: continue
      case .nothing:
        others += 1
        continue
      }
      if let label = styled.layer.label, !label.isEmpty,
        !named.contains(where: { $0.label == label })
      {
        named.append((label, styled))
      }
    }
    for styled in marks {
      guard case .note(let point, let marked) = styled.behavior.onSurface(),
        let label = styled.layer.label, let place = place(point, height: height)
      else { continue }
      if marked {
        canvas.add(
          SymbolDrawing.path(.cross, at: [place.pixel], radius: 3.4, paint: styled.paint))
      }
      drawNote(label, at: place.pixel)
    }
    if others > 0 {
      notes.append(
        others == 1
          ? "One mark has no place on a surface." : "\(others) marks have no place on a surface.")
    }
    drawKeys(named)
  }

  private func place(_ point: DataPoint, height: (Double, Double) -> Double) -> Place? {
    let x = mesh.placeX(point.x)
    let y = mesh.placeY(point.y)
    guard x.magnitude <= 1.000001, y.magnitude <= 1.000001 else { return nil }
    let z = mesh.scaled(height(point.x, point.y))
    guard z == z else { return nil }
    return Place(
      pixel: pixel(x, y, z), isSeen: !mesh.hides(x, y, z, in: view, height: height))
  }

  /// A way on the surface: between its points it follows the ground. What is hidden is dotted.
  private mutating func drawWay(
    _ points: [DataPoint], _ styled: PlotDrawing.StyledLayer, ends: Bool,
    height: (Double, Double) -> Double
  ) {
    guard points.count > 1 else { return }
    var seen: [[Pixel]] = []
    var hidden: [[Pixel]] = []
    var previous: Place?
    func add(_ place: Place?) {
      guard let place else {
        previous = nil
        return
      }
      if let last = previous, last.isSeen == place.isSeen {
        if place.isSeen {
          seen[seen.count - 1].append(place.pixel)
        } else {
          hidden[hidden.count - 1].append(place.pixel)
        }
      } else {
        // A piece begins where the one before it ends.
        var piece: [Pixel] = []
        if let last = previous { piece.append(last.pixel) }
        piece.append(place.pixel)
        if place.isSeen { seen.append(piece) } else { hidden.append(piece) }
      }
      previous = place
    }
    for index in points.indices {
      if index > 0 {
        let (a, b) = (points[index - 1], points[index])
        let dx = mesh.placeX(b.x) - mesh.placeX(a.x)
        let dy = mesh.placeY(b.y) - mesh.placeY(a.y)
        let steps = max(1, min(60, Int((dx * dx + dy * dy).squareRoot() / 0.04)))
        for step in 1..<max(2, steps) where steps > 1 {
          let share = Double(step) / Double(steps)
          add(
            place(
              DataPoint(x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share),
              height: height))
        }
      }
      add(place(points[index], height: height))
    }
    stroke(
      hidden,
      "stroke=\"" + styled.paint
        + "\" stroke-width=\"1.1\" stroke-opacity=\".6\" stroke-dasharray=\"1.5 3\"")
    for piece in seen { ink += piece }
    stroke(seen, "stroke=\"" + Palette.background + "\" stroke-width=\"4.2\" stroke-opacity=\".8\"")
    stroke(
      seen,
      "stroke=\"" + styled.paint + "\" stroke-width=\"1.9\"" + (ends ? "" : styled.dash.attribute))
    guard ends else { return }
    if let start = points.first, let place = place(start, height: height), place.isSeen {
      canvas.add(
        "<circle cx=\"" + FixedPoint.text(place.pixel.x) + "\" cy=\""
          + FixedPoint.text(place.pixel.y) + "\" r=\"3.8\" fill=\"" + Palette.background
          + "\" stroke=\"" + styled.paint + "\" stroke-width=\"1.8\"/>")
    }
    if let end = points.last, let place = place(end, height: height), place.isSeen {
      canvas.add(
        SymbolDrawing.path(
          styled.symbol, at: [place.pixel], radius: 5.6, paint: Palette.background))
      canvas.add(
        SymbolDrawing.path(styled.symbol, at: [place.pixel], radius: 4.2, paint: styled.paint))
    }
  }

  private mutating func stroke(_ pieces: [[Pixel]], _ attributes: String) {
    var data = PathData()
    for piece in pieces where piece.count > 1 {
      let most = max(24, Int(1200 * detail))
      data.polyline(PathSimplification.simplifiedLine(piece, limit: most))
    }
    if data.text.isEmpty { return }
    canvas.element(
      "path", "fill=\"none\" stroke-linejoin=\"round\" " + attributes + " d=\"" + data.text + "\"")
  }

  /// Words beside a point, where they cover least.
  private mutating func drawNote(_ text: String, at point: Pixel) {
    let cap = Canvas.textSize * TextMetrics.capHeight
    var best:
      (
        x: Double, baseline: Double, anchor: Canvas.Anchor, distance: Double, dx: Double, dy: Double
      )?
    var least = Double.infinity
    for distance in [9.0, 22, 36, 52] {
      for (dx, dy, anchor) in [
        (1.0, -1.0, Canvas.Anchor.start), (-1, -1, .end), (1, 1, .start), (-1, 1, .end),
      ] {
        let x = point.x + dx * distance
        let baseline = point.y + dy * distance + (dy > 0 ? cap : 0)
        let box = Canvas.box(text, x: x, baseline: baseline, anchor: anchor)
        if box.left < 2 || box.right > width - 2 || box.top < 22 { continue }
        var cost = distance
        for label in canvas.labels { cost += label.box.expanded(by: 2).overlap(box) * 20 }
        for dot in ink where box.expanded(by: 3).contains(x: dot.x, y: dot.y) { cost += 12 }
        if cost < least {
          least = cost
          best = (x, baseline, anchor, distance, dx, dy)
        }
      }
    }
    guard let best else { return }
    if best.distance > 12 {
      canvas.line(
        from: Pixel(x: point.x + best.dx * 4, y: point.y + best.dy * 4),
        to: Pixel(x: best.x - best.dx * 2, y: point.y + best.dy * (best.distance - 2)),
        "stroke=\"currentColor\" stroke-width=\".75\" stroke-opacity=\".7\"")
    }
    canvas.text(text, x: best.x, baseline: best.baseline, anchor: best.anchor, halo: true)
  }

  /// The names of paths and points above the surface.
  private mutating func drawKeys(_ named: [(label: String, styled: PlotDrawing.StyledLayer)]) {
    var x = 4.0
    for (label, styled) in named {
      var isSymbol = false
      if case .symbols = styled.behavior.onSurface() { isSymbol = true }
      if !isSymbol {
        canvas.line(
          from: Pixel(x: x, y: 11.5), to: Pixel(x: x + 20, y: 11.5),
          "stroke=\"" + styled.paint + "\" stroke-width=\"1.9\"")
      }
      canvas.add(
        SymbolDrawing.path(
          styled.symbol, at: [Pixel(x: x + (isSymbol ? 12 : 20), y: 11.5)], radius: 3.8,
          paint: styled.paint))
      canvas.text(label, x: x + 31, baseline: 16)
      x += 31 + TextMetrics.width(label, size: Canvas.textSize) + 22
    }
  }
}
