/// `Φ(x)` of each number: how likely a number of the standard normal distribution is to be below
/// it. Its derivative is the density `e^(−x²/2) / √(2π)`.
///
/// Source: M. Abramowitz and I. Stegun, Handbook of Mathematical Functions (1964), section 26.2.
@_disfavoredOverload
public func cumulativeNormal<S: Scalar>(_ x: Tensor<S>) -> Tensor<S> {
  elementwise(.cumulativeNormal, x)
}

/// The Gaussian error linear unit `x Φ(x)` of each number, with the cumulative normal distribution
/// `Φ(x) = ½ (1 + erf(x/√2))`; its derivative is `Φ(x) + x φ(x)`, with the density `φ`.
///
/// Source: D. Hendrycks and K. Gimpel, "Gaussian error linear units (GELUs)", arXiv:1606.08415.
@_specialize(where S == Double)
@_specialize(where S == Float)
@_disfavoredOverload
public func gelu<S: Scalar>(_ x: Tensor<S>) -> Tensor<S> { x * cumulativeNormal(x) }

/// GELU as first published, `½ x (1 + tanh(√(2/π) (x + 0.044715 x³)))`, within 0.0005 of
/// ``gelu(_:)``; its derivative is `σ(2u) + 2 x σ(2u) σ(−2u) u′`, with `u` the argument of the
/// hyperbolic tangent.
///
/// Computed as `x σ(2u)`, which keeps its digits where `tanh u` is close to −1. In `u` stands `±32`
/// for what is beyond, so that no cube overflows: the sigmoid is 0 or 1 there in any case.
///
/// Source: D. Hendrycks and K. Gimpel, "Gaussian error linear units (GELUs)", arXiv:1606.08415,
/// section 2.
@_specialize(where S == Double)
@_specialize(where S == Float)
@_disfavoredOverload
public func geluTanh<S: Scalar>(_ x: Tensor<S>) -> Tensor<S> {
  // 2u, with 2√(2/π) and 0.044715 times that.
  let held = maximum(minimum(x, Tensor(32)), Tensor(-32))
  let doubled = held * (S(1.5957691216057308) + S(0.07135481627260025) * square(held))
  return x * sigmoid(doubled)
}

/// The sigmoid linear unit `x σ(x)` of each number, also called Swish; its derivative is
/// `σ(x) + x σ(x) (1 − σ(x))`.
///
/// Source: S. Elfwing, E. Uchibe and K. Doya, "Sigmoid-weighted linear units for neural network
/// function approximation in reinforcement learning", Neural Networks 107 (2018).
@_specialize(where S == Double)
@_specialize(where S == Float)
@_disfavoredOverload
public func silu<S: Scalar>(_ x: Tensor<S>) -> Tensor<S> { x * sigmoid(x) }
