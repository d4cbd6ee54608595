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
    program.scalarize()
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
      switch value.computation {
      case .leaf(.constant(let numbers)):
        program.constants.append((layout.offset(index), numbers))
      case .leaf(.parameter(let position)): parameters[position] = index
      case .leaf(.state(let position)): states[position] = index
      case .leaf(.input(let position)): inputs[position] = index
      case .leaf(.random), .unary, .binary, .variadic: break
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
          emit(product, addingTo: value)
        } else {
          emit(value)
        }
      case .group(let group): emit(group, stored: schedule.isStored)
      }
    }
  }

  /// Emits the instructions of a value, or those that add it to a sum where that is.
  private mutating func emit(_ index: Int, addingTo sum: Int? = nil) {
    let target = layout.place(sum ?? index)
    let kernels: [KernelInstruction]?
    switch graph.values[index].computation {
    case .leaf: kernels = nil
    case .unary(let operation, let x):
      kernels = KernelInstruction(operation, layout.place(x), to: target).map { [$0] }
    case .binary(let operation, let a, let b):
      let (a, b) = (layout.place(a), layout.place(b))
      kernels =
        KernelInstruction.batchedProducts(operation, a, b, to: target)
        ?? KernelInstruction(operation, a, b, to: target).map { [$0] }
    case .variadic(let operation, let inputs):
      kernels = KernelInstruction.kernels(
        of: operation, inputs.map { layout.place($0) }, to: target)
    }
    guard let kernels else {
      emitEager(graph.values[index].computation, to: target)
      return
    }
    for var kernel in kernels where target.count > 0 {
      kernel.adds = sum != nil
      program.instructions.append(.kernel(kernel))
    }
  }

  private mutating func emitEager(
    _ computation: Computation<StepLeaf<S>, Int>, to target: StepPlace
  ) {
    let eager: Computation<RandomOperation, StepPlace>
    switch computation {
    case .leaf(.random(let operation)): eager = .leaf(operation)
    // What is given needs no instruction.
    case .leaf(.constant), .leaf(.parameter), .leaf(.state), .leaf(.input): return
    case .unary(let operation, let x): eager = .unary(operation, layout.place(x))
    case .binary(let operation, let a, let b):
      eager = .binary(operation, layout.place(a), layout.place(b))
    case .variadic(let operation, let inputs):
      eager = .variadic(operation, inputs.map { layout.place($0) })
    }
    program.instructions.append(.eager(program.eagerInstructions.count))
    program.eagerInstructions.append(
      EagerInstruction(computation: eager, target: target.offset))
  }

  private mutating func emit(_ group: StepSchedule<S>.Group, stored: [Bool]) {
    let columns = group.columns ?? group.count
    // Whole rows, if rows matter.
    let block =
      group.columns == nil
      ? min(group.count, blockLength) : min(group.count, max(1, blockLength / columns) * columns)
    var registers = RegisterAllocation<S>(
      start: layout.end, block: StepLayout<S>.rounded(block), columns: columns)
    var lastUse: [Int: Int] = [:]
    for (position, member) in group.members.enumerated() {
      for operand in member.operands { lastUse[operand.value] = position }
    }
    let own = Set(group.members.map { $0.value })

    for (position, member) in group.members.enumerated() {
      func place(_ operand: StepSchedule<S>.Operand) -> MicroPlace {
        own.contains(operand.value) && operand.layout == .full
          ? registers.places[operand.value]!
          : registers.place(of: operand, at: layout.offset(operand.value))
      }
      let kind: Microoperation<S>.Kind =
        switch member.function {
        case .unary(let function, let x): .unary(UnaryKernel(function, on: backend), place(x))
        case .binary(let function, let a, let b): .binary(function, place(a), place(b))
        }
      let target =
        stored[member.value]
        ? MicroPlace(offset: layout.offset(member.value), pace: 1) : registers.take()
      registers.places[member.value] = target
      registers.body.append(Microoperation(kind: kind, target: target))
      for operand in member.operands
      where own.contains(operand.value) && lastUse[operand.value] == position
        && !stored[operand.value]
      {
        registers.give(operand.value)
      }
    }
    scratchSize = max(scratchSize, registers.count * StepLayout<S>.rounded(block))
    let prelude = program.microoperations.count
    program.microoperations += registers.prelude
    let body = program.microoperations.count
    program.microoperations += registers.body
    program.groups.append(
      ElementwiseGroup(
        prelude: prelude, body: body, end: program.microoperations.count, count: group.count,
        columns: columns, block: block))
    program.instructions.append(.group(program.groups.count - 1))
  }
}
