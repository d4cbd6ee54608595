extension StepProgram {
  /// The program of a step.
  init(_ graph: StepGraph<S>, for backend: Backend) {
    var builder = StepProgramBuilder(graph, backend)
    builder.build()
    self = builder.program
  }
}

/// Turns a step's values into instructions, and lays out the memory.
private struct StepProgramBuilder<S: Scalar> {
  let graph: StepGraph<S>
  let backend: Backend
  var program = StepProgram<S>()
  /// Where each value's memory begins; −1 where it has none.
  private var offsets: [Int]
  /// For values that are lower in rank than memory: the memory's value and the offset into it.
  private var roots: [(value: Int, offset: Int)] = []
  /// The end of what lives as long as the program.
  private var permanentEnd = 0
  /// The places of operations in scratch memory, to be moved behind everything else.
  private var scratchSize = 0

  /// Numbers in a block: a handful of blocks stay in the nearest cache.
  private let blockLength = 512

  init(_ graph: StepGraph<S>, _ backend: Backend) {
    self.graph = graph
    self.backend = backend
    offsets = Array(repeating: -1, count: graph.values.count)
  }

  mutating func build() {
    let outputs = [graph.loss] + graph.gradients + graph.states
    let step = StepSchedule(graph, stage: .step, outputs: outputs)
    roots = step.roots
    let early = StepSchedule(graph, stage: .input, outputs: readEarly(by: step) + outputs)

    layOutPermanent(early)
    let transient = layOutTransient(step, outputs: outputs)
    program.size = transient
    emit(early)
    program.inputInstructions = program.instructions.count
    emit(step)
    program.size += scratchSize

    program.loss = place(graph.loss)
    program.gradients = graph.gradients.map { place($0) }
    program.nextStates = graph.states.map { place($0) }
  }

  /// The values that depend on the input alone and that each step reads.
  private func readEarly(by step: StepSchedule<S>) -> [Int] {
    var result: [Int] = []
    for value in graph.values where value.stage == .step {
      for input in value.inputs where graph.values[input].stage == .input { result.append(input) }
    }
    return result
  }

  private func place(_ value: Int) -> StepPlace {
    let shape = graph.values[value].shape
    return StepPlace(
      offset: offset(value), shape: shape, count: elementCount(shape))
  }

  private func offset(_ value: Int) -> Int {
    let root = roots[value]
    return offsets[root.value] + root.offset
  }

  // MARK: Memory

  /// Tensors begin at multiples of a cache line.
  private func rounded(_ count: Int) -> Int { (max(count, 1) + 15) / 16 * 16 }

  private mutating func takePermanent(_ value: Int) {
    offsets[value] = permanentEnd
    permanentEnd += rounded(graph.values[value].count)
  }

  private mutating func layOutPermanent(_ early: StepSchedule<S>) {
    for value in graph.values {
      let nowhere = StepPlace(offset: 0, shape: [0], count: 0)
      switch value.origin {
      case .parameter: program.parameters.append(nowhere)
      case .state: program.states.append(nowhere)
      case .input: program.inputs.append(nowhere)
      case .constant, .operation: break
      }
    }
    for (index, value) in graph.values.enumerated() {
      let place = StepPlace(
        offset: permanentEnd, shape: value.shape, count: value.count)
      switch value.origin {
      case .constant(let numbers):
        program.constants.append((permanentEnd, numbers))
        takePermanent(index)
      case .parameter(let position):
        program.parameters[position] = place
        takePermanent(index)
      case .state(let position):
        program.states[position] = place
        takePermanent(index)
      case .input(let position):
        program.inputs[position] = place
        takePermanent(index)
      case .operation:
        if value.stage == .input, early.isStored[index], roots[index].value == index {
          takePermanent(index)
        }
      }
    }
  }

