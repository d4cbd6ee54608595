/// A step as instructions on one block of memory, whose layout was fixed beforehand.
struct StepProgram<S: Scalar> {
  var size = 0
  var instructions: [StepInstruction] = []
  /// How many of the instructions run only when the input is another one.
  var inputInstructions = 0
  var groups: [ElementwiseGroup] = []
  var microoperations: [Microoperation<S>] = []
  var scalarInstructions: [ScalarInstruction] = []
  var others: [OtherInstruction] = []
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
            for place in range {
              let instruction = instructions[place]
              switch instruction.code {
              case .scalars: scalars.run(instruction.a..<instruction.b, on: memory)
              case .group: run(groups[instruction.a], microoperations, memory)
              case .other: run(others[instruction.a], memory, &generator)
              default: run(instruction, memory, backend)
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
    _ instruction: StepInstruction, _ memory: UnsafeMutablePointer<S>, _ backend: Backend
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
    case .sumAlong: reduce(a, (m, n, depth), from: 0, into: target) { $0 + $1 }
    case .largestAlong:
      reduce(a, (m, n, depth), from: -S.infinity, into: target) { larger($0, $1) }
    case .softmax: normalizeExponentials(a, (m, n, depth), into: target)
    case .logSoftmax: normalizeLogits(a, (m, n, depth), into: target)
    case .placeRows:
      for row in 0..<m { (target + row * depth).update(from: a + row * n, count: n) }
    case .transpose: transpose(a, m, n, rowStride: n, into: target, rowStride: m)
    case .scalars, .group, .other: break
    }
  }

  @inline(never)
  private func run(
    _ other: OtherInstruction, _ memory: UnsafeMutablePointer<S>, _ generator: inout RandomNumbers
  ) {
    let inputs = other.inputs.map { shape, place in
      Tensor(
        unchecked: shape,
        Array(UnsafeBufferPointer(start: memory + place, count: elementCount(shape))))
    }
    let result: Tensor<S>
    switch (inputs.count, other.operation) {
    case (0, .keepMask(let rate, let shape)):
      result = Tensor(
        unchecked: shape, drawnKeepMask(count: elementCount(shape), rate: rate, using: &generator))
    case (1, .concatenate), (1, .stack): result = other.operation.evaluate(inputs)
    case (1, _): result = other.operation.evaluate(inputs[0])
    case (2, .concatenate), (2, .stack): result = other.operation.evaluate(inputs)
    case (2, _): result = other.operation.evaluate(inputs[0], inputs[1])
    default: result = other.operation.evaluate(inputs)
    }
    let target = memory + other.target
    result.values.withUnsafeBufferPointer { numbers in
      for i in 0..<numbers.count { target[i] = numbers[i] }
    }
  }
}

/// What is not elementwise, each on whole tensors.
struct StepInstruction {
  enum Code: UInt8 {
    case scalars, group, product, matrixVector, outer, inner, total, sumAlong, largestAlong, softmax
    case logSoftmax, transpose, placeRows, other
  }
  var code: Code
  /// Places in memory; for a group and `other`, places in their lists; for single numbers the first
  /// place in their list and the end.
  var a = 0
  var b = 0
  var target = 0
  /// Lengths: of a product `m`, `n` and `depth`; around an axis `outer`, `length` and `inner`; of placed
  /// rows their number, their length, and how far apart they go.
  var m = 0
  var n = 0
  var depth = 0
  /// Whether the factors are taken transposed.
  var transposesA = false
  var transposesB = false
  /// Whether the result is added to what is there.
  var adds = false
}

/// Elementwise operations that go through tensors of one size block by block.
struct ElementwiseGroup {
  /// The places of its first operations: those run once before the first block, then those run in
  /// each, up to `end`.
  var prelude: Int
  var body: Int
  var end: Int
  var count: Int
  var columns: Int
  var block: Int
}

/// An operation without an instruction of its own: it runs as outside of a plan.
struct OtherInstruction {
  var operation: Operation
  var inputs: [(shape: [Int], place: Int)]
  var shape: [Int]
  var target: Int
}

/// Numbers of the step: where they are, and their shape.
struct StepPlace {
  var offset: Int
  var shape: [Int]
  var count: Int
}
