// The steps of the optimizers on one parameter, in place. A factor that stands once before the loop
// and the operations in each turn are the same for every vector width, and so are the bits.

/// Numbers of a parameter that an optimizer moves.
public typealias ParameterBuffer<S> = UnsafeMutableBufferPointer<S>

/// The derivatives along which an optimizer moves a parameter, in the same order.
public typealias GradientBuffer<S> = UnsafeBufferPointer<S>

/// `x ← x − rate · direction`.
@inline(__always)
func descend<S: Scalar>(_ x: ParameterBuffer<S>, _ direction: GradientBuffer<S>, rate: S) {
  let (x, direction, count) = (x.baseAddress, direction.baseAddress, x.count)
  guard let x, let direction else { return }
  for i in 0..<count { x[i] -= rate * direction[i] }
}

/// `x ← x − rate · direction / (√square · rootFactor + epsilon)`.
@inline(__always)
func descend<S: Scalar>(
  _ x: ParameterBuffer<S>, _ direction: GradientBuffer<S>, over square: GradientBuffer<S>, rate: S,
  rootFactor: S = 1, epsilon: S
) {
  let count = x.count
  guard let x = x.baseAddress, let direction = direction.baseAddress,
    let square = square.baseAddress
  else { return }
  for i in 0..<count {
    x[i] -= rate * direction[i] / (square[i].squareRoot() * rootFactor + epsilon)
  }
}

/// `x ← decay · x + weight · direction`.
@inline(__always)
func accumulate<S: Scalar>(
  _ x: ParameterBuffer<S>, decay: S, _ direction: GradientBuffer<S>, weight: S
) {
  let count = x.count
  guard let x = x.baseAddress, let direction = direction.baseAddress else { return }
  for i in 0..<count { x[i] = decay * x[i] + weight * direction[i] }
}

/// `x ← decay · x + weight · direction²`.
@inline(__always)
func accumulateSquares<S: Scalar>(
  _ x: ParameterBuffer<S>, decay: S, _ direction: GradientBuffer<S>, weight: S
) {
  let count = x.count
  guard let x = x.baseAddress, let direction = direction.baseAddress else { return }
  for i in 0..<count { x[i] = decay * x[i] + weight * (direction[i] * direction[i]) }
}

/// `mean ← momentum · mean + (1 − momentum) · g`, `square ← decay · square + (1 − decay) · g²`, and then
/// `x ← x − rate · mean / (√square · rootFactor + epsilon)`, going through memory once.
@inline(__always)
func descendAdaptively<S: Scalar>(
  _ x: ParameterBuffer<S>, _ gradient: GradientBuffer<S>, _ mean: ParameterBuffer<S>,
  _ square: ParameterBuffer<S>, momentum: S, decay: S, rate: S, rootFactor: S, epsilon: S
) {
  let count = x.count
  guard let x = x.baseAddress, let gradient = gradient.baseAddress, let mean = mean.baseAddress,
    let square = square.baseAddress
  else { return }
  let (ofMean, ofSquare) = (1 - momentum, 1 - decay)
  for i in 0..<count {
    let g = gradient[i]
    let m = momentum * mean[i] + ofMean * g
    let v = decay * square[i] + ofSquare * (g * g)
    mean[i] = m
    square[i] = v
    x[i] -= rate * m / (v.squareRoot() * rootFactor + epsilon)
  }
}

extension Tensor {
  /// Gives a closure the numbers to change in place.
  @inline(__always)
  mutating func changingInPlace<Result>(_ body: (ParameterBuffer<S>) -> Result) -> Result {
    values.withUnsafeMutableBufferPointer { body($0) }
  }
}

/// `x ← factor · x`.
@_specialize(where S == Double)
@_specialize(where S == Float)
func scale<S: Scalar>(_ x: inout [S], by factor: S) {
  x.withUnsafeMutableBufferPointer { x in
    for i in 0..<x.count { x[i] *= factor }
  }
}