  /// Gives memory to each value from the unit that computes it to the last that reads it; values
  /// that do not live at the same time may share it. Returns where the memory ends.
  private mutating func layOutTransient(_ step: StepSchedule<S>, outputs: [Int]) -> Int {
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
    var end = permanentEnd
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
        let count = rounded(graph.values[value].count)
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
        release((offsets[value], rounded(graph.values[value].count)), into: &free)
      }
    }
    return end
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

  // MARK: Instructions

  private mutating func emit(_ schedule: StepSchedule<S>) {
    for unit in schedule.units {
      switch unit {
      case .single(let value):
        if let (_, product) = schedule.accumulations[value] {
          offsets[product] = offsets[value]
          emit(product, adds: true)
        } else {
          emit(value)
        }
      case .group(let group): emit(group, stored: schedule.isStored)
      }
    }
  }

  private mutating func emit(_ index: Int, adds: Bool = false) {
    let value = graph.values[index]
    let inputs = value.inputs.map { graph.values[$0] }
    var instruction = StepInstruction(code: .other)
    instruction.target = offset(index)
    instruction.adds = adds
    if let first = value.inputs.first { instruction.a = offset(first) }
    if value.inputs.count > 1 { instruction.b = offset(value.inputs[1]) }

    func setAxis(_ axis: Int) {
      let size = extents(inputs[0].shape, around: axis)
      (instruction.m, instruction.n, instruction.depth) = size
    }
    switch value.operation {
    case .matrixProduct(let left, let right):
      instruction.code = .product
      (instruction.transposesA, instruction.transposesB) = (left, right)
      (instruction.m, instruction.n) = (value.shape[0], value.shape[1])
      instruction.depth = left ? inputs[0].shape[0] : inputs[0].shape[1]
    case .matrixVectorProduct(let transposed):
      instruction.code = .matrixVector
      instruction.transposesA = transposed
      (instruction.m, instruction.n) = (inputs[0].shape[0], inputs[0].shape[1])
    case .outerProduct:
      instruction.code = .outer
      (instruction.m, instruction.n) = (inputs[0].count, inputs[1].count)
    case .innerProduct:
      instruction.code = .inner
      instruction.n = inputs[0].count
    case .sum:
      instruction.code = .total
      instruction.n = inputs[0].count
    case .sumTo(let shape) where elementCount(shape) == 1:
      instruction.code = .total
      instruction.n = inputs[0].count
    case .sumTo(let shape) where isSuffix(shape, of: inputs[0].shape) && value.count > 0:
      instruction.code = .sumAlong
      (instruction.m, instruction.n) = (1, inputs[0].count / value.count)
      instruction.depth = value.count
    case .sumAlong(let axis):
      instruction.code = .sumAlong
      setAxis(axis)
    case .largestAlong(let axis):
      instruction.code = .largestAlong
      setAxis(axis)
    case .softmax(let axis):
      instruction.code = .softmax
      setAxis(axis)
    case .logSoftmax(let axis):
      instruction.code = .logSoftmax
      setAxis(axis)
    case .concatenate(let axis):
      emitParts(of: value, along: axis, at: offset(index))
      return
    case .transpose:
      instruction.code = .transpose
      (instruction.m, instruction.n) = (inputs[0].shape[0], inputs[0].shape[1])
    default:
      instruction.a = program.others.count
      program.others.append(
        OtherInstruction(
          operation: value.operation,
          inputs: value.inputs.map { (graph.values[$0].shape, offset($0)) }, shape: value.shape,
          target: offset(index)))
    }
    if value.count > 0 || instruction.code == .other { program.instructions.append(instruction) }
  }

  /// Puts parts side by side.
  private mutating func emitParts(of value: StepGraph<S>.Value, along axis: Int, at start: Int) {
    let size = extents(value.shape, around: axis)
    var offset = start
    for input in value.inputs {
      var instruction = StepInstruction(code: .placeRows)
      let part = graph.values[input].shape[axis] * size.inner
      instruction.a = self.offset(input)
      instruction.target = offset
      (instruction.m, instruction.n) = (size.outer, part)
      instruction.depth = size.length * size.inner
      if size.outer * part > 0 { program.instructions.append(instruction) }
      offset += part
    }
  }

  private mutating func emit(_ group: StepSchedule<S>.Group, stored: [Bool]) {
    let columns = group.columns ?? group.count
    // Whole rows, if rows matter.
    let block =
      group.columns == nil
      ? min(group.count, blockLength) : min(group.count, max(1, blockLength / columns) * columns)
    var assignment = ScratchAssignment<S>(
      start: program.size, block: rounded(block), columns: columns)
    var lastUse: [Int: Int] = [:]
    for (position, member) in group.members.enumerated() {
      for operand in member.operands { lastUse[operand.value] = position }
    }
    let own = Set(group.members.map { $0.value })

    for (position, member) in group.members.enumerated() {
      let places = member.operands.map { operand in
        own.contains(operand.value) && operand.layout == .full
          ? assignment.places[operand.value]!
          : assignment.place(of: operand, at: offset(operand.value))
      }
      let target =
        stored[member.value]
        ? MicroPlace(offset: offset(member.value), pace: 1) : assignment.take()
      assignment.places[member.value] = target
      assignment.body.append(
        Microoperation(
          kind: places.count == 1 ? .ofOne : .ofTwo, code: member.code.on(backend), target: target,
          a: places[0], b: places.count == 1 ? places[0] : places[1],
          constant: S(member.constant)))
      for operand in member.operands
      where own.contains(operand.value) && lastUse[operand.value] == position
        && !stored[operand.value]
      {
        assignment.give(operand.value)
      }
    }
    scratchSize = max(scratchSize, assignment.count * rounded(block))
    let prelude = program.microoperations.count
    program.microoperations += assignment.prelude
    let body = program.microoperations.count
    program.microoperations += assignment.body
    program.groups.append(
      ElementwiseGroup(
        prelude: prelude, body: body, end: program.microoperations.count, count: group.count,
        columns: columns, block: block,
        isShort: group.count <= 12 && assignment.prelude.isEmpty
          && assignment.body.allSatisfy { $0.isPlain }))
    var instruction = StepInstruction(code: .group)
    instruction.a = program.groups.count - 1
    program.instructions.append(instruction)
  }
}

