/// The columns of a layered graph from top to bottom. A wire that passes a column has a place of
/// its own there; wires that leave one node share it as far as they run together.
struct GraphRows {
  /// A place in a column: a node, or the passage of the wire from one.
  struct Place: Equatable {
    /// The node, or the one that the passing wire comes from.
    var node: Int
    var isPassage: Bool
    var column: Int
    /// The places in the column before that wires come from, in the order of the inputs.
    var sources: [Int] = []
    /// The places in the next column that wires go to.
    var targets: [Int] = []
  }

  private(set) var places: [Place] = []
  /// The places of each column from top to bottom.
  private(set) var columns: [[Int]] = []

  init(inputs: [[Int]], layers: [Int]) {
    columns = [[Int]](repeating: [], count: (layers.max() ?? 0) + 1)
    for node in inputs.indices {
      places.append(Place(node: node, isPassage: false, column: layers[node]))
    }
    // passages[node] are the passages of its wire, column by column.
    var passages = [[Int]](repeating: [], count: inputs.count)
    for node in inputs.indices {
      for input in inputs[node] {
        while passages[input].count < layers[node] - layers[input] - 1 {
          let before = passages[input].last ?? input
          let index = places.count
          places.append(
            Place(
              node: input, isPassage: true, column: layers[input] + passages[input].count + 1,
              sources: [before]))
          places[before].targets.append(index)
          passages[input].append(index)
        }
        let hops = layers[node] - layers[input] - 1
        let source = hops == 0 ? input : passages[input][hops - 1]
        places[node].sources.append(source)
        if !places[source].targets.contains(node) { places[source].targets.append(node) }
      }
    }
    // First order: depth first from the outputs, so that inputs stand in the order of reading.
    var seen = [Bool](repeating: false, count: places.count)
    for index in places.indices.reversed() where places[index].targets.isEmpty {
      var pending = [index]
      while let place = pending.popLast() {
        if seen[place] { continue }
        seen[place] = true
        columns[places[place].column].append(place)
        pending += places[place].sources.reversed()
      }
    }
  }

  /// How many pairs of wires cross.
  var crossings: Int { crossings(of: columns) }

  private func crossings(of columns: [[Int]]) -> Int {
    var position = [Int](repeating: 0, count: places.count)
    for column in columns { for (row, place) in column.enumerated() { position[place] = row } }
    var total = 0
    for column in columns {
      var wires: [(Int, Int)] = []
      for place in column {
        for target in places[place].targets { wires.append((position[place], position[target])) }
      }
      for first in wires.indices {
        for second in wires.indices.dropFirst(first + 1) {
          let a = wires[first]
          let b = wires[second]
          if (a.0 - b.0) * (a.1 - b.1) < 0 { total += 1 }
        }
      }
    }
    return total
  }

  /// Orders the columns by the means of their neighbours' places, back and forth, then exchanges
  /// neighbours while that helps; the best order seen stays.
  mutating func reduceCrossings() {
    var best = columns
    var fewest = crossings
    for round in 0..<24 where fewest > 0 {
      if round % 2 == 0 {
        for column in columns.indices.dropLast().reversed() { sort(column, by: true) }
      } else {
        for column in columns.indices.dropFirst() { sort(column, by: false) }
      }
      exchangeNeighbours()
      let count = crossings
      if count < fewest {
        fewest = count
        best = columns
      }
    }
    columns = best
  }

  private mutating func sort(_ column: Int, by targets: Bool) {
    var position = [Int](repeating: 0, count: places.count)
    for column in columns { for (row, place) in column.enumerated() { position[place] = row } }
    var keyed: [(key: Double, row: Int, place: Int)] = []
    for (row, place) in columns[column].enumerated() {
      let neighbours = targets ? places[place].targets : places[place].sources
      var sum = 0.0
      for neighbour in neighbours { sum += Double(position[neighbour]) }
      let key = neighbours.isEmpty ? Double(row) : sum / Double(neighbours.count)
      keyed.append((key, row, place))
    }
    keyed.sort { $0.key != $1.key ? $0.key < $1.key : $0.row < $1.row }
    columns[column] = keyed.map { $0.place }
  }

  private mutating func exchangeNeighbours() {
    var position = [Int](repeating: 0, count: places.count)
    for column in columns { for (row, place) in column.enumerated() { position[place] = row } }
    var improved = true
    var rounds = 0
    while improved, rounds < 8 {
      improved = false
      rounds += 1
      for column in columns.indices {
        for row in columns[column].indices.dropLast() {
          let upper = columns[column][row]
          let lower = columns[column][row + 1]
          if crossings(of: lower, above: upper, position)
            < crossings(of: upper, above: lower, position)
          {
            columns[column].swapAt(row, row + 1)
            position[upper] = row + 1
            position[lower] = row
            improved = true
          }
        }
      }
    }
  }

  /// How many wires of two places of a column cross when one stands just above the other.
  private func crossings(of upper: Int, above lower: Int, _ position: [Int]) -> Int {
    var count = 0
    for first in places[upper].targets {
      for second in places[lower].targets where position[first] > position[second] { count += 1 }
    }
    for first in places[upper].sources {
      for second in places[lower].sources where position[first] > position[second] { count += 1 }
    }
    return count
  }
}
