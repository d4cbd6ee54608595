/// Where a step's values lie in memory.
struct StepLayout<S: Scalar> {
  private let graph: StepGraph<S>
  /// For each value the one whose memory it is a part of, and where it begins there.
  private let roots: [(value: Int, offset: Int)]
  /// Where each value's memory begins; −1 where it has none.
  private var offsets: [Int]
  /// The end of what lives as long as the step.
  private var permanentEnd = 0
  /// How many numbers there are in all.
  private(set) var end = 0

  /// Lays out the values of a step, and those that are computed early, when the input changes.
  init(
    _ graph: StepGraph<S>, _ step: StepSchedule<S>, early: StepSchedule<S>, outputs: [Int]
  ) {
    self.graph = graph
    roots = step.roots
    offsets = Array(repeating: -1, count: graph.values.count)
    for (index, value) in graph.values.enumerated() {
      if value.isGiven
        || (value.stage == .input && early.isStored[index] && roots[index].value == index)
      {
        takePermanent(index)
      }
    }
    layOutTransient(step, outputs: outputs)
  }

  func offset(_ value: Int) -> Int {
    let root = roots[value]
    return offsets[root.value] + root.offset
  }

  func place(_ value: Int) -> StepPlace {
    let shape = graph.values[value].shape
    return StepPlace(offset: offset(value), shape: shape, count: elementCount(shape))
  }

  /// Tensors begin at multiples of a cache line.
  static func rounded(_ count: Int) -> Int { (max(count, 1) + 15) / 16 * 16 }

  private func size(_ value: Int) -> Int { Self.rounded(graph.values[value].count) }

  private mutating func takePermanent(_ value: Int) {
    offsets[value] = permanentEnd
    permanentEnd += size(value)
  }

  /// Gives memory to each value from the unit that computes it to the last that reads it; values
  /// that do not live at the same time may share it.
  private mutating func layOutTransient(_ step: StepSchedule<S>, outputs: [Int]) {
    var lastRead = [Int](repeating: -1, count: graph.values.count)
    func read(_ value: Int, by unit: Int) {
      let root = roots[value].value
      lastRead[root] = max(lastRead[root], unit)
    }
    for (place, unit) in step.units.enumerated() {
      switch unit {
      case .single(let value):
        for input in inputs(of: value, in: step) { read(input, by: place) }
      case .group(let group):
        for member in group.members {
          for operand in member.operands { read(operand.value, by: place) }
        }
      }
    }
    for output in outputs { read(output, by: Int.max) }

    var free: [(offset: Int, count: Int)] = []
    end = permanentEnd
    var dying: [Int: [Int]] = [:]
    for (place, unit) in step.units.enumerated() {
      let made: [Int]
      switch unit {
      case .single(let value): made = [value]
      case .group(let group): made = group.members.map { $0.value }
      }
      for value in made where step.isStored[value] {
        if let (sum, _) = step.accumulations[value] {
          // It takes the place of the sum so far, which nothing else reads.
          offsets[value] = offsets[sum]
          dying[place]?.removeAll { $0 == sum }
          dying[max(lastRead[value], place), default: []].append(value)
          continue
        }
        let count = size(value)
        if let gap = free.indices.filter({ free[$0].count >= count }).min(by: {
          free[$0].count < free[$1].count
        }) {
          offsets[value] = free[gap].offset
          free[gap] = (free[gap].offset + count, free[gap].count - count)
          if free[gap].count == 0 { free.remove(at: gap) }
        } else {
          offsets[value] = end
          end += count
        }
        // What nothing reads dies at once, after the unit.
        dying[max(lastRead[value], place), default: []].append(value)
      }
      for value in dying[place] ?? [] {
        release((offsets[value], size(value)), into: &free)
      }
    }
  }

  /// What a unit of its own reads: the factors too, if it adds their product.
  private func inputs(of value: Int, in schedule: StepSchedule<S>) -> [Int] {
    guard let (sum, product) = schedule.accumulations[value] else {
      return graph.values[value].inputs
    }
    return [sum] + graph.values[product].inputs
  }

  private func release(
    _ gap: (offset: Int, count: Int), into free: inout [(offset: Int, count: Int)]
  ) {
    var gap = gap
    free.removeAll { other in
      if other.offset + other.count == gap.offset {
        gap = (other.offset, other.count + gap.count)
        return true
      }
      if gap.offset + gap.count == other.offset {
        gap = (gap.offset, gap.count + other.count)
        return true
      }
      return false
    }
    free.append(gap)
  }
}
