extension StepProgram {
  /// The program of a step.
  init(_ graph: StepGraph<S>, for backend: Backend) {
    var builder = StepProgramBuilder(graph, backend)
    builder.build()
    self = builder.program
  }
}

/// Turns a step's values into instructions.
private struct StepProgramBuilder<S: Scalar> {
  let graph: StepGraph<S>
  let backend: Backend
  var program = StepProgram<S>()
  private let step: StepSchedule<S>
  private let early: StepSchedule<S>
  private let layout: StepLayout<S>
  /// The memory that blocks of elementwise operations use.
  private var scratchSize = 0

  /// Numbers in a block: a handful of blocks stay in the nearest cache.
  private let blockLength = 512

  init(_ graph: StepGraph<S>, _ backend: Backend) {
    self.graph = graph
    self.backend = backend
    let outputs = [graph.loss] + graph.gradients + graph.states
    step = StepSchedule(graph, stage: .step, outputs: outputs)
    early = StepSchedule(graph, stage: .input, outputs: Self.readEarly(graph) + outputs)
    layout = StepLayout(graph, step, early: early, outputs: outputs)
  }

  mutating func build() {
    namePlaces()
    emit(early)
    program.inputInstructions = program.instructions.count
    emit(step)
    program.size = layout.end + scratchSize
    program.unroll()
  }

  /// The values that depend on the input alone and that each step reads.
  private static func readEarly(_ graph: StepGraph<S>) -> [Int] {
    var result: [Int] = []
    for value in graph.values where value.stage == .step {
      for input in value.inputs where graph.values[input].stage == .input { result.append(input) }
    }
    return result
  }

  /// Notes where what comes in and goes out is.
  private mutating func namePlaces() {
    var (parameters, states, inputs) = ([Int: Int](), [Int: Int](), [Int: Int]())
    for (index, value) in graph.values.enumerated() {
      switch value.origin {
      case .constant(let numbers): program.constants.append((layout.offset(index), numbers))
      case .parameter(let position): parameters[position] = index
      case .state(let position): states[position] = index
      case .input(let position): inputs[position] = index
      case .operation: break
      }
    }
    func places(_ values: [Int: Int]) -> [StepPlace] {
      (0..<values.count).map { layout.place(values[$0]!) }
    }
    program.parameters = places(parameters)
    program.states = places(states)
    program.inputs = places(inputs)
    program.loss = layout.place(graph.loss)
    program.gradients = graph.gradients.map { layout.place($0) }
    program.nextStates = graph.states.map { layout.place($0) }
  }

  private mutating func emit(_ schedule: StepSchedule<S>) {
    for unit in schedule.units {
      switch unit {
      case .single(let value):
        if let (_, product) = schedule.accumulations[value] {
          emit(product, addingAt: layout.offset(value))
        } else {
          emit(value)
        }
      case .group(let group): emit(group, stored: schedule.isStored)
      }
    }
  }

  private mutating func emit(_ index: Int, addingAt sum: Int? = nil) {
    let value = graph.values[index]
    let inputs = value.inputs.map { graph.values[$0] }
    var instruction = StepInstruction(code: .other)
    instruction.target = sum ?? layout.offset(index)
    instruction.adds = sum != nil
    if let first = value.inputs.first { instruction.a = layout.offset(first) }
    if value.inputs.count > 1 { instruction.b = layout.offset(value.inputs[1]) }

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
      emitParts(of: value, along: axis, at: layout.offset(index))
      return
    case .transpose:
      instruction.code = .transpose
      (instruction.m, instruction.n) = (inputs[0].shape[0], inputs[0].shape[1])
    default:
      instruction.a = program.others.count
      program.others.append(
        OtherInstruction(
          operation: value.operation,
          inputs: value.inputs.map { (graph.values[$0].shape, layout.offset($0)) },
          shape: value.shape,
          target: layout.offset(index)))
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
      instruction.a = layout.offset(input)
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
      start: layout.end, block: StepLayout<S>.rounded(block), columns: columns)
    var lastUse: [Int: Int] = [:]
    for (position, member) in group.members.enumerated() {
      for operand in member.operands { lastUse[operand.value] = position }
    }
    let own = Set(group.members.map { $0.value })

    for (position, member) in group.members.enumerated() {
      let places = member.operands.map { operand in
        own.contains(operand.value) && operand.layout == .full
          ? assignment.places[operand.value]!
          : assignment.place(of: operand, at: layout.offset(operand.value))
      }
      let target =
        stored[member.value]
        ? MicroPlace(offset: layout.offset(member.value), pace: 1) : assignment.take()
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
    scratchSize = max(scratchSize, assignment.count * StepLayout<S>.rounded(block))
    let prelude = program.microoperations.count
    program.microoperations += assignment.prelude
    let body = program.microoperations.count
    program.microoperations += assignment.body
    program.groups.append(
      ElementwiseGroup(
        prelude: prelude, body: body, end: program.microoperations.count, count: group.count,
        columns: columns, block: block))
    var instruction = StepInstruction(code: .group)
    instruction.a = program.groups.count - 1
    program.instructions.append(instruction)
  }
}
