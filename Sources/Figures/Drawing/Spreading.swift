/// Keeps things in a row apart.
enum Spreading {
  private struct Block {
    var sum: Double
    var weight: Double
    var count: Int
    var mean: Double { sum / weight }
  }

  /// Places in the given order, as near as possible to those wanted (least weighted squares), with
  /// at least `separation(i)` between number i and number i + 1: pool adjacent violators.
  static func places(
    _ wanted: [Double], weights: [Double]? = nil, separation: (Int) -> Double
  ) -> [Double] {
    var offsets: [Double] = []
    var offset = 0.0
    for index in wanted.indices {
      offsets.append(offset)
      offset += separation(index)
    }
    var blocks: [Block] = []
    for index in wanted.indices {
      let weight = weights?[index] ?? 1
      blocks.append(
        Block(sum: (wanted[index] - offsets[index]) * weight, weight: weight, count: 1))
      while blocks.count > 1, blocks[blocks.count - 2].mean > blocks[blocks.count - 1].mean {
        let last = blocks.removeLast()
        blocks[blocks.count - 1].sum += last.sum
        blocks[blocks.count - 1].weight += last.weight
        blocks[blocks.count - 1].count += last.count
      }
    }
    var result: [Double] = []
    for block in blocks {
      for _ in 0..<block.count { result.append(block.mean + offsets[result.count]) }
    }
    return result
  }
}
