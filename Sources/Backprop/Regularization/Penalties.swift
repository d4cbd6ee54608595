/// `λ Σ |θ|` over the numbers of a model's parameters, as a scalar, with `λ` the strength.
///
/// Added to a loss it draws numbers to zero, all with the same force. Its derivative at zero is
/// taken as zero.
///
/// - Parameter isPenalized: Says of a parameter's name whether it counts; of all, if left out.
///
/// Source: R. Tibshirani, "Regression shrinkage and selection via the lasso", Journal of the Royal
/// Statistical Society B 58 (1996).
@_specialize(where M == Network<Double>)
@_specialize(where M == Network<Float>)
@_specialize(where M == Tensor<Double>)
public func l1Penalty<M: Model>(
  _ model: M, strength: M.Number, where isPenalized: (_ name: String) -> Bool = { _ in true }
) -> Tensor<M.Number> {
  strength * penalty(model, isPenalized) { abs($0).sum() }
}

/// `λ Σ θ²` over the numbers of a model's parameters, as a scalar, with `λ` the strength.
///
/// Added to a loss it draws numbers to zero, the more the larger they are; its derivative is `2 λ θ`.
///
/// - Parameter isPenalized: Says of a parameter's name whether it counts; of all, if left out.
///
/// Source: A. Hoerl and R. Kennard, "Ridge regression: biased estimation for nonorthogonal problems",
/// Technometrics 12 (1970).
@_specialize(where M == Network<Double>)
@_specialize(where M == Network<Float>)
@_specialize(where M == Tensor<Double>)
public func l2Penalty<M: Model>(
  _ model: M, strength: M.Number, where isPenalized: (_ name: String) -> Bool = { _ in true }
) -> Tensor<M.Number> {
  strength * penalty(model, isPenalized) { square($0).sum() }
}

/// `½ λ Σ θ²` over the numbers of a model's parameters, as a scalar, with `λ` the strength.
///
/// Its derivative is `λ θ`: in gradient descent the same steps as PyTorch's `weight_decay`.
///
/// - Parameter isPenalized: Says of a parameter's name whether it counts; of all, if left out.
@_specialize(where M == Network<Double>)
@_specialize(where M == Network<Float>)
@_specialize(where M == Tensor<Double>)
public func halfL2Penalty<M: Model>(
  _ model: M, strength: M.Number, where isPenalized: (_ name: String) -> Bool = { _ in true }
) -> Tensor<M.Number> {
  0.5 * strength * penalty(model, isPenalized) { square($0).sum() }
}

@inline(__always)
private func penalty<M: Model>(
  _ model: M, _ isPenalized: (String) -> Bool, _ measure: (Tensor<M.Number>) -> Tensor<M.Number>
) -> Tensor<M.Number> {
  var sum: Tensor<M.Number>?
  for (name, value) in model.parameters where isPenalized(name) {
    let measured = measure(value)
    sum = sum.map { $0 + measured } ?? measured
  }
  return sum ?? Tensor(0)
}
