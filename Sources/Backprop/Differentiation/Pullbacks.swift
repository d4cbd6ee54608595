// The backward half of each operation: what the derivative of a result contributes to the
// derivatives of its inputs. Each rule is written with tensor operations, so that it can itself
// be recorded and differentiated.

extension Operation {
  /// The contribution to the derivative with respect to the only input.
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
    // 2x may overflow where 2g does not, and zero times infinity is no number.
    case .square: return (2 * g) * x
    case .squareRoot: return g / (2 * y)
    case .power(let exponent):
      if exponent == 0 { return Tensor(repeating: 0, shape: x.shape) }
      return g * (S(exponent) * apply(.power(exponent - 1), x))
    case .exponential: return g * y
    case .logarithm: return g / x
    case .log1p: return g / (1 + x)
    case .sine: return g * apply(.cosine, x)
    case .cosine: return -(g * apply(.sine, x))
    case .hyperbolicTangent: return g * (1 - apply(.square, y))
    case .sigmoid: return g * (y * (1 - y))
    case .softplus: return g * apply(.sigmoid, x)
    case .relu: return g * apply(.step(below: 0), x)
    case .leakyRelu(let slope): return g * apply(.step(below: slope), x)
    case .elu(let scale): return g * eluDerivative(x, scale: S(scale))
    case .cumulativeNormal: return g * normalDensity(x)
    case .absolute: return g * apply(.sign, x)
    case .sum: return apply(.broadcast(shape: x.shape), g)
    case .sumAlong(let axis):
      return apply(.broadcast(shape: x.shape), g.withUnitAxis(axis))
    case .sumTo: return apply(.broadcast(shape: x.shape), g)
    case .broadcast: return apply(.sumTo(shape: x.shape), g)
    case .largest:
      let isLargest = apply(.isEqual, x, y)
      return g * (isLargest / apply(.sum, isLargest))
    case .largestAlong(let axis):
      let isLargest = apply(.isEqual, x, y.withUnitAxis(axis))
      return g.withUnitAxis(axis) * (isLargest / isLargest.sumKeeping(axis))
    case .softmax(let axis): return y * (g - (g * y).sumKeeping(axis))
    case .logSoftmax(let axis):
      return g - apply(.softmax(axis: axis), x) * g.sumKeeping(axis)
    case .transpose: return apply(.transpose, g)
    case .reshape: return apply(.reshape(shape: x.shape), g)
    case .permute(let axes): return apply(.permute(axes: inverse(axes)), g)
    case .unfold(let window, _): return apply(.fold(window, shape: x.shape), g)
    case .fold(let window, _): return apply(.unfold(window, fill: 0), g)
    case .block(let start, _): return apply(.embedding(start: start, shape: x.shape), g)
    case .embedding(let start, _): return apply(.block(start: start, shape: x.shape), g)
    case .slice(let axis, let lower, _):
      return apply(.padding(axis: axis, lower: lower, length: x.shape[axis]), g)
    case .padding(let axis, let lower, _):
      return apply(.slice(axis: axis, lower: lower, upper: lower + x.shape[axis]), g)
    case .parameter, .constant, .state, .step, .sign, .keepMask, .oneHot, .add, .subtract,
      .multiply,
      .divide,
      .maximum, .minimum, .weigh, .isLarger, .isEqual, .matrixProduct, .matrixVectorProduct,
      .innerProduct,
      .outerProduct, .concatenate, .stack, .gather, .scatter:
      fatalError("The operation does not take one input.")
    }
  }

  /// The contribution to the derivative with respect to the first of two inputs.
  @_specialize(where S == Double)
  @_specialize(where S == Float)
  func leftPullback<S: Scalar>(of g: Tensor<S>, _ a: Tensor<S>, _ b: Tensor<S>) -> Tensor<S> {
    switch self {
    case .add, .subtract: return g.summed(to: a.shape)
    case .multiply, .weigh: return (g * b).summed(to: a.shape)
    case .divide: return (g / b).summed(to: a.shape)
    case .maximum: return (g * apply(.isLarger, a, b)).summed(to: a.shape)
    case .minimum: return (g * apply(.isLarger, b, a)).summed(to: a.shape)
    case .matrixProduct(let left, let right):
      // C = A B: ∂A = G Bᵀ; C = Aᵀ B: ∂A = B Gᵀ; and B transposed in either case
      return left
        ? apply(.matrixProduct(transposeLeft: right, transposeRight: true), b, g)
        : apply(.matrixProduct(transposeLeft: false, transposeRight: !right), g, b)
    case .matrixVectorProduct(let transposed):
      return transposed ? apply(.outerProduct, b, g) : apply(.outerProduct, g, b)
    case .innerProduct: return g * b
    case .outerProduct: return apply(.matrixVectorProduct(transposed: false), g, b)
    case .gather: return apply(.scatter(rows: a.shape[0]), g, b)
    case .scatter: return apply(.gather, g, b)
    default: fatalError("The operation does not take two inputs.")
    }
  }

  /// The contribution to the derivative with respect to the second of two inputs.
  @_specialize(where S == Double)
  @_specialize(where S == Float)
  func rightPullback<S: Scalar>(of g: Tensor<S>, _ a: Tensor<S>, _ b: Tensor<S>) -> Tensor<S> {
    switch self {
    case .add: return g.summed(to: b.shape)
    case .subtract: return -g.summed(to: b.shape)
    case .multiply, .weigh: return (g * a).summed(to: b.shape)
    case .divide: return -(g * ((a / b) / b)).summed(to: b.shape)
    case .maximum: return (g * apply(.isLarger, b, a)).summed(to: b.shape)
    case .minimum: return (g * apply(.isLarger, a, b)).summed(to: b.shape)
    case .matrixProduct(let left, let right):
      // C = A B: ∂B = Aᵀ G; C = A Bᵀ: ∂B = Gᵀ A; and A transposed in either case
      return right
        ? apply(.matrixProduct(transposeLeft: true, transposeRight: left), g, a)
        : apply(.matrixProduct(transposeLeft: !left, transposeRight: false), a, g)
    case .matrixVectorProduct(let transposed):
      return apply(.matrixVectorProduct(transposed: !transposed), a, g)
    case .innerProduct: return g * a
    case .outerProduct: return apply(.matrixVectorProduct(transposed: true), g, a)
    case .gather, .scatter: return Tensor(repeating: 0, shape: b.shape)
    default: fatalError("The operation does not take two inputs.")
    }
  }

  /// The contribution to the derivative with respect to one of several inputs.
  func pullback<S: Scalar>(
    of g: Tensor<S>, position: Int, start: Int, shape: [Int]
  ) -> Tensor<S> {
    switch self {
    case .concatenate(let axis):
      return apply(.slice(axis: axis, lower: start, upper: start + shape[axis]), g)
    case .stack: return apply(.block(start: position * elementCount(shape), shape: shape), g)
    default: fatalError("The operation does not take any number of inputs.")
    }
  }
}

