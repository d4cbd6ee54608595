extension StepProgram {
  /// Replaces instructions on a few numbers by instructions on single ones: a loop over so few
  /// takes longer to begin than to run.
  mutating func scalarize() {
    var scalarization = Scalarization(self)
    let input = scalarization.scalarized(instructions[..<inputInstructions])
    let step = scalarization.scalarized(instructions[inputInstructions...])
    instructions = input + step
    inputInstructions = input.count
    scalarInstructions = scalarization.result
    scalarKernels = scalarization.kernels
    constants += scalarization.constants.map { ($0.offset, [$0.number]) }
    size = scalarization.size
  }
}

/// A program in which instructions on a few numbers are replaced by ones on single numbers: the
/// same operations in the same order, so that the bits are the same.
private struct Scalarization<S: Scalar> {
  private let program: StepProgram<S>
  private(set) var result: [ScalarInstruction] = []
  /// The functions of one number that they compute, each once.
  private(set) var kernels: [UnaryKernel] = []
  /// Numbers that the instructions read, and where they are.
  private(set) var constants: [(number: S, offset: Int)] = []
  private(set) var size: Int
  /// The place of a sum that is not complete yet.
  private let scratch: Int

  /// Up to how many numbers an elementwise operation is replaced, and up to how many products one
  /// of matrices.
  private let elementwiseLimit = 12
  private let productLimit = 64

  init(_ program: StepProgram<S>) {
    self.program = program
    scratch = program.size
    size = program.size + 1
  }

  /// The instructions, with those on a few numbers replaced.
  mutating func scalarized(_ instructions: ArraySlice<StepInstruction>) -> [StepInstruction] {
    guard size < Int32.max / 2 else { return Array(instructions) }
    var scalarized: [StepInstruction] = []
    for instruction in instructions {
      let start = result.count
      guard append(instruction) else {
        scalarized.append(instruction)
        continue
      }
      if case .scalars(let before) = scalarized.last {
        scalarized[scalarized.count - 1] = .scalars(before.lowerBound..<result.count)
      } else {
        scalarized.append(.scalars(start..<result.count))
      }
    }
    return scalarized
  }

  // MARK: Instructions

  /// Appends what stands for an instruction; false if it is long, and stays.
  private mutating func append(_ instruction: StepInstruction) -> Bool {
    switch instruction {
    case .group(let index):
      let group = program.groups[index]
      // Each operation may need a kernel, whose place is a number of 16 bits.
      guard group.count <= elementwiseLimit,
        kernels.count + (group.end - group.prelude) <= UInt16.max
      else { return false }
      for operation in program.microoperations[group.prelude..<group.end] {
        append(operation, of: group)
      }
      return true
    case .kernel(let kernel): return append(kernel)
    case .scalars, .eager: return false
    }
  }

  /// Appends what stands for a kernel; false if it is long, and stays.
  private mutating func append(_ kernel: KernelInstruction) -> Bool {
    let (target, a, b) = (kernel.target, kernel.a, kernel.b)
    let (m, n, depth) = (kernel.m, kernel.n, kernel.depth)
    switch kernel.code {
    case .product:
      guard m * n * depth <= productLimit, depth > 0 else { return false }
      let (aRow, aColumn) = kernel.transposesA ? (1, m) : (depth, 1)
      let (bRow, bColumn) = kernel.transposesB ? (1, depth) : (n, 1)
      for i in 0..<m {
        for j in 0..<n {
          appendInner(
            target + i * n + j, a + i * aRow, aColumn, b + j * bColumn, bRow, count: depth,
            adds: kernel.adds)
        }
      }
    case .matrixVector:
      guard m * n <= productLimit, m > 0, n > 0 else { return false }
      if kernel.transposesA {
        for j in 0..<n { appendInner(target + j, a + j, n, b, 1, count: m) }
      } else {
        for i in 0..<m { appendInner(target + i, a + i * n, 1, b, 1, count: n) }
      }
    case .outer:
      guard m * n <= productLimit else { return false }
      for i in 0..<m {
        for j in 0..<n { append(.binary(.multiply), target + i * n + j, a + i, b + j) }
      }
    case .inner:
      guard n <= elementwiseLimit, n > 0 else { return false }
      appendInner(target, a, 1, b, 1, count: n)
    case .total:
      guard n <= elementwiseLimit, n > 0 else { return false }
      appendSum(target, a, 1, count: n)
    case .sumAlong:
      guard m * n * depth <= productLimit, n > 0 else { return false }
      for o in 0..<m {
        for i in 0..<depth {
          appendSum(target + o * depth + i, a + o * n * depth + i, depth, count: n)
        }
      }
    case .transpose:
      guard m * n <= productLimit else { return false }
      for i in 0..<m {
        for j in 0..<n { append(.unary(.copy), target + j * m + i, a + i * n + j) }
      }
    case .placeRows:
      guard m * n <= productLimit else { return false }
      for row in 0..<m {
        for j in 0..<n { append(.unary(.copy), target + row * depth + j, a + row * n + j) }
      }
    case .largestAlong, .softmax, .logSoftmax: return false
    }
    return true
  }

