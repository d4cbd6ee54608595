/// Places and draws a layered graph. Beside each node runs a straight piece of wire as long as the
/// numbers on it; wires bend only in the gaps between columns, where no text stands.
struct GraphDrawing {
  let nodes: [GraphDiagram.Node]
  let rows: GraphRows

  var canvas = Canvas()
  private(set) var width = 0.0
  private(set) var height = 0.0

  /// The middle of each place.
  private var ys: [Double] = []
  /// Where the nodes of each column are centred, where their straight wires end, and where the
  /// column begins.
  private var centers: [Double] = []
  private var stubEnds: [Double] = []
  private var starts: [Double] = []

  static let nodeSize = 15.0
  static let numberSize = 12.5
  static let nodeHeight = 28.0
  private static let margin = 8.0

  init(nodes: [GraphDiagram.Node], rows: GraphRows) {
    self.nodes = nodes
    self.rows = rows
  }

  mutating func draw() {
    placeRows()
    placeColumns()
    drawWires()
    drawNodes()
    drawKey()
    drawNumbers()
  }

  private func nodeWidth(_ node: Int) -> Double {
    let text = TextMetrics.width(nodes[node].label, size: GraphDrawing.nodeSize)
    return max(GraphDrawing.nodeHeight, (text + 16).roundedUp)
  }

  private func numberWidth(_ node: Int) -> Double {
    max(
      TextMetrics.width(nodes[node].value, size: GraphDrawing.numberSize),
      TextMetrics.width(nodes[node].gradient, size: GraphDrawing.numberSize))
  }

  // MARK: Places

  /// The heights: each place near the mean of its neighbours, long wires straight.
  private mutating func placeRows() {
    ys = [Double](repeating: 0, count: rows.places.count)
    for column in rows.columns {
      for (row, place) in column.enumerated() {
        ys[place] = (Double(row) - Double(column.count - 1) / 2) * 50
      }
    }
    for round in 0..<120 {
      let order =
        round % 2 == 0 ? Array(rows.columns.indices.reversed()) : Array(rows.columns.indices)
      for column in order { settle(column) }
    }
    var top = Double.infinity
    var bottom = -Double.infinity
    for (index, place) in rows.places.enumerated() {
      top = min(top, ys[index] - reach(place))
      bottom = max(bottom, ys[index] + reach(place))
    }
    for index in ys.indices { ys[index] = (ys[index] - top + GraphDrawing.margin).roundedToNearest }
    height = (bottom - top + 2 * GraphDrawing.margin).roundedUp
  }

  private mutating func settle(_ column: Int) {
    let members = rows.columns[column]
    var wanted: [Double] = []
    var weights: [Double] = []
    for place in members {
      var sum = 0.0
      var weight = 0.0
      for neighbour in rows.places[place].sources + rows.places[place].targets {
        let straight = rows.places[place].isPassage || rows.places[neighbour].isPassage ? 3.0 : 1.0
        sum += ys[neighbour] * straight
        weight += straight
      }
      wanted.append(weight == 0 ? ys[place] : sum / weight)
      weights.append(weight == 0 ? 0.1 : weight)
    }
    let settled = Spreading.places(wanted, weights: weights) { row in
      guard row + 1 < members.count else { return 0 }
      return reach(rows.places[members[row]]) + reach(rows.places[members[row + 1]]) + 6
    }
    for (row, place) in members.enumerated() { ys[place] = settled[row] }
  }

  /// How far a place reaches up and down: a node with the numbers on its wire, or a wire.
  private func reach(_ place: GraphRows.Place) -> Double { place.isPassage ? 7 : 20 }

  /// The columns: the widest node, the longest number, and a gap in which the wires can bend.
  private mutating func placeColumns() {
    var x = GraphDrawing.margin
    for (column, members) in rows.columns.enumerated() {
      var widest = GraphDrawing.nodeHeight
      var longest = 0.0
      var steepest = 0.0
      for place in members {
        for target in rows.places[place].targets {
          steepest = max(steepest, (ys[target] - ys[place]).magnitude)
        }
        if rows.places[place].isPassage { continue }
        widest = max(widest, nodeWidth(rows.places[place].node))
        longest = max(longest, numberWidth(rows.places[place].node))
      }
      starts.append(x)
      centers.append(x + widest / 2)
      x += widest
      if longest > 0 { x += max(22, longest + 7) }
      stubEnds.append(x)
      if column + 1 < rows.columns.count { x += min(36, 16 + 0.16 * steepest).roundedToNearest }
    }
    width = (x + GraphDrawing.margin).roundedUp
  }

  // MARK: Drawing

  private mutating func drawWires() {
    var data = ""
    for (index, place) in rows.places.enumerated() {
      let y = ys[index]
      let start = place.isPassage ? starts[place.column] : centers[place.column]
      let end = stubEnds[place.column]
      let hasNumbers = !place.isPassage && numberWidth(place.node) > 0
      if !place.targets.isEmpty || hasNumbers {
        data += "M" + FixedPoint.text(start) + " " + FixedPoint.text(y) + "H" + FixedPoint.text(end)
      }
      for target in place.targets {
        let toX = starts[place.column + 1]
        let center = centers[place.column + 1]
        let middle = (end + toX) / 2
        for toY in ports(of: target, from: index) {
          data += "M" + FixedPoint.text(end) + " " + FixedPoint.text(y)
          data += "C" + FixedPoint.text(middle) + " " + FixedPoint.text(y)
          data += " " + FixedPoint.text(middle) + " " + FixedPoint.text(toY)
          data += " " + FixedPoint.text(toX) + " " + FixedPoint.text(toY)
          if !rows.places[target].isPassage { data += "H" + FixedPoint.text(center) }
        }
      }
    }
    canvas.element(
      "path",
      "fill=\"none\" stroke=\"currentColor\" stroke-opacity=\".55\" stroke-width=\"1.2\" d=\""
        + data
        + "\"")
  }