extension Tensor {
  /// The sum over the axes along which a shape was repeated.
  @inline(__always)
  fileprivate func summed(to shape: [Int]) -> Tensor {
    self.shape == shape ? self : apply(.sumTo(shape: shape), self)
  }

  /// The sums along an axis, which keeps the length 1.
  @inline(__always)
  fileprivate func sumKeeping(_ axis: Int) -> Tensor {
    apply(.sumAlong(axis: axis), self).withUnitAxis(axis)
  }

  /// The same numbers with an axis of length 1 put in.
  @inline(__always)
  fileprivate func withUnitAxis(_ axis: Int) -> Tensor {
    var shape = shape
    shape.insert(1, at: axis)
    return apply(.reshape(shape: shape), self)
  }
}

/// The order of axes that undoes another.
private func inverse(_ axes: [Int]) -> [Int] {
  var result = axes
  for (place, axis) in axes.enumerated() { result[axis] = place }
  return result
}

/// `1` above zero, else `scale · eˣ`; the part above zero is kept out of the exponential, which
/// would overflow there.
@inline(__always)
private func eluDerivative<S: Scalar>(_ x: Tensor<S>, scale: S) -> Tensor<S> {
  let isPositive = apply(.step(below: 0), x)
  let belowZero = -apply(.relu, -x)
  return isPositive + (scale * (1 - isPositive)) * apply(.exponential, belowZero)
}

/// The density of the normal distribution, `e^(−x²/2) / √(2π)`.
@inline(__always)
private func normalDensity<S: Scalar>(_ x: Tensor<S>) -> Tensor<S> {
  S(0.3989422804014327) * apply(.exponential, S(-0.5) * apply(.square, x))
}
