/// Which column each node of a graph stands in.
enum GraphLayering {
  /// Columns counted from 0, every node right of its inputs; nil if the inputs run in a circle.
  ///
  /// Operations stand as far left as their inputs let them, then move right where that shortens
  /// more wires than it lengthens; leaves stand just before their first use.
  static func layers(inputs: [[Int]], isLeaf: [Bool]) -> [Int]? {
    let count = inputs.count
    var consumers = [[Int]](repeating: [], count: count)
    var missing = [Int](repeating: 0, count: count)
    for node in 0..<count {
      missing[node] = inputs[node].count
      for input in inputs[node] { consumers[input].append(node) }
    }
    var order: [Int] = []
    for node in 0..<count where missing[node] == 0 { order.append(node) }
    var layer = [Int](repeating: 0, count: count)
    var next = 0
    while next < order.count {
      let node = order[next]
      next += 1
      for consumer in consumers[node] {
        layer[consumer] = max(layer[consumer], layer[node] + 1)
        missing[consumer] -= 1
        if missing[consumer] == 0 { order.append(consumer) }
      }
    }
    guard order.count == count else { return nil }
    for node in order.reversed() where !consumers[node].isEmpty {
      var latest = Int.max
      for consumer in consumers[node] { latest = min(latest, layer[consumer] - 1) }
      if inputs[node].isEmpty || consumers[node].count > inputs[node].count {
        layer[node] = latest
      }
    }
    let first = layer.min() ?? 0
    return layer.map { $0 - first }
  }
}
