/// The value of a function and the product `J v` of its Jacobian `Jᵢⱼ = ∂fᵢ / ∂xⱼ` and a direction: how the
/// value changes as the point moves along it.
///
///     jvp(at: Tensor([1, 2]), along: Tensor([1, 0])) { x in x * x }   // ([1.0, 4.0], [2.0, 0.0])
///
/// Derivatives are carried forwards with the values, at the cost of a small multiple of the function,
/// however many numbers the point and the value have. The result is a constant: no derivative goes
/// through it. Traps unless the direction has the shapes of the point, and for a function with a pullback
/// of its own.
///
/// Source: A. Griewank and A. Walther, Evaluating Derivatives (2008), chapter 3.1.
public func jvp<M: Model>(
  at point: M, along direction: M, file: StaticString = #fileID, line: UInt = #line,
  of function: (M) -> Tensor<M.Number>
) -> (value: Tensor<M.Number>, tangent: Tensor<M.Number>) {
  let tangents = direction.parameterValues
  let shapes = point.parameterValues.map { $0.shape }
  require(
    tangents.map { $0.shape } == shapes,
    "A direction of shapes \(tangents.map { $0.shape }) does not fit a point of \(shapes).",
    file: file, line: line)
  let tracked = TrackedPoint(point)
  let result = function(tracked.tracked)
  tracked.tape?.current.openDerivatives -= 1
  result.noteReading()
  guard let tape = tracked.tape?.current, let trace = result.trace?.resolved, trace.tape === tape
  else { return (result.detached, .zeros(result.shape)) }
  let directions = zip(tracked.places, tangents).map {
    (node: $0.resolved.index, tangent: $1.detached)
  }
  let tangent = tape.tangent(of: trace.index, along: directions, file: file, line: line)
  return (result.detached, tangent.detached)
}

/// The value of a function and the product `wᵀ J` of weights and its Jacobian: the gradient of the weighted
/// sum of its values, as a model of the point's type.
///
///     vjp(at: Tensor([1, 2]), weights: Tensor([1, 10])) { x in x * x }   // ([1.0, 4.0], [2.0, 40.0])
///
/// Traps unless the weights have the value's shape.
public func vjp<M: Model>(
  at point: M, weights: Tensor<M.Number>, file: StaticString = #fileID, line: UInt = #line,
  of function: (M) -> Tensor<M.Number>
) -> (value: Tensor<M.Number>, gradient: M) {
  let derivative = Derivative(at: point, of: function)
  require(
    derivative.value.shape == weights.shape,
    "Weights of shape \(weights.shape) do not fit a value of shape \(derivative.value.shape).",
    file: file, line: line)
  return (derivative.value, derivative.gradient(seed: weights))
}

/// The Jacobian of a function of a tensor, `∂yᵢ / ∂xⱼ`, of the value's shape followed by the point's.
///
///     jacobian(at: Tensor([1, 2])) { x in x * x }   // [[2.0, 0.0], [0.0, 4.0]]
///
/// A row of it, a derivative backwards, is taken for each number of the value; the function is called
/// once. The result is a constant.
public func jacobian<S: Scalar>(
  at point: Tensor<S>, of function: (Tensor<S>) -> Tensor<S>
) -> Tensor<S> {
  let derivative = Derivative(at: point, of: function)
  let value = derivative.value
  var numbers: [S] = []
  numbers.reserveCapacity(value.count * point.count)
  for index in 0..<value.count {
    var seed = Tensor<S>.zeros(value.shape)
    seed.values[index] = 1
    numbers += derivative.weightedDerivative(seed: seed).values
  }
  derivative.end()
  point.noteReading()
  return Tensor(unchecked: value.shape + point.shape, numbers)
}
