extension Tensor {
  /// The variance of all numbers, `Σ (x − μ)² / (n − c)` with `μ` their mean, as a scalar.
  ///
  /// - Parameter correction: `c`: 0 for the variance of these numbers, 1 (Bessel's) to estimate that of
  ///   what they were drawn from.
  ///
  /// It is NaN where no number is left to divide by, as for an empty tensor. Two passes are made, so that
  /// a large mean costs no digits.
  ///
  /// Source: T. Chan, G. Golub and R. LeVeque, "Algorithms for computing the sample variance", The
  /// American Statistician 37 (1983).
  public func variance(correction: Int = 0) -> Tensor {
    square(self - mean()).sum() / freedom(count, correction)
  }

  /// The variances along an axis, which goes away unless it is kept with the length 1; a negative axis
  /// counts from the last.
  ///
  ///     Tensor([[1, 3], [2, 2]]).variance(axis: 1)   // [1.0, 0.0]
  ///
  /// Traps where there is no such axis; see ``variance(correction:)``.
  public func variance(
    axis: Int, correction: Int = 0, keepingAxes: Bool = false, file: StaticString = #fileID,
    line: UInt = #line
  ) -> Tensor {
    let axis = resolved(axis, file: file, line: line)
    let centred = self - mean(axis: axis, keepingAxes: true)
    return square(centred).sum(axis: axis, keepingAxes: keepingAxes)
      / freedom(shape[axis], correction)
  }

  /// The standard deviation of all numbers, the root of ``variance(correction:)``. Where all are equal it
  /// has no derivative, which is NaN.
  public func standardDeviation(correction: Int = 0) -> Tensor {
    sqrt(variance(correction: correction))
  }

  /// The standard deviations along an axis, which goes away unless it is kept with the length 1.
  ///
  /// Traps where there is no such axis; see ``variance(axis:correction:keepingAxes:file:line:)``.
  public func standardDeviation(
    axis: Int, correction: Int = 0, keepingAxes: Bool = false, file: StaticString = #fileID,
    line: UInt = #line
  ) -> Tensor {
    sqrt(
      variance(
        axis: axis, correction: correction, keepingAxes: keepingAxes, file: file, line: line))
  }

  /// `ln Σ eˣ` of all numbers, as a scalar, without overflow; −∞ for an empty tensor. Its derivative is
  /// the softmax.
  public func logSumExp() -> Tensor { flattened.logSumExp(axis: 0) }

  /// `ln Σ eˣ` along an axis, which goes away unless it is kept with the length 1; a negative axis
  /// counts from the last.
  ///
  /// The largest number is taken out of the exponentials, so that none overflows. Traps where there is
  /// no such axis.
  public func logSumExp(
    axis: Int, keepingAxes: Bool = false, file: StaticString = #fileID, line: UInt = #line
  ) -> Tensor {
    let axis = resolved(axis, file: file, line: line)
    if shape[axis] == 0 { return log(sum(axis: axis, keepingAxes: keepingAxes)) }
    // Any constant may be taken out, so that no derivative is needed of the largest; an infinite one
    // would leave ∞ − ∞.
    let bound = S.greatestFiniteMagnitude
    let largest = max(axis: axis, keepingAxes: true)
    let offset = maximum(minimum(largest, bound), -bound).stoppingDerivatives
    let sums = exp(self - offset).sum(axis: axis, keepingAxes: keepingAxes)
    return log(sums) + (keepingAxes ? offset : offset.reshaped(sums.shape))
  }

  /// How many numbers are left to divide by.
  private func freedom(_ count: Int, _ correction: Int) -> S { S(Swift.max(count - correction, 0)) }
}
