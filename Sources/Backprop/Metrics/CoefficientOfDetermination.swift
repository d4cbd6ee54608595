/// The coefficient of determination `R² = 1 − Σ (y − p)² / Σ (y − ȳ)²` over all numbers.
///
/// 1 for perfect predictions, 0 for those no better than the targets' mean `ȳ`, below for worse. If
/// all targets are equal it is 1 for perfect predictions and else 0. Traps unless both have the same
/// shape and hold a number.
///
/// Source: S. Wright, "Correlation and causation", Journal of Agricultural Research 20 (1921).
@_specialize(where S == Double)
@_specialize(where S == Float)
public func rSquared<S: Scalar>(
  _ predictions: Tensor<S>, _ targets: Tensor<S>,
  file: StaticString = #fileID, line: UInt = #line
) -> S {
  requireSameShapes(predictions, targets, "rSquared", file: file, line: line)
  require(targets.count > 0, "rSquared of empty tensors.", file: file, line: line)
  let (p, y) = (predictions.detached, targets.detached)
  let residual = square(y - p).sum().item
  let variation = square(y - y.mean()).sum().item
  if variation == 0 { return residual == 0 ? 1 : 0 }
  return 1 - residual / variation
}