/// Which blocks of scratch memory a group's operations use.
private struct ScratchAssignment<S: Scalar> {
  let start: Int
  let block: Int
  let columns: Int
  var places: [Int: MicroPlace] = [:]
  var prelude: [Microoperation<S>] = []
  var body: [Microoperation<S>] = []
  /// How many blocks there are.
  private(set) var count = 0
  private var free: [Int] = []
  private var rows: [Int: MicroPlace] = [:]
  private var spread: [Int: MicroPlace] = [:]
  private var gathered: [[Int]: MicroPlace] = [:]

  init(start: Int, block: Int, columns: Int) {
    self.start = start
    self.block = block
    self.columns = columns
  }

  mutating func take() -> MicroPlace {
    if let offset = free.popLast() { return MicroPlace(offset: offset, pace: 0) }
    count += 1
    return MicroPlace(offset: start + (count - 1) * block, pace: 0)
  }

  mutating func give(_ value: Int) {
    if let place = places[value], place.pace == 0, !free.contains(place.offset) {
      free.append(place.offset)
    }
  }

  /// Where a block of an operand that the group does not compute is read.
  mutating func place(of operand: StepSchedule<S>.Operand, at offset: Int) -> MicroPlace {
    switch operand.layout {
    case .full: return MicroPlace(offset: offset, pace: 1)
    case .scalar: return MicroPlace(offset: offset, pace: 0, isScalar: true)
    case .row:
      if let place = rows[offset] { return place }
      let place = takeForGood()
      prelude.append(
        Microoperation(
          kind: .repeatRow, target: place, a: MicroPlace(offset: offset, pace: 0)))
      rows[offset] = place
      return place
    case .column:
      if let place = spread[offset] { return place }
      let place = takeForGood()
      body.append(
        Microoperation(
          kind: .spreadColumn, target: place, a: MicroPlace(offset: offset, pace: 0)))
      spread[offset] = place
      return place
    case .part(_, let stride, let first):
      let key = [offset, first, stride]
      if let place = gathered[key] { return place }
      let place = takeForGood()
      body.append(
        Microoperation(
          kind: .gatherRows, target: place, a: MicroPlace(offset: offset + first, pace: 0),
          rowStride: stride))
      gathered[key] = place
      return place
    }
  }

  /// A block that no other operation of the group gets, since it is read until the end.
  private mutating func takeForGood() -> MicroPlace {
    count += 1
    return MicroPlace(offset: start + (count - 1) * block, pace: 0)
  }
}