  /// The heights at which the wires from a place enter another: several wires enter a node side by
  /// side, in the order in which they come from top to bottom.
  private func ports(of target: Int, from source: Int) -> [Double] {
    let place = rows.places[target]
    if place.isPassage || place.sources.count < 2 { return [ys[target]] }
    var order = Array(place.sources.indices)
    order.sort { first, second in
      let a = ys[place.sources[first]]
      let b = ys[place.sources[second]]
      return a != b ? a < b : first < second
    }
    let step = min(9, 20 / Double(order.count - 1))
    var result: [Double] = []
    for (rank, input) in order.enumerated() where place.sources[input] == source {
      result.append(ys[target] + (Double(rank) - Double(order.count - 1) / 2) * step)
    }
    return result
  }

  private mutating func drawNodes() {
    canvas.openGroup(
      "fill=\"" + Palette.background + "\" stroke=\"currentColor\" stroke-width=\"1.2\"")
    for (index, place) in rows.places.enumerated() where !place.isPassage {
      let half = nodeWidth(place.node) / 2
      let x = centers[place.column] - half
      let y = ys[index] - GraphDrawing.nodeHeight / 2
      let radius = nodes[place.node].isLeaf ? 5.0 : GraphDrawing.nodeHeight / 2
      canvas.element(
        "rect",
        "x=\"\(FixedPoint.text(x))\" y=\"\(FixedPoint.text(y))\" width=\"\(FixedPoint.text(half * 2))\""
          + " height=\"\(FixedPoint.text(GraphDrawing.nodeHeight))\" rx=\"\(FixedPoint.text(radius))\""
      )
    }
    canvas.closeGroup()
    openTextGroup(size: GraphDrawing.nodeSize, fill: "currentColor")
    for (index, place) in rows.places.enumerated() where !place.isPassage {
      canvas.text(
        nodes[place.node].label, x: centers[place.column],
        baseline: ys[index] + GraphDrawing.nodeSize * TextMetrics.capHeight / 2, anchor: .middle,
        size: GraphDrawing.nodeSize, inGroup: true)
    }
    canvas.closeGroup()
  }

  private mutating func openTextGroup(size: Double, fill: String) {
    canvas.openGroup(
      "text-anchor=\"middle\" font-size=\"" + FixedPoint.text(size) + "\" fill=\"" + fill + "\"")
  }

  /// Where the numbers of a node are centred.
  private func numberPlace(_ index: Int) -> Pixel {
    let place = rows.places[index]
    let start = centers[place.column] + nodeWidth(place.node) / 2
    return Pixel(x: (start + stubEnds[place.column]) / 2, y: ys[index])
  }

  private mutating func drawNumbers() {
    openTextGroup(size: GraphDrawing.numberSize, fill: Palette.value)
    for (index, place) in rows.places.enumerated() where !place.isPassage {
      drawValue(nodes[place.node].value, at: numberPlace(index))
    }
    if hasKey { drawValue("value", at: keyPlace) }
    canvas.closeGroup()
    openTextGroup(size: GraphDrawing.numberSize, fill: Palette.gradient)
    for (index, place) in rows.places.enumerated() where !place.isPassage {
      drawGradient(nodes[place.node].gradient, at: numberPlace(index))
    }
    if hasKey { drawGradient("gradient", at: keyPlace) }
    canvas.closeGroup()
  }

  private mutating func drawValue(_ text: String, at place: Pixel) {
    canvas.text(
      text, x: place.x, baseline: place.y - 5, anchor: .middle, size: GraphDrawing.numberSize,
      inGroup: true)
  }

  private mutating func drawGradient(_ text: String, at place: Pixel) {
    let size = GraphDrawing.numberSize
    canvas.text(
      text, x: place.x, baseline: place.y + 5 + size * TextMetrics.capHeight, anchor: .middle,
      size: size, inGroup: true)
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

  private var keyLength: Double {
    TextMetrics.width("gradient", size: GraphDrawing.numberSize) + 8
  }

  private var keyPlace: Pixel {
    Pixel(x: GraphDrawing.margin + keyLength / 2, y: height - 22)
  }

  /// A piece of wire, under which and above which it is said what stands there.
  private mutating func drawKey() {
    guard hasKey else { return }
    height += 38
    width = max(width, keyLength + 2 * GraphDrawing.margin)
    canvas.line(
      from: Pixel(x: GraphDrawing.margin, y: keyPlace.y),
      to: Pixel(x: GraphDrawing.margin + keyLength, y: keyPlace.y),
      "stroke=\"currentColor\" stroke-opacity=\".55\" stroke-width=\"1.2\"")
  }
}
