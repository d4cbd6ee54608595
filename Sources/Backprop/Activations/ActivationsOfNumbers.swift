// The activations of single numbers, with the bits that a tensor of one number has. Where formula and source
// are not said, they are at the function of tensors.

/// `max(x, 0)` of one number; NaN stays NaN.
public func relu(_ x: Double) -> Double { relu(ofNumber: x) }

/// `max(x, 0)` of one number; NaN stays NaN.
@_disfavoredOverload
public func relu(_ x: Float) -> Float { relu(ofNumber: x) }

/// `x` where it is positive, else `slope · x` of one number; NaN stays NaN.
public func leakyRelu(_ x: Double, slope: Double = 0.01) -> Double {
  leakyRelu(ofNumber: x, slope: slope)
}

/// `x` where it is positive, else `slope · x` of one number; NaN stays NaN.
@_disfavoredOverload
public func leakyRelu(_ x: Float, slope: Double = 0.01) -> Float {
  leakyRelu(ofNumber: x, slope: slope)
}

/// `x` where it is positive, else `scale (eˣ − 1)` of one number; NaN stays NaN.
public func elu(_ x: Double, scale: Double = 1) -> Double { elu(ofNumber: x, scale: scale) }

/// `x` where it is positive, else `scale (eˣ − 1)` of one number; NaN stays NaN.
@_disfavoredOverload
public func elu(_ x: Float, scale: Double = 1) -> Float { elu(ofNumber: x, scale: scale) }

/// The Gaussian error linear unit `x Φ(x)` of one number; NaN stays NaN.
public func gelu(_ x: Double) -> Double { gelu(ofNumber: x) }

/// The Gaussian error linear unit `x Φ(x)` of one number; NaN stays NaN.
@_disfavoredOverload
public func gelu(_ x: Float) -> Float { gelu(ofNumber: x) }

/// GELU as first published, `½ x (1 + tanh(√(2/π) (x + 0.044715 x³)))` of one number; NaN stays NaN.
public func geluTanh(_ x: Double) -> Double { geluTanh(ofNumber: x) }

/// GELU as first published, `½ x (1 + tanh(√(2/π) (x + 0.044715 x³)))` of one number; NaN stays NaN.
@_disfavoredOverload
public func geluTanh(_ x: Float) -> Float { geluTanh(ofNumber: x) }

/// The sigmoid linear unit `x σ(x)` of one number; NaN stays NaN.
public func silu(_ x: Double) -> Double { silu(ofNumber: x) }

/// The sigmoid linear unit `x σ(x)` of one number; NaN stays NaN.
@_disfavoredOverload
public func silu(_ x: Float) -> Float { silu(ofNumber: x) }

@inline(__always)
private func relu<S: Scalar>(ofNumber x: S) -> S { x > 0 || x.isNaN ? x : 0 }

@inline(__always)
private func leakyRelu<S: Scalar>(ofNumber x: S, slope: Double) -> S { x > 0 ? x : S(slope) * x }

@inline(__always)
private func elu<S: Scalar>(ofNumber x: S, scale: Double) -> S {
  x > 0 ? x : S(scale) * S.expm1(x)
}

@inline(__always)
private func gelu<S: Scalar>(ofNumber x: S) -> S { x * S.cumulativeNormal(x) }

@inline(__always)
private func geluTanh<S: Scalar>(ofNumber x: S) -> S {
  let held = x > 32 ? 32 : (x < -32 ? -32 : x)
  let factor = S(1.5957691216057308) + S(0.07135481627260025) * (held * held)
  return x * S.sigmoid(held * factor)
}

@inline(__always)
private func silu<S: Scalar>(ofNumber x: S) -> S { x * S.sigmoid(x) }
