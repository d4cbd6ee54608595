/// Draws a layered graph whose parts have their places.
struct GraphDrawing {
  let nodes: [GraphDiagram.Node]
  let rows: GraphRows
  let placement: GraphPlacement

  var canvas = Canvas()
  private(set) var width: Double
  private(set) var height: Double

  init(nodes: [GraphDiagram.Node], rows: GraphRows, direction: GraphDiagram.Direction) {
    self.nodes = nodes
    self.rows = rows
    placement = GraphPlacement(nodes: nodes, rows: rows, direction: direction)
    let size = placement.pixel(along: placement.length, across: placement.breadth)
    width = size.x
    height = size.y
  }

  mutating func draw() {
    drawWires()
    drawNodes()
    drawKey()
    drawNumbers()
  }

  private var isRight: Bool { placement.direction == .right }

  // MARK: Wires

  private mutating func drawWires() {
    var data = ""
    for (index, place) in rows.places.enumerated() {
      let across = placement.across[index]
      let start =
        place.isPassage ? placement.starts[place.column] : placement.centers[place.column]
      let end = placement.stubEnds[place.column]
      if !place.targets.isEmpty || (!place.isPassage && placement.hasNumbers(place.node)) {
        data += "M" + text(along: start, across: across) + straight(to: end)
      }
      for target in place.targets {
        let next = placement.starts[place.column + 1]
        let middle = (end + next) / 2
        for port in placement.ports(of: target, from: index) {
          data += "M" + text(along: end, across: across)
          data += "C" + text(along: middle, across: across)
          data += " " + text(along: middle, across: port)
          data += " " + text(along: next, across: port)
          if !rows.places[target].isPassage {
            data += straight(to: placement.centers[place.column + 1])
          }
        }
      }
    }
    canvas.element(
      "path",
      "fill=\"none\" stroke=\"currentColor\" stroke-opacity=\".55\" stroke-width=\"1.2\" d=\""
        + data + "\"")
  }

  private func text(along: Double, across: Double) -> String {
    let point = placement.pixel(along: along, across: across)
    return FixedPoint.text(point.x) + " " + FixedPoint.text(point.y)
  }

  private func straight(to along: Double) -> String {
    (isRight ? "H" : "V") + FixedPoint.text(along)
  }

  // MARK: Nodes

  private mutating func drawNodes() {
    canvas.openGroup(
      "fill=\"" + Palette.background + "\" stroke=\"currentColor\" stroke-width=\"1.2\"")
    let tall = GraphPlacement.nodeHeight
    for (index, place) in rows.places.enumerated() where !place.isPassage {
      let center = placement.center(index)
      let wide = placement.nodeWidth(place.node)
      var box = "x=\"" + FixedPoint.text(center.x - wide / 2)
      box += "\" y=\"" + FixedPoint.text(center.y - tall / 2)
      box += "\" width=\"" + FixedPoint.text(wide)
      box += "\" height=\"" + FixedPoint.text(tall)
      box += "\" rx=\"" + FixedPoint.text(nodes[place.node].isLeaf ? 5 : tall / 2) + "\""
      canvas.element("rect", box)
    }
    canvas.closeGroup()
    openTextGroup(.middle, size: GraphPlacement.nodeSize, fill: "currentColor")
    for (index, place) in rows.places.enumerated() where !place.isPassage {
      let center = placement.center(index)
      canvas.text(
        nodes[place.node].label, x: center.x,
        baseline: center.y + GraphPlacement.nodeSize * TextMetrics.capHeight / 2, anchor: .middle,
        size: GraphPlacement.nodeSize, inGroup: true)
    }
    canvas.closeGroup()
  }

  private mutating func openTextGroup(_ anchor: Canvas.Anchor, size: Double, fill: String) {
    let name: String
    switch anchor {
    case .start: name = "start"
    case .middle: name = "middle"
    case .end: name = "end"
    }
    canvas.openGroup(
      "text-anchor=\"" + name + "\" font-size=\"" + FixedPoint.text(size) + "\" fill=\"" + fill
        + "\"")
  }

  // MARK: Numbers

  /// Values above the wires or left of them, gradients below or right of them.
  private mutating func drawNumbers() {
    let size = GraphPlacement.numberSize
    openTextGroup(isRight ? .middle : .end, size: size, fill: Palette.value)
    for (index, place) in rows.places.enumerated() where !place.isPassage {
      drawValue(nodes[place.node].value, at: placement.numberPlace(index))
    }
    if hasKey { drawValue("value", at: keyPlace) }
    canvas.closeGroup()
    openTextGroup(isRight ? .middle : .start, size: size, fill: Palette.gradient)
    for (index, place) in rows.places.enumerated() where !place.isPassage {
      drawGradient(nodes[place.node].gradient, at: placement.numberPlace(index))
    }
    if hasKey { drawGradient("gradient", at: keyPlace) }
    canvas.closeGroup()
  }

  private mutating func drawValue(_ text: String, at place: Pixel) {
    let cap = GraphPlacement.numberSize * TextMetrics.capHeight
    canvas.text(
      text, x: isRight ? place.x : place.x - GraphPlacement.numberGap,
      baseline: isRight ? place.y - GraphPlacement.numberGap : place.y + cap / 2,
      anchor: isRight ? .middle : .end, size: GraphPlacement.numberSize, inGroup: true)
  }

  private mutating func drawGradient(_ text: String, at place: Pixel) {
    let cap = GraphPlacement.numberSize * TextMetrics.capHeight
    canvas.text(
      text, x: isRight ? place.x : place.x + GraphPlacement.numberGap,
      baseline: isRight ? place.y + GraphPlacement.numberGap + cap : place.y + cap / 2,
      anchor: isRight ? .middle : .start, size: GraphPlacement.numberSize, inGroup: true)
  }

  // MARK: Key

  /// Whether there are both numbers, so that it must be said which is which.
  private var hasKey: Bool {
    var hasValues = false
    var hasGradients = false
    for node in nodes {
      if !node.value.isEmpty { hasValues = true }
      if !node.gradient.isEmpty { hasGradients = true }
    }
    return hasValues && hasGradients
  }

  /// The middle of the wire in the key, once there is room for it.
  private var keyPlace: Pixel {
    let gradient = TextMetrics.width("gradient", size: GraphPlacement.numberSize)
    let value = TextMetrics.width("value", size: GraphPlacement.numberSize)
    let before = isRight ? (gradient + 8) / 2 : value + GraphPlacement.numberGap
    return Pixel(x: GraphPlacement.margin + before, y: height - 22)
  }

  /// A piece of wire, on whose sides it is said what stands there.
  private mutating func drawKey() {
    guard hasKey else { return }
    height += isRight ? 38 : 30
    let gradient = TextMetrics.width("gradient", size: GraphPlacement.numberSize)
    let place = keyPlace
    let half = isRight ? (gradient + 8) / 2 : 9
    let end = isRight ? place.x + half : place.x + GraphPlacement.numberGap + gradient
    width = max(width, end + GraphPlacement.margin)
    canvas.line(
      from: Pixel(x: isRight ? place.x - half : place.x, y: isRight ? place.y : place.y - half),
      to: Pixel(x: isRight ? place.x + half : place.x, y: isRight ? place.y : place.y + half),
      "stroke=\"currentColor\" stroke-opacity=\".55\" stroke-width=\"1.2\"")
  }
}
