/// A step as instructions on one block of memory, whose layout was fixed beforehand.
struct StepProgram<S: Scalar> {
  var size = 0
  var instructions: [StepInstruction] = []
  /// How many of the instructions run only when the input is another one.
  var inputInstructions = 0
  var groups: [ElementwiseGroup] = []
  var microoperations: [Microoperation<S>] = []
  var scalarInstructions: [ScalarInstruction] = []
  /// The functions of one number that scalar instructions compute.
  var scalarKernels: [UnaryKernel] = []
  var eagerInstructions: [EagerInstruction] = []
  var constants: [(offset: Int, numbers: [S])] = []
  var parameters: [StepPlace] = []
  var states: [StepPlace] = []
  var inputs: [StepPlace] = []
  var loss = StepPlace(offset: 0, shape: [], count: 1)
  var gradients: [StepPlace] = []
  var nextStates: [StepPlace] = []

  /// Runs the instructions that depend on the input alone, or all others.
  @_specialize(where S == Double)
  @_specialize(where S == Float)
  func run(
    _ memory: UnsafeMutablePointer<S>, forInput: Bool, backend: Backend,
    generator: inout RandomNumbers
  ) {
    let range =
      forInput ? 0..<inputInstructions : inputInstructions..<instructions.count
    instructions.withUnsafeBufferPointer { instructions in
      groups.withUnsafeBufferPointer { groups in
        microoperations.withUnsafeBufferPointer { microoperations in
          scalarInstructions.withUnsafeBufferPointer { scalars in
            scalarKernels.withUnsafeBufferPointer { kernels in
              for place in range {
                switch instructions[place] {
                case .scalars(let range): scalars.run(range, kernels, on: memory)
                case .group(let index): run(groups[index], microoperations, memory)
                case .kernel(let instruction): run(instruction, memory, backend)
                case .eager(let index): run(eagerInstructions[index], memory, &generator)
                }
              }
            }
          }
        }
      }
    }
  }

  @inline(__always)
  private func run(
    _ group: ElementwiseGroup, _ microoperations: UnsafeBufferPointer<Microoperation<S>>,
    _ memory: UnsafeMutablePointer<S>
  ) {
    for place in group.prelude..<group.body {
      microoperations[place].run(
        memory, start: 0, count: min(group.block, group.count), columns: group.columns)
    }
    var start = 0
    while start < group.count {
      let count = min(group.block, group.count - start)
      for place in group.body..<group.end {
        microoperations[place].run(memory, start: start, count: count, columns: group.columns)
      }
      start += count
    }
  }

  @inline(__always)
  private func run(
    _ instruction: KernelInstruction, _ memory: UnsafeMutablePointer<S>, _ backend: Backend
  ) {
    let (a, b) = (UnsafePointer(memory + instruction.a), UnsafePointer(memory + instruction.b))
    let target = memory + instruction.target
    let (m, n, depth) = (instruction.m, instruction.n, instruction.depth)
    switch instruction.code {
    case .product:
      S.multiply(
        ProductTask(
          m: m, n: n, depth: depth,
          a: instruction.transposesA
            ? Strided(base: a, row: 1, column: m) : Strided(base: a, row: depth, column: 1),
          b: instruction.transposesB
            ? Strided(base: b, row: 1, column: depth) : Strided(base: b, row: n, column: 1),
          c: target, adds: instruction.adds), backend)
    case .matrixVector:
      multiply(a, m, n, transposed: instruction.transposesA, b, into: target)
    case .outer: multiplyOuter(a, m, b, n, into: target)
    case .inner: target[0] = innerProduct(a, b, n)
    case .total: target[0] = total(a, n)
    case .sumAlong: sumAlong(a, (m, n, depth), into: target)
    case .largestAlong:
      reduce(a, (m, n, depth), from: -S.infinity, into: target) { larger($0, $1) }
    case .softmax: normalizeExponentials(a, (m, n, depth), into: target)
    case .logSoftmax: normalizeLogits(a, (m, n, depth), into: target)
    case .placeRows:
      for row in 0..<m { (target + row * depth).update(from: a + row * n, count: n) }
    case .transpose: transpose(a, m, n, rowStride: n, into: target, rowStride: m)
    }
  }

  @inline(never)
  private func run(
    _ instruction: EagerInstruction, _ memory: UnsafeMutablePointer<S>,
    _ generator: inout RandomNumbers
  ) {
    func tensor(_ place: StepPlace) -> Tensor<S> { place.tensor(in: memory) }
    let result: Tensor<S> =
      switch instruction.computation {
      case .leaf(let operation): operation.draw(using: &generator)
      case .unary(let operation, let x): operation.evaluate(tensor(x))
      case .binary(let operation, let a, let b): operation.evaluate(tensor(a), tensor(b))
      case .variadic(let operation, let inputs): operation.evaluate(inputs.map { tensor($0) })
      }
    let target = memory + instruction.target
    result.values.withUnsafeBufferPointer { numbers in
      for i in 0..<numbers.count { target[i] = numbers[i] }
    }
  }
}
