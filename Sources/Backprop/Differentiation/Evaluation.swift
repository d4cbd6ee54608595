// The forward half of each operation: what it computes. Shapes have been checked by the public
// functions; the results are plain tensors, which no tape knows.

extension UnaryOperation {
  /// The value of the operation.
  @_specialize(where S == Double)
  @_specialize(where S == Float)
  func evaluate<S: Scalar>(_ x: Tensor<S>) -> Tensor<S> {
    switch self {
    case .elementwise(let function): return mapped(function, x)
    case .sum: return Tensor(total(x.values))
    case .sumAlong(let axis): return summed(x, along: axis)
    case .sumTo(let shape):
      return x.count == 0 ? Tensor(repeating: 0, shape: shape) : summed(x, to: shape)
    case .broadcast(let shape): return repeated(x, to: shape)
    case .largest: return Tensor(x.values.reduce(-S.infinity) { larger($0, $1) })
    case .largestAlong(let axis):
      return reduced(x, along: axis, from: -S.infinity) { larger($0, $1) }
    case .softmax(let axis): return normalizedExponentials(x, along: axis)
    case .logSoftmax(let axis): return normalizedLogits(x, along: axis)
    case .cumulativeSum(let axis, let fromEnd):
      return cumulativeSums(x, along: axis, fromEnd: fromEnd)
    case .transpose: return transposed(x)
    case .reshape(let shape): return Tensor(unchecked: shape, x.values)
    case .permute(let axes): return permuted(x, axes)
    case .block(let start, let shape):
      let end = start + elementCount(shape)
      return Tensor(unchecked: shape, Array(x.values[start..<end]))
    case .zeroPadding(let start, let shape):
      var values = [S](repeating: 0, count: elementCount(shape))
      for i in 0..<x.count { values[start + i] = x.values[i] }
      return Tensor(unchecked: shape, values)
    case .slice(let axis, let lower, let upper):
      return sliced(x, along: axis, from: lower, to: upper)
    case .padding(let axis, let lower, let length):
      return padded(x, along: axis, from: lower, length: length)
    case .unfold(let window, let fill): return unfolded(x, window, fill: S(fill))
    case .fold(let window, let shape): return folded(x, window, shape: shape)
    case .oneHot(let classes): return oneHotLines(x, classes: classes)
    }
  }
}

extension BinaryOperation {
  /// The value of the operation.
  @_specialize(where S == Double)
  @_specialize(where S == Float)
  func evaluate<S: Scalar>(_ a: Tensor<S>, _ b: Tensor<S>) -> Tensor<S> {
    switch self {
    case .elementwise(let function): return mapped(function, a, b)
    case .matrixProduct(let transposeLeft, let transposeRight):
      return Backprop.matrixProduct(a, transposed: transposeLeft, b, transposed: transposeRight)
    case .matrixVectorProduct(let transposed):
      return Backprop.matrixVectorProduct(a, transposed: transposed, b)
    case .innerProduct: return Tensor(Backprop.innerProduct(a.values, b.values))
    case .outerProduct: return Backprop.outerProduct(a, b)
    case .gather: return gathered(a, b)
    case .scatter(let rows): return scattered(a, b, rows: rows)
    }
  }
}

extension VariadicOperation {
  /// The value of the operation.
  @_specialize(where S == Double)
  @_specialize(where S == Float)
  func evaluate<S: Scalar>(_ inputs: [Tensor<S>]) -> Tensor<S> {
    switch self {
    case .concatenate(let axis): return joined(inputs, along: axis)
    case .stack:
      return Tensor(
        unchecked: [inputs.count] + inputs[0].shape, inputs.flatMap { $0.values })
    case .convert: fatalError("What was converted has been computed on another tape.")
    case .select: return selected(inputs[0], inputs[1], inputs[2])
    case .custom: return inputs[0].detached
    }
  }
}

extension RandomOperation {
  /// A tensor drawn with the next numbers of a generator.
  func draw<S: Scalar>(using generator: inout RandomNumbers) -> Tensor<S> {
    switch self {
    case .keepMask(let rate, let shape):
      return Tensor(
        unchecked: shape, drawnKeepMask(count: elementCount(shape), rate: rate, using: &generator))
    case .uniform(let shape):
      // Rounding to fewer digits may give 1.
      let below = S(1).nextDown
      return Tensor(
        unchecked: shape,
        (0..<elementCount(shape)).map { _ in Swift.min(S(generator.uniform()), below) })
    }
  }
}
