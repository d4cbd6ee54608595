/// What kind of point a vanishing gradient is found at.
///
///     let matrix = hessian(at: Tensor([0, 0])) { p in square(p[0]) - square(p[1]) }
///     classifyCriticalPoint(hessian: matrix)      // saddle(index: 1)
///
/// Source: Y. Dauphin et al., "Identifying and attacking the saddle point problem in
/// high-dimensional non-convex optimization", NIPS (2014).
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
/// Eigenvalues no larger in magnitude than `tolerance` times the largest count as zero; the default is
/// 10⁻¹⁰ in `Double` and `1.2 · 10⁻⁵` in `Float`. A saddle remains one if further eigenvalues vanish.
/// ``CriticalPointReport`` also says which directions are flat. Traps unless the matrix is square and
/// symmetric, and the tolerance is not negative.
///
/// The eigenvalues take `O(n³)`; see ``symmetricEigenvalues(_:file:line:)``.
public func classifyCriticalPoint<S: Scalar>(
  hessian: Tensor<S>, tolerance: Double? = nil, file: StaticString = #fileID, line: UInt = #line
) -> CriticalPoint {
  let eigenvalues = symmetricEigenvalues(hessian, file: file, line: line)
  return CriticalPoint(
    eigenvalues: eigenvalues,
    threshold: zeroThreshold(
      eigenvalues, of: S.self, tolerance: tolerance, file: file, line: line))
}
