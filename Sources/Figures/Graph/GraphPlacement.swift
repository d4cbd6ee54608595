/// Where the parts of a layered graph stand: `along` the direction in which it runs and `across`
/// it. Behind each node runs a straight piece of wire beside which its numbers stand; wires bend
/// only in the gaps between columns, where no text stands.
struct GraphPlacement {
  let nodes: [GraphDiagram.Node]
  let rows: GraphRows
  let direction: GraphDiagram.Direction

  /// The middle of each place, across.
  private(set) var across: [Double] = []
  /// Where each column begins, where its nodes are centred, and where its straight wires end, along.
  private(set) var starts: [Double] = []
  private(set) var centers: [Double] = []
  private(set) var stubEnds: [Double] = []
  /// The whole extent.
  private(set) var length = 0.0
  private(set) var breadth = 0.0

  static let nodeSize = 15.0
  static let numberSize = 12.5
  static let nodeHeight = 28.0
  static let margin = 8.0
  /// From a wire to the numbers beside it.
  static let numberGap = 5.0

  init(nodes: [GraphDiagram.Node], rows: GraphRows, direction: GraphDiagram.Direction) {
    self.nodes = nodes
    self.rows = rows
    self.direction = direction
    placeAcross()
    placeAlong()
  }

  func nodeWidth(_ node: Int) -> Double {
    let text = TextMetrics.width(nodes[node].label, size: GraphPlacement.nodeSize)
    return max(GraphPlacement.nodeHeight, (text + 16).roundedUp)
  }

  private func width(ofNumber text: String) -> Double {
    TextMetrics.width(text, size: GraphPlacement.numberSize)
  }

  /// Whether anything stands beside the wire of a node.
  func hasNumbers(_ node: Int) -> Bool {
    !nodes[node].value.isEmpty || !nodes[node].gradient.isEmpty
  }

  // MARK: Across

  /// Each place near the mean of its neighbours, long wires straight.
  private mutating func placeAcross() {
    across = [Double](repeating: 0, count: rows.places.count)
    for column in rows.columns {
      for (row, place) in column.enumerated() {
        across[place] = (Double(row) - Double(column.count - 1) / 2) * 50
      }
    }
    for round in 0..<120 {
      let order =
        round % 2 == 0 ? Array(rows.columns.indices.reversed()) : Array(rows.columns.indices)
      for column in order { settle(column) }
    }
    var first = Double.infinity
    var last = -Double.infinity
    for (index, place) in rows.places.enumerated() {
      first = min(first, across[index] - reachBefore(place))
      last = max(last, across[index] + reachAfter(place))
    }
    for index in across.indices {
      across[index] = (across[index] - first + GraphPlacement.margin).roundedToNearest
    }
    breadth = (last - first + 2 * GraphPlacement.margin).roundedUp
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
        sum += across[neighbour] * straight
        weight += straight
      }
      wanted.append(weight == 0 ? across[place] : sum / weight)
      weights.append(weight == 0 ? 0.1 : weight)
    }
    let settled = Spreading.places(wanted, weights: weights) { row in
      guard row + 1 < members.count else { return 0 }
      return reachAfter(rows.places[members[row]]) + reachBefore(rows.places[members[row + 1]])
        + (direction == .right ? 6 : 14)
    }
    for (row, place) in members.enumerated() { across[place] = settled[row] }
  }

  /// How far a place reaches towards the first: a node with its value, or a wire that passes.
  private func reachBefore(_ place: GraphRows.Place) -> Double {
    if place.isPassage { return 7 }
    switch direction {
    case .right: return 20
    case .down:
      return max(
        nodeWidth(place.node) / 2,
        width(ofNumber: nodes[place.node].value) + GraphPlacement.numberGap)
    }
  }

  /// How far it reaches towards the last: a node with its gradient.
  private func reachAfter(_ place: GraphRows.Place) -> Double {
    if place.isPassage { return 7 }
    switch direction {
    case .right: return 20
    case .down:
      return max(
        nodeWidth(place.node) / 2,
        width(ofNumber: nodes[place.node].gradient) + GraphPlacement.numberGap)
    }
  }

  // MARK: Along

  /// The columns: the largest node, its numbers, and a gap in which the wires can bend.
  private mutating func placeAlong() {
    var position = GraphPlacement.margin
    for (column, members) in rows.columns.enumerated() {
      var largest = GraphPlacement.nodeHeight
      var stub = 0.0
      var steepest = 0.0
      for index in members {
        let place = rows.places[index]
        for target in place.targets {
          steepest = max(steepest, (across[target] - across[index]).magnitude)
        }
        if place.isPassage { continue }
        if direction == .right { largest = max(largest, nodeWidth(place.node)) }
        stub = max(stub, stubLength(place.node))
      }
      starts.append(position)
      centers.append(position + largest / 2)
      position += largest + stub
      stubEnds.append(position)
      if column + 1 < rows.columns.count { position += bend(across: steepest) }
    }
    length = (position + GraphPlacement.margin).roundedUp
  }

  /// The straight piece of wire behind a node.
  private func stubLength(_ node: Int) -> Double {
    guard hasNumbers(node) else { return 0 }
    switch direction {
    case .right:
      let longest = max(width(ofNumber: nodes[node].value), width(ofNumber: nodes[node].gradient))
      return max(22, longest + 7)
    case .down: return 18
    }
  }

  /// The gap that wires need to bend so far across.
  private func bend(across distance: Double) -> Double {
    switch direction {
    case .right: min(36, 16 + 0.16 * distance).roundedToNearest
    case .down: min(34, 12 + 0.12 * distance).roundedToNearest
    }
  }

  // MARK: Wires

  /// Where, across, the wires from a place enter another: several wires enter a node side by side,
  /// in the order in which they come.
  func ports(of target: Int, from source: Int) -> [Double] {
    let place = rows.places[target]
    if place.isPassage || place.sources.count < 2 { return [across[target]] }
    var order = Array(place.sources.indices)
    order.sort { first, second in
      let a = across[place.sources[first]]
      let b = across[place.sources[second]]
      return a != b ? a < b : first < second
    }
    let step = min(9, 20 / Double(order.count - 1))
    var result: [Double] = []
    for (rank, input) in order.enumerated() where place.sources[input] == source {
      result.append(across[target] + (Double(rank) - Double(order.count - 1) / 2) * step)
    }
    return result
  }

  /// The middle of a node.
  func center(_ index: Int) -> Pixel {
    pixel(along: centers[rows.places[index].column], across: across[index])
  }

  /// The middle of the straight wire behind a node, where its numbers stand.
  func numberPlace(_ index: Int) -> Pixel {
    let place = rows.places[index]
    let half = direction == .right ? nodeWidth(place.node) / 2 : GraphPlacement.nodeHeight / 2
    return pixel(
      along: (centers[place.column] + half + stubEnds[place.column]) / 2, across: across[index])
  }

  func pixel(along: Double, across: Double) -> Pixel {
    direction == .right ? Pixel(x: along, y: across) : Pixel(x: across, y: along)
  }
}
