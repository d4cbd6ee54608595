/// What kind of point a vanishing gradient is found at.
public enum CriticalPoint: Equatable, Sendable {
  /// All eigenvalues of the Hessian are positive: the function rises in every direction.
  case minimum
  /// All are negative: it falls in every direction.
  case maximum
  /// Some are positive and some negative; the index is the number of directions in which it falls.
  case saddle(index: Int)
  /// One is zero, and none settles the matter: the second derivatives do not decide.
  case degenerate
}

/// The kind of critical point that a Hessian shows.
///
/// Eigenvalues no larger in magnitude than `tolerance` times the largest count as zero. A saddle
/// remains one if further eigenvalues vanish. Traps unless the matrix is square and symmetric.
public func classifyCriticalPoint<S: Scalar>(
  hessian: Tensor<S>, tolerance: Double = 1e-10, file: StaticString = #fileID, line: UInt = #line
) -> CriticalPoint {
  let eigenvalues = symmetricEigenvalues(hessian, file: file, line: line)
  let scale = eigenvalues.reduce(0) { max($0, $1.magnitude) }
  let negative = eigenvalues.filter { $0 < -tolerance * scale }.count
  let positive = eigenvalues.filter { $0 > tolerance * scale }.count
  if negative > 0 && positive > 0 { return .saddle(index: negative) }
  if negative + positive < eigenvalues.count || eigenvalues.isEmpty { return .degenerate }
  return negative == 0 ? .minimum : .maximum
}
