// The steps of the optimizers on one parameter, in place. A factor that stands once before the loop
// and the operations in each turn are the same for every vector width, and so are the bits.

//
// A moment that decays for long, or begins with tiny derivatives, would end among the subnormal
// numbers, for which processors take up to a hundred times as long. So moments below a bound are zero: by
// arithmetic, so that it is the same everywhere.

/// Below what an average of derivatives counts as zero: `2⁻¹⁰⁰` of Float, `2⁻⁹⁹⁶` of Double. Products with
/// rates and weights stay normal numbers.
@inline(__always)
func smallestMoment<S: Scalar>(_ type: S.Type) -> S { S.leastNormalMagnitude * 0x1p26 }

/// Below what an average of squares counts as zero: `2⁻¹²⁴` of Float, `2⁻¹⁰²⁰` of Double.
@inline(__always)
func smallestSquare<S: Scalar>(_ type: S.Type) -> S { S.leastNormalMagnitude * 4 }

/// Below what a derivative counts as zero where it is squared: `2⁻⁵⁵` of Float, `2⁻⁵⁰³` of Double.
@inline(__always)
func smallestRoot<S: Scalar>(_ type: S.Type) -> S {
  S.leastNormalMagnitude.squareRoot() * 256
}

/// `x`, or zero where that is below a bound. A product, since the compiler would make a branch of a choice,
/// and then no vectors of the loop.
@inline(__always)
private func kept<S: Scalar>(_ x: S, from bound: S) -> S { x * (x.magnitude < bound ? 0 : 1) }

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

/// `x ← decay · x + weight · direction`, or zero below ``smallestMoment(_:)``.
@inline(__always)
func accumulate<S: Scalar>(
  _ x: ParameterBuffer<S>, decay: S, _ direction: GradientBuffer<S>, weight: S
) {
  let count = x.count
  guard let x = x.baseAddress, let direction = direction.baseAddress else { return }
  let bound = smallestMoment(S.self)
  for i in 0..<count {
    x[i] = kept(decay * x[i] + weight * kept(direction[i], from: bound), from: bound)
  }
}

/// `x ← decay · x + weight · direction²`, or zero below ``smallestSquare(_:)``.
@inline(__always)
func accumulateSquares<S: Scalar>(
  _ x: ParameterBuffer<S>, decay: S, _ direction: GradientBuffer<S>, weight: S
) {
  let count = x.count
  guard let x = x.baseAddress, let direction = direction.baseAddress else { return }
  let (bound, rootBound) = (smallestSquare(S.self), smallestRoot(S.self))
  for i in 0..<count {
    let d = kept(direction[i], from: rootBound)
    x[i] = kept(decay * x[i] + weight * (d * d), from: bound)
  }
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
  let (bound, squareBound, rootBound) = (
    smallestMoment(S.self), smallestSquare(S.self), smallestRoot(S.self)
  )
  for i in 0..<count {
    let g = kept(gradient[i], from: rootBound)
    let m = kept(momentum * mean[i] + ofMean * g, from: bound)
    let v = kept(decay * square[i] + ofSquare * (g * g), from: squareBound)
    mean[i] = m
    square[i] = v
    x[i] -= rate * m / (v.squareRoot() * rootFactor + epsilon)
  }
}

extension Tensor {
  /// Gives a closure the numbers, in row-major order, to change in place.
  ///
  ///     mutating func update(
  ///       _ parameter: ParameterBuffer<Double>, along gradient: GradientBuffer<Double>, at index: Int
  ///     ) {
  ///       velocity[index].changingInPlace { velocity in
  ///         for i in velocity.indices {
  ///           velocity[i] = 0.9 * velocity[i] + gradient[i]
  ///           parameter[i] -= learningRate * velocity[i]
  ///         }
  ///       }
  ///     }
  ///
  /// Nothing is copied, unless another tensor shares the numbers: that one keeps them. The tensor depends on
  /// nothing from then on: a derivative does not reach through it. The buffer must not be used after the
  /// closure returns.
  @inline(__always)
  public mutating func changingInPlace<Result>(_ body: (ParameterBuffer<S>) -> Result) -> Result {
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
