/// A step's program and the memory in which it runs, with the parameters in it.
final class RecordedStep<S: Scalar> {
  let program: StepProgram<S>
  private let memory: UnsafeMutablePointer<S>
  /// What the memory holds of the input: the same arrays need no copying.
  private var inputs: [Tensor<S>] = []

  init(_ program: StepProgram<S>) {
    self.program = program
    memory = Self.allocated(program.size)
    memory.initialize(repeating: 0, count: program.size)
    for (offset, numbers) in program.constants { write(numbers, at: offset) }
  }

  init(copying other: RecordedStep) {
    program = other.program
    memory = Self.allocated(program.size)
    memory.initialize(from: other.memory, count: program.size)
    inputs = other.inputs
  }

  deinit { UnsafeMutableRawPointer(memory).deallocate() }

  /// Lines of the cache begin where tensors do.
  private static func allocated(_ count: Int) -> UnsafeMutablePointer<S> {
    UnsafeMutableRawPointer.allocate(
      byteCount: count * MemoryLayout<S>.stride, alignment: 64
    ).bindMemory(to: S.self, capacity: count)
  }

  private func write(_ numbers: [S], at offset: Int) {
    numbers.withUnsafeBufferPointer { numbers in
      if let first = numbers.baseAddress {
        (memory + offset).update(from: first, count: numbers.count)
      }
    }
  }

  // MARK: Parameters and states

  /// Takes the parameters and states of a model.
  func take(parameters: [Tensor<S>], states: [Tensor<S>]) {
    for (place, tensor) in zip(program.parameters, parameters) {
      write(tensor.values, at: place.offset)
    }
    for (place, tensor) in zip(program.states, states) { write(tensor.values, at: place.offset) }
  }

  /// The parameters as they are now.
  var parameters: [Tensor<S>] { program.parameters.map(tensor) }

  /// The derivatives that the last run has brought.
  var gradients: [Tensor<S>] { program.gradients.map(tensor) }

  /// The states as they are now.
  var states: [Tensor<S>] { program.states.map(tensor) }

  private func tensor(_ place: StepPlace) -> Tensor<S> { place.tensor(in: memory) }

  // MARK: Running

  /// Whether the step was recorded for inputs of these shapes.
  @inline(__always)
  func takes(_ x: Tensor<S>, _ y: Tensor<S>) -> Bool {
    program.inputs[0].shape == x.shape && program.inputs[1].shape == y.shape
  }

  /// Computes the loss, the derivatives and the new states.
  @_specialize(where S == Double)
  @_specialize(where S == Float)
  func run(_ x: Tensor<S>, _ y: Tensor<S>, _ backend: Backend, _ generator: inout RandomNumbers)
    -> S
  {
    if inputs.isEmpty || !isSame(inputs[0], x) || !isSame(inputs[1], y) {
      write(x.values, at: program.inputs[0].offset)
      write(y.values, at: program.inputs[1].offset)
      inputs = [x, y]
      compute(forInput: true, backend, &generator)
    }
    return runAgain(backend, &generator)
  }

  /// Computes the loss, the derivatives and the new states for the input that is in the memory.
  @inline(__always)
  func runAgain(_ backend: Backend, _ generator: inout RandomNumbers) -> S {
    compute(forInput: false, backend, &generator)
    let loss = memory[program.loss.offset]
    for (place, next) in zip(program.states, program.nextStates) where place.offset != next.offset {
      (memory + place.offset).update(from: memory + next.offset, count: place.count)
    }
    return loss
  }

  /// Runs the instructions, without subnormal numbers on the accelerated backend: as training converges
  /// there would be ever more of them. Changing the processor's mode takes as long as a few dozen
  /// instructions, which short programs are not made to pay.
  @inline(__always)
  private func compute(
    forInput: Bool, _ backend: Backend, _ generator: inout RandomNumbers
  ) {
    SubnormalNumbers.flushed(if: backend == .accelerated && program.size > 1024) {
      program.run(memory, forInput: forInput, backend: backend, generator: &generator)
    }
  }

  /// Whether two tensors are one array; what is kept here can't change.
  @inline(__always)
  private func isSame(_ a: Tensor<S>, _ b: Tensor<S>) -> Bool {
    a.values.withUnsafeBufferPointer { $0.baseAddress }
      == b.values.withUnsafeBufferPointer { $0.baseAddress }
  }

  /// Calls a closure with each parameter, its derivative and its place in order.
  @_specialize(where S == Double)
  @_specialize(where S == Float)
  func eachParameter(_ body: (ParameterBuffer<S>, GradientBuffer<S>, Int) -> Void) {
    for index in 0..<program.parameters.count {
      let (place, slope) = (program.parameters[index], program.gradients[index])
      body(
        ParameterBuffer(start: memory + place.offset, count: place.count),
        GradientBuffer(start: memory + slope.offset, count: place.count), index)
    }
  }
}