  /// An elementwise operation on all the numbers of a group.
  private mutating func append(_ operation: Microoperation<S>, of group: ElementwiseGroup) {
    let target = operation.target.offset
    if case .unary(let kernel, let a) = operation.kind, kernel.hasVectors,
      group.count >= 4, !a.isScalar
    {
      // What follows the numbers, up to a multiple of sixteen, belongs to no tensor.
      append(.unary(.eights), kernel, target, a.offset, (group.count + 7) / 8)
      return
    }
    for i in 0..<group.count {
      let (row, column) = (i / group.columns, i % group.columns)
      switch operation.kind {
      case .unary(let kernel, let a):
        let place = a.isScalar ? a.offset : a.offset + i
        if kernel == .exact(.identity) {
          append(.unary(.copy), target + i, place)
        } else {
          append(.unary(.one), kernel, target + i, place, place)
        }
      case .binary(let function, let a, let b):
        append(
          .binary(function), target + i, a.isScalar ? a.offset : a.offset + i,
          b.isScalar ? b.offset : b.offset + i)
      case .repeatRow(let place): append(.unary(.copy), target + i, place + column)
      case .spreadColumn(let place): append(.unary(.copy), target + i, place + row)
      case .gatherRows(let place, let stride):
        append(.unary(.copy), target + i, place + row * stride + column)
      }
    }
  }

  // MARK: Single numbers

  private mutating func append(
    _ code: ScalarInstruction.Code, _ target: Int, _ a: Int, _ b: Int? = nil
  ) {
    let b = b ?? a
    result.append(
      ScalarInstruction(code: code, target: Int32(target), a: Int32(a), b: Int32(b)))
  }

  private mutating func append(
    _ code: ScalarInstruction.Code, _ kernel: UnaryKernel, _ target: Int, _ a: Int, _ b: Int
  ) {
    append(code, target, a, b)
    let place = kernels.firstIndex(of: kernel) ?? kernels.count
    if place == kernels.count { kernels.append(kernel) }
    result[result.count - 1].kernel = UInt16(place)
  }

  /// `Σ aᵢ bᵢ`, or that added to what is there.
  private mutating func appendInner(
    _ target: Int, _ a: Int, _ aStride: Int, _ b: Int, _ bStride: Int, count: Int,
    adds: Bool = false
  ) {
    let sum = adds ? scratch : target
    for i in 0..<count {
      append(i == 0 ? .product : .addProduct, sum, a + i * aStride, b + i * bStride)
    }
    if adds { append(.binary(.add), target, target, sum) }
  }

  private mutating func appendSum(_ target: Int, _ a: Int, _ stride: Int, count: Int) {
    append(.binary(.add), target, constant(0), a)
    for i in 1..<count { append(.binary(.add), target, target, a + i * stride) }
  }

  private mutating func constant(_ number: S) -> Int {
    let known = constants.first { $0.number == number && $0.number.sign == number.sign }
    if let known { return known.offset }
    constants.append((number, size))
    size += 1
    return size - 1
  }
}
