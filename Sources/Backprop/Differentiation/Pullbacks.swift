// The backward half of each operation on tensors; that of functions of numbers is in
// FunctionPullbacks.swift. The rules are written with tensor operations, so that they can
// themselves be recorded and differentiated.

extension UnaryOperation {
  /// The contribution to the derivative with respect to the input, of the input's shape.
  ///
  /// - Parameters:
  ///   - g: The derivative with respect to the result.
  ///   - y: The result.
  ///   - x: The input.
  @_specialize(where S == Double)
  @_specialize(where S == Float)
  func pullback<S: Scalar>(of g: Tensor<S>, output y: Tensor<S>, _ x: Tensor<S>) -> Tensor<S> {
    switch self {
    case .elementwise(let function): return function.pullback(of: g, output: y, x)
    case .sum: return apply(.broadcast(shape: x.shape), g)
    case .sumAlong(let axis):
      return apply(.broadcast(shape: x.shape), g.withUnitAxis(axis))
    case .sumTo: return apply(.broadcast(shape: x.shape), g)
    case .broadcast: return apply(.sumTo(shape: x.shape), g)
    case .largest:
      let isLargest = apply(.elementwise(.isEqual), x, y)
      return g * (isLargest / apply(.sum, isLargest))
    case .largestAlong(let axis):
      let isLargest = apply(.elementwise(.isEqual), x, y.withUnitAxis(axis))
      return g.withUnitAxis(axis) * (isLargest / isLargest.sumKeeping(axis))
    case .softmax(let axis): return y * (g - (g * y).sumKeeping(axis))
    case .logSoftmax(let axis):
      return g - apply(.softmax(axis: axis), x) * g.sumKeeping(axis)
    case .cumulativeSum(let axis, let fromEnd):
      return apply(.cumulativeSum(axis: axis, fromEnd: !fromEnd), g)
    case .transpose: return apply(.transpose, g)
    case .reshape: return apply(.reshape(shape: x.shape), g)
    case .permute(let axes): return apply(.permute(axes: inverse(axes)), g)
    case .block(let start, _): return apply(.zeroPadding(start: start, shape: x.shape), g)
    case .zeroPadding(let start, _): return apply(.block(start: start, shape: x.shape), g)
    case .slice(let axis, let lower, _):
      return apply(.padding(axis: axis, lower: lower, length: x.shape[axis]), g)
    case .padding(let axis, let lower, _):
      return apply(.slice(axis: axis, lower: lower, upper: lower + x.shape[axis]), g)
    case .unfold(let window, _): return apply(.fold(window, shape: x.shape), g)
    case .fold(let window, _): return apply(.unfold(window, fill: 0), g)
    case .oneHot: return Tensor(repeating: 0, shape: x.shape)
    }
  }

  /// Whether the derivative is zero wherever there is one; see ``UnaryFunction/isFlat``.
  @inline(__always)
  var isFlat: Bool {
    switch self {
    case .elementwise(let function): function.isFlat
    case .oneHot: true
    default: false
    }
  }
}

extension BinaryOperation {
  /// The contribution to the derivative with respect to the first input, of its shape.
  ///
  /// - Parameters:
  ///   - g: The derivative with respect to the result.
  ///   - a: The first input.
  ///   - b: The second input.
  @_specialize(where S == Double)
  @_specialize(where S == Float)
  func leftPullback<S: Scalar>(of g: Tensor<S>, _ a: Tensor<S>, _ b: Tensor<S>) -> Tensor<S> {
    switch self {
    case .elementwise(let function): return function.leftPullback(of: g, a, b)
    case .matrixProduct(let left, let right):
      // C = A B: ∂A = G Bᵀ; C = Aᵀ B: ∂A = B Gᵀ; and B transposed in either case
      return left
        ? apply(.matrixProduct(transposeLeft: right, transposeRight: true), b, g)
        : apply(.matrixProduct(transposeLeft: false, transposeRight: !right), g, b)
    case .matrixVectorProduct(let transposed):
      return transposed ? apply(.outerProduct, b, g) : apply(.outerProduct, g, b)
    case .innerProduct: return g * b
    case .outerProduct: return apply(.matrixVectorProduct(transposed: false), g, b)
    case .gather: return apply(.scatter(rows: a.shape[0]), g, b)
    case .scatter: return apply(.gather, g, b)
    }
  }

