// Which kernel computes an operation in a program. An operation without one runs eagerly.

extension KernelInstruction {
  /// The kernel of an operation on one tensor; nil if it has none.
  init?(_ operation: UnaryOperation, _ x: StepPlace, to target: StepPlace) {
    func along(_ axis: Int, _ code: Code) -> KernelInstruction {
      let (outer, length, inner) = extents(x.shape, around: axis)
      return KernelInstruction(code: code, m: outer, n: length, depth: inner)
    }
    switch operation {
    case .sum: self.init(code: .total, n: x.count)
    case .sumTo(let shape):
      if elementCount(shape) == 1 {
        self.init(code: .total, n: x.count)
      } else if isSuffix(shape, of: x.shape), target.count > 0 {
        self.init(code: .sumAlong, m: 1, n: x.count / target.count, depth: target.count)
      } else {
        return nil
      }
    case .sumAlong(let axis): self = along(axis, .sumAlong)
    case .largestAlong(let axis): self = along(axis, .largestAlong)
    case .softmax(let axis): self = along(axis, .softmax)
    case .logSoftmax(let axis): self = along(axis, .logSoftmax)
    case .transpose: self.init(code: .transpose, m: x.shape[0], n: x.shape[1])
    // Functions of numbers run in groups, reshaped and cut values in the memory of their inputs;
    // here come only those that cannot.
    case .elementwise, .reshape, .block, .slice, .broadcast: return nil
    case .cumulativeSum, .largest, .permute, .zeroPadding, .padding, .unfold, .fold, .oneHot:
      return nil
    }
    (a, self.target) = (x.offset, target.offset)
  }

  /// The kernel of an operation on two tensors; nil if it has none.
  init?(_ operation: BinaryOperation, _ a: StepPlace, _ b: StepPlace, to target: StepPlace) {
    switch operation {
    case .matrixProduct(let left, let right):
      self.init(
        code: .product, m: target.shape[0], n: target.shape[1],
        depth: left ? a.shape[0] : a.shape[1], transposesA: left, transposesB: right)
    case .matrixVectorProduct(let transposed):
      self.init(code: .matrixVector, m: a.shape[0], n: a.shape[1], transposesA: transposed)
    case .outerProduct: self.init(code: .outer, m: a.count, n: b.count)
    case .innerProduct: self.init(code: .inner, n: a.count)
    case .elementwise, .gather, .scatter: return nil
    }
    (self.a, self.b, self.target) = (a.offset, b.offset, target.offset)
  }

  /// The kernels of products of matrices, one for each place on the first axis; nil for another
  /// operation, or one product.
  static func batchedProducts(
    _ operation: BinaryOperation, _ a: StepPlace, _ b: StepPlace, to target: StepPlace
  ) -> [KernelInstruction]? {
    guard case .matrixProduct(let left, let right) = operation, a.shape.count == 3 else {
      return nil
    }
    let (count, m, n) = (target.shape[0], target.shape[1], target.shape[2])
    return (0..<count).map { index in
      KernelInstruction(
        code: .product, a: a.offset + index * (a.count / count),
        b: b.offset + index * (b.count / count), target: target.offset + index * m * n, m: m, n: n,
        depth: left ? a.shape[1] : a.shape[2], transposesA: left, transposesB: right)
    }
  }

  /// The kernels of an operation on any number of tensors, one for each; nil if it has none.
  static func kernels(
    of operation: VariadicOperation, _ inputs: [StepPlace], to target: StepPlace
  ) -> [KernelInstruction]? {
    switch operation {
    case .concatenate(let axis):
      let (outer, length, inner) = extents(target.shape, around: axis)
      var offset = target.offset
      var kernels: [KernelInstruction] = []
      for input in inputs {
        let part = input.shape[axis] * inner
        if outer * part > 0 {
          kernels.append(
            KernelInstruction(
              code: .placeRows, a: input.offset, target: offset, m: outer, n: part,
              depth: length * inner))
        }
        offset += part
      }
      return kernels
    case .stack, .convert, .select, .custom: return nil
    }
  }
}
