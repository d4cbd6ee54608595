// The backward half of each function of numbers: what the derivative of a result contributes to the
// derivatives of its inputs. Each rule is written with tensor operations, so that it can itself be
// recorded and differentiated.

extension UnaryFunction {
  /// The contribution to the derivative with respect to the input, of the input's shape.
  ///
  /// - Parameters:
  ///   - g: The derivative with respect to the result.
  ///   - y: The result.
  ///   - x: The input.
  @_specialize(where S == Double)
  @_specialize(where S == Float)
  func pullback<S: Scalar>(of g: Tensor<S>, output y: Tensor<S>, _ x: Tensor<S>) -> Tensor<S> {
    switch self {
    case .identity: return g
    case .negate: return -g
    // 2x may overflow where 2g does not, and zero times infinity is NaN.
    case .square: return (2 * g) * x
    case .squareRoot: return g / (2 * y)
    case .power(let exponent):
      if exponent == 0 { return Tensor(repeating: 0, shape: x.shape) }
      return g * (S(exponent) * elementwise(.power(exponent - 1), x))
    case .exponential: return g * y
    case .logarithm: return g / x
    case .log1p: return g / (1 + x)
    case .sine: return g * elementwise(.cosine, x)
    case .cosine: return -(g * elementwise(.sine, x))
    case .hyperbolicTangent: return g * (1 - elementwise(.square, y))
    case .sigmoid: return g * (y * (1 - y))
    case .softplus: return g * elementwise(.sigmoid, x)
    case .relu: return g * elementwise(.step(below: 0), x)
    case .leakyRelu(let slope): return g * elementwise(.step(below: slope), x)
    case .elu(let scale): return g * eluDerivative(x, scale: S(scale))
    case .cumulativeNormal: return g * normalDensity(x)
    case .absolute: return g * elementwise(.sign, x)
    case .stopGradient, .step, .sign, .round: return Tensor(repeating: 0, shape: x.shape)
    }
  }

  /// Whether the derivative is zero wherever there is one. The backward pass then leaves out the
  /// function and what it was computed from; without this it would compute zeros.
  @inline(__always)
  var isFlat: Bool {
    switch self {
    case .stopGradient, .step, .sign, .round: true
    case .identity, .negate, .square, .squareRoot, .power, .exponential, .logarithm, .log1p, .sine,
      .cosine, .hyperbolicTangent, .sigmoid, .softplus, .relu, .leakyRelu, .elu, .cumulativeNormal,
      .absolute:
      false
    }
  }
}

extension BinaryFunction {
  /// The contribution to the derivative with respect to the first input, of its shape.
  ///
  /// - Parameters:
  ///   - g: The derivative with respect to the result.
  ///   - a: The first input.
  ///   - b: The second input.
  @_specialize(where S == Double)
  @_specialize(where S == Float)
  func leftPullback<S: Scalar>(of g: Tensor<S>, _ a: Tensor<S>, _ b: Tensor<S>) -> Tensor<S> {
    switch self {
    case .add, .subtract, .excess: return g.summed(to: a.shape)
    case .multiply, .weigh, .logitShare: return (g * b).summed(to: a.shape)
    case .divide: return (g / b).summed(to: a.shape)
    case .power:
      // Where the exponent is zero, so is the derivative, even at a base of zero.
      let slope = elementwise(.weigh, b, elementwise(.power, a, b - 1))
      return (g * slope).summed(to: a.shape)
    case .maximum: return (g * elementwise(.isLarger, a, b)).summed(to: a.shape)
    case .minimum: return (g * elementwise(.isLarger, b, a)).summed(to: a.shape)
    case .isLarger, .isEqual: return Tensor(repeating: 0, shape: a.shape)
    }
  }

  /// The contribution to the derivative with respect to the second input, of its shape.
  @_specialize(where S == Double)
  @_specialize(where S == Float)
  func rightPullback<S: Scalar>(of g: Tensor<S>, _ a: Tensor<S>, _ b: Tensor<S>) -> Tensor<S> {
    switch self {
    case .add: return g.summed(to: b.shape)
    case .subtract, .excess: return -g.summed(to: b.shape)
    case .multiply, .weigh, .logitShare: return (g * a).summed(to: b.shape)
    case .divide: return -(g * ((a / b) / b)).summed(to: b.shape)
    case .power:
      // `0ᵇ` is constant for b > 0; at b = 0 it is taken so.
      let isFlat =
        elementwise(.isEqual, a, Tensor(0))
        * elementwise(.step(below: 0), 1 - elementwise(.isLarger, Tensor(0), b))
      return (g * (elementwise(.power, a, b) * elementwise(.logarithm, a + isFlat)))
        .summed(to: b.shape)
    case .maximum: return (g * elementwise(.isLarger, b, a)).summed(to: b.shape)
    case .minimum: return (g * elementwise(.isLarger, a, b)).summed(to: b.shape)
    case .isLarger, .isEqual: return Tensor(repeating: 0, shape: b.shape)
    }
  }

  /// Whether both derivatives are zero wherever there are any; see ``UnaryFunction/isFlat``.
  @inline(__always)
  var isFlat: Bool {
    switch self {
    case .isLarger, .isEqual: true
    case .add, .subtract, .multiply, .divide, .power, .maximum, .minimum, .weigh, .excess,
      .logitShare:
      false
    }
  }
}

extension Tensor {
  /// The sum over the axes along which a shape was repeated.
  @inline(__always)
  func summed(to shape: [Int]) -> Tensor {
    self.shape == shape ? self : apply(.sumTo(shape: shape), self)
  }
}

/// `1` above zero, else `scale · eˣ`; the part above zero is kept out of the exponential, which
/// would overflow there.
@inline(__always)
private func eluDerivative<S: Scalar>(_ x: Tensor<S>, scale: S) -> Tensor<S> {
  let isPositive = elementwise(.step(below: 0), x)
  let belowZero = -elementwise(.relu, -x)
  return isPositive + (scale * (1 - isPositive)) * elementwise(.exponential, belowZero)
}

/// The density of the normal distribution, `e^(−x²/2) / √(2π)`.
@inline(__always)
private func normalDensity<S: Scalar>(_ x: Tensor<S>) -> Tensor<S> {
  S(0.3989422804014327) * elementwise(.exponential, S(-0.5) * elementwise(.square, x))
}