  /// The contribution to the derivative with respect to the second input, of its shape.
  @_specialize(where S == Double)
  @_specialize(where S == Float)
  func rightPullback<S: Scalar>(of g: Tensor<S>, _ a: Tensor<S>, _ b: Tensor<S>) -> Tensor<S> {
    switch self {
    case .elementwise(let function): return function.rightPullback(of: g, a, b)
    case .matrixProduct(let left, let right):
      // C = A B: ∂B = Aᵀ G; C = A Bᵀ: ∂B = Gᵀ A; and A transposed in either case
      return right
        ? apply(.matrixProduct(transposeLeft: true, transposeRight: left), g, a)
        : apply(.matrixProduct(transposeLeft: !left, transposeRight: false), a, g)
    case .matrixVectorProduct(let transposed):
      return apply(.matrixVectorProduct(transposed: !transposed), a, g)
    case .innerProduct: return g * a
    case .outerProduct: return apply(.matrixVectorProduct(transposed: true), g, a)
    case .gather, .scatter: return Tensor(repeating: 0, shape: b.shape)
    }
  }

  /// Whether both derivatives are zero wherever there are any; see ``UnaryFunction/isFlat``.
  @inline(__always)
  var isFlat: Bool {
    if case .elementwise(let function) = self { function.isFlat } else { false }
  }
}

extension VariadicOperation {
  /// The contributions to the derivatives with respect to those inputs that need one, in order.
  ///
  /// - Parameters:
  ///   - g: The derivative with respect to the result.
  ///   - shapes: The shapes of the inputs.
  ///   - value: Gives the input at a position.
  ///   - isNeeded: Whether the input at a position needs a derivative.
  ///   - add: Takes a contribution, and the position of the input that it is for.
  @inline(__always)
  func eachPullback<S: Scalar>(
    of g: Tensor<S>, shapes: [[Int]], value: (Int) -> Tensor<S>, isNeeded: (Int) -> Bool,
    add: (_ contribution: Tensor<S>, _ position: Int) -> Void
  ) {
    switch self {
    case .concatenate(let axis):
      var start = 0
      for (position, shape) in shapes.enumerated() {
        let end = start + shape[axis]
        if isNeeded(position) {
          add(apply(.slice(axis: axis, lower: start, upper: end), g), position)
        }
        start = end
      }
    case .convert: fatalError("The derivative of a conversion goes over another tape.")
    case .stack:
      for (position, shape) in shapes.enumerated() where isNeeded(position) {
        add(apply(.block(start: position * elementCount(shape), shape: shape), g), position)
      }
    case .select:
      let zeros = Tensor<S>(repeating: 0, shape: g.shape)
      if isNeeded(1) { add(apply(.select, [value(0), g, zeros]), 1) }
      if isNeeded(2) { add(apply(.select, [value(0), zeros, g]), 2) }
    case .custom: break
    }
  }
}

extension Tensor {
  /// The sums along an axis, which keeps the length 1.
  @inline(__always)
  fileprivate func sumKeeping(_ axis: Int) -> Tensor {
    apply(.sumAlong(axis: axis), self).withUnitAxis(axis)
  }

  /// The same numbers with an axis of length 1 put in.
  @inline(__always)
  func withUnitAxis(_ axis: Int) -> Tensor {
    var shape = shape
    shape.insert(1, at: axis)
    return apply(.reshape(shape: shape), self)
  }
}

/// The order of axes that undoes another.
private func inverse(_ axes: [Int]) -> [Int] {
  var result = axes
  for (place, axis) in axes.enumerated() { result[axis] = place }
  return result
}
