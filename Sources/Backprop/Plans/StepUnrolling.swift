extension StepProgram {
  /// Replaces instructions on a few numbers by instructions on single ones: a loop over so few takes
  /// longer to begin than to run.
  mutating func unroll() {
    var unrolling = StepUnrolling(self)
    let input = unrolling.unrolled(instructions[..<inputInstructions])
    let step = unrolling.unrolled(instructions[inputInstructions...])
    instructions = input + step
    inputInstructions = input.count
    scalarInstructions = unrolling.result
    constants += unrolling.constants.map { ($0.offset, [$0.number]) }
    size = unrolling.size
  }
}

/// The unrolling of a program: the same operations in the same order, so that the bits are the same.
private struct StepUnrolling<S: Scalar> {
  private let program: StepProgram<S>
  private(set) var result: [ScalarInstruction] = []
  /// Numbers that the instructions read, and where they are.
  private(set) var constants: [(number: S, offset: Int)] = []
  private(set) var size: Int
  /// The place of a sum that is on its way.
  private let scratch: Int

  /// Up to how many numbers an elementwise operation is unrolled, and up to how many products one of
  /// matrices.
  private let elementwiseLimit = 12
  private let productLimit = 64

  init(_ program: StepProgram<S>) {
    self.program = program
    scratch = program.size
    size = program.size + 1
  }

  /// The instructions, with those on a few numbers replaced.
  mutating func unrolled(_ instructions: ArraySlice<StepInstruction>) -> [StepInstruction] {
    guard size < Int32.max / 2 else { return Array(instructions) }
    var unrolled: [StepInstruction] = []
    for instruction in instructions {
      let start = result.count
      guard isShort(instruction) else {
        unrolled.append(instruction)
        continue
      }
      append(instruction)
      if let last = unrolled.indices.last, unrolled[last].code == .scalars {
        unrolled[last].b = result.count
      } else {
        var scalars = StepInstruction(code: .scalars)
        (scalars.a, scalars.b) = (start, result.count)
        unrolled.append(scalars)
      }
    }
    return unrolled
  }

  private func isShort(_ instruction: StepInstruction) -> Bool {
    let (m, n, depth) = (instruction.m, instruction.n, instruction.depth)
    return switch instruction.code {
    case .group: program.groups[instruction.a].count <= elementwiseLimit
    case .product: m * n * depth <= productLimit && depth > 0
    case .matrixVector: m * n <= productLimit && m > 0 && n > 0
    case .sumAlong: m * n * depth <= productLimit && n > 0
    case .outer, .transpose, .placeRows: m * n <= productLimit
    case .inner, .total: n <= elementwiseLimit && n > 0
    case .largestAlong, .softmax, .logSoftmax, .other, .scalars: false
    }
  }

  // MARK: Instructions

  private mutating func append(_ instruction: StepInstruction) {
    let (target, a, b) = (instruction.target, instruction.a, instruction.b)
    let (m, n, depth) = (instruction.m, instruction.n, instruction.depth)
    switch instruction.code {
    case .group:
      let group = program.groups[a]
      for operation in program.microoperations[group.prelude..<group.end] {
        append(operation, of: group)
      }
    case .product:
      let (aRow, aColumn) = instruction.transposesA ? (1, m) : (depth, 1)
      let (bRow, bColumn) = instruction.transposesB ? (1, depth) : (n, 1)
      for i in 0..<m {
        for j in 0..<n {
          appendInner(
            target + i * n + j, a + i * aRow, aColumn, b + j * bColumn, bRow, count: depth,
            adds: instruction.adds)
        }
      }
    case .matrixVector where instruction.transposesA:
      for j in 0..<n { appendInner(target + j, a + j, n, b, 1, count: m) }
    case .matrixVector:
      for i in 0..<m { appendInner(target + i, a + i * n, 1, b, 1, count: n) }
    case .outer:
      for i in 0..<m {
        for j in 0..<n { append(.multiply, target + i * n + j, a + i, b + j) }
      }
    case .inner: appendInner(target, a, 1, b, 1, count: n)
    case .total: appendSum(target, a, 1, count: n)
    case .sumAlong:
      for o in 0..<m {
        for i in 0..<depth {
          appendSum(target + o * depth + i, a + o * n * depth + i, depth, count: n)
        }
      }
    case .transpose:
      for i in 0..<m {
        for j in 0..<n { append(.copy, target + j * m + i, a + i * n + j) }
      }
    case .placeRows:
      for row in 0..<m {
        for j in 0..<n { append(.copy, target + row * depth + j, a + row * n + j) }
      }
    case .largestAlong, .softmax, .logSoftmax, .other, .scalars: break
    }
  }

  /// An elementwise operation on all the numbers of a group.
  private mutating func append(_ operation: Microoperation<S>, of group: ElementwiseGroup) {
    let (target, a, b) = (operation.target.offset, operation.a, operation.b)
    let code = operation.code
    if operation.kind == .ofOne, code.hasVectors(of: S.self), group.count >= 4, !a.isScalar {
      // What comes after the numbers, up to a multiple of sixteen, is nobody's.
      append(.eights(code), target, a.offset, (group.count + 7) / 8)
      return
    }
    for i in 0..<group.count {
      let (row, column) = (i / group.columns, i % group.columns)
      switch operation.kind {
      case .ofOne:
        let place = a.isScalar ? a.offset : a.offset + i
        append(
          code, target + i, place, code.takesConstant ? constant(operation.constant) : place)
      case .ofTwo:
        append(
          code, target + i, a.isScalar ? a.offset : a.offset + i,
          b.isScalar ? b.offset : b.offset + i)
      case .repeatRow: append(.copy, target + i, a.offset + column)
      case .spreadColumn: append(.copy, target + i, a.offset + row)
      case .gatherRows:
        append(.copy, target + i, a.offset + row * operation.rowStride + column)
      }
    }
  }

  // MARK: Single numbers

  private mutating func append(_ code: ElementwiseCode, _ target: Int, _ a: Int, _ b: Int? = nil) {
    append(.elementwise(code), target, a, b ?? a)
  }

  private mutating func append(_ code: ScalarInstruction.Code, _ target: Int, _ a: Int, _ b: Int) {
    result.append(
      ScalarInstruction(code: code, target: Int32(target), a: Int32(a), b: Int32(b)))
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
    if adds { append(.add, target, target, sum) }
  }

  private mutating func appendSum(_ target: Int, _ a: Int, _ stride: Int, count: Int) {
    append(.add, target, constant(0), a)
    for i in 1..<count { append(.add, target, target, a + i * stride) }
  }

  private mutating func constant(_ number: S) -> Int {
    let known = constants.first { $0.number == number && $0.number.sign == number.sign }
    if let known { return known.offset }
    constants.append((number, size))
    size += 1
    return size - 1
  }
}
