extension Tensor {
  /// The same numbers, through which no derivative goes; a replayed step computes them anew.
  var stoppingDerivatives: Tensor { trace == nil ? self : apply(.custom, [self]) }
}

/// A function of tensors with a derivative of one's own.
///
///     // Rounds, and lets the derivative through as if it did not: a straight-through estimator.
///     func rounded(_ x: Tensor<Double>) -> Tensor<Double> {
///       withPullback(x, of: { x in round(x) }, pullback: { slope, y, x in slope })
///     }
///
/// The pullback takes the derivative with respect to the function's value, the value, and the input, and
/// gives the derivative with respect to the input. It is made of tensor operations like any function, and
/// can then be differentiated again; a derivative of second order is that of the pullback. Whether it is
/// the function's, ``checkGradients(at:step:tolerance:file:line:of:)`` tells.
///
/// Neither closure should refer to a tensor on which a derivative is being taken, other than those it is
/// given: no derivative goes to it. Traps when the derivative has another shape than the input.
///
/// Source: Y. Bengio, N. Léonard and A. Courville, "Estimating or propagating gradients through
/// stochastic neurons for conditional computation", arXiv:1308.3432 (2013), for the example.
public func withPullback<S: Scalar>(
  _ x: Tensor<S>, of function: (Tensor<S>) -> Tensor<S>,
  pullback:
    @escaping (_ slope: Tensor<S>, _ value: Tensor<S>, _ x: Tensor<S>) -> Tensor<S>,
  file: StaticString = #fileID, line: UInt = #line
) -> Tensor<S> {
  withPullback(
    [x], of: { function($0[0]) }, pullback: { [pullback($0, $1, $2[0])] }, file: file, line: line)
}

/// A function of several tensors with derivatives of one's own.
///
/// The pullback gives as many derivatives as there are inputs, each of its input's shape; traps for
/// others. See ``withPullback(_:of:pullback:file:line:)``.
public func withPullback<S: Scalar>(
  _ inputs: [Tensor<S>], of function: ([Tensor<S>]) -> Tensor<S>,
  pullback:
    @escaping (_ slope: Tensor<S>, _ value: Tensor<S>, _ inputs: [Tensor<S>]) -> [Tensor<S>],
  file: StaticString = #fileID, line: UInt = #line
) -> Tensor<S> {
  let value = function(inputs)
  guard inputs.contains(where: { $0.trace != nil }) else { return value }
  let result = apply(.custom, [value] + inputs)
  result.trace?.tape.current.setPullback { slope, operands, _, add in
    let inputs = Array(operands.dropFirst())
    let slopes = pullback(slope, operands[0], inputs)
    require(
      slopes.count == inputs.count,
      "A pullback of \(inputs.count) inputs gave \(slopes.count) derivatives.", file: file,
      line: line)
    for (place, (slope, input)) in zip(slopes, inputs).enumerated() {
      require(
        slope.shape == input.shape,
        "A pullback gave a derivative of shape \(slope.shape) for an input of shape "
          + "\(input.shape).", file: file, line: line)
      add(slope, place + 1)
    }
  }
  return result
}
