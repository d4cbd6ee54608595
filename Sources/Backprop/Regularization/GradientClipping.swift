// A gradient is a model whose parameters are derivatives, so clipping is a function of models.

extension Model {
  /// The Euclidean norm `√Σ θ²` of all numbers of all parameters together.
  ///
  /// It neither overflows nor vanishes where only the squares do.
  public var globalNorm: Number {
    euclideanNorm(parameterValues)
  }

  /// Each number held between `−limit` and `limit`. This may turn the gradient.
  ///
  /// Traps unless the limit is positive.
  public func clipped(
    toValue limit: Number, file: StaticString = #fileID, line: UInt = #line
  ) -> Self {
    requirePositive(limit, file: file, line: line)
    return replacingScalars { clamp(&$0, to: limit) }
  }

  /// Each parameter's derivative, if its norm is larger than the limit, scaled down to that norm.
  ///
  /// Traps unless the limit is positive.
  public func clipped(
    toNorm limit: Number, file: StaticString = #fileID, line: UInt = #line
  ) -> Self {
    requirePositive(limit, file: file, line: line)
    return replacingScalars { values in
      let norm = euclideanNorm([Tensor(values)])
      if norm > limit { scale(&values, by: limit / norm) }
    }
  }

  /// All derivatives, if their norm together is larger than the limit, scaled down to that norm.
  /// This keeps the gradient's direction.
  ///
  /// PyTorch's `clip_grad_norm_` adds 10⁻⁶ to the norm that it divides by; this does not. Traps
  /// unless the limit is positive.
  ///
  /// Source: R. Pascanu, T. Mikolov and Y. Bengio, "On the difficulty of training recurrent neural
  /// networks", ICML (2013).
  public func clipped(
    toGlobalNorm limit: Number, file: StaticString = #fileID, line: UInt = #line
  ) -> Self {
    requirePositive(limit, file: file, line: line)
    let norm = globalNorm
    if !(norm > limit) { return self }
    return replacingScalars { scale(&$0, by: limit / norm) }
  }

  private func replacingScalars(_ change: (inout [Number]) -> Void) -> Self {
    var copy = self
    copy.updateParameters { _, parameter in
      change(&parameter.values)
    }
    return copy
  }

  private func requirePositive(_ limit: Number, file: StaticString, line: UInt) {
    require(limit > 0, "A gradient is clipped to a positive limit.", file: file, line: line)
  }
}

/// `√Σ x²` over tensors, from the first number to the last.
@_specialize(where S == Double)
@_specialize(where S == Float)
private func euclideanNorm<S: Scalar>(_ tensors: [Tensor<S>]) -> S {
  func sumOfSquares(over unit: S) -> S {
    var sum: S = 0
    for tensor in tensors {
      tensor.values.withUnsafeBufferPointer { values in
        for value in values { sum += (value / unit) * (value / unit) }
      }
    }
    return sum
  }
  let sum = sumOfSquares(over: 1)
  // Small enough that squares below it were lost, or so large that they overflowed.
  if sum > S.leastNormalMagnitude / S.ulpOfOne && sum.isFinite { return sum.squareRoot() }
  var largest: S = 0
  for tensor in tensors {
    for value in tensor.values where !(value.magnitude <= largest) { largest = value.magnitude }
  }
  if largest == 0 || !largest.isFinite { return largest }
  return largest * sumOfSquares(over: largest).squareRoot()
}

/// Each number held between `−limit` and `limit`; NaN stays.
@_specialize(where S == Double)
@_specialize(where S == Float)
private func clamp<S: Scalar>(_ x: inout [S], to limit: S) {
  for i in x.indices {
    if x[i] > limit { x[i] = limit } else if x[i] < -limit { x[i] = -limit }
  }
}
