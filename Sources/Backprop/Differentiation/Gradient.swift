/// The value of a function of a model's parameters, and its gradient: a model of the same type in
/// which each parameter holds its derivative.
///
///     let (loss, gradient) = valueWithGradient(at: network) { network in
///       meanSquaredError(network(x), y)
///     }
///
/// A tensor is a model too, so `valueWithGradient(at: Tensor([1, 2])) { ($0 * $0).sum() }` gives a
/// tensor. The derivative is found in reverse: one pass over the computation from its value to the
/// parameters costs a small multiple of computing it, however many parameters there are.
///
/// A derivative may be taken inside another one. The derivative with respect to a parameter that is not used
/// is zero. Traps unless the function's value is one number, and if it depends on none of the parameters
/// because the closure does not use its argument, or because a number was taken out by ``Tensor/item`` or
/// ``Tensor/scalars``.
///
/// Source: A. Griewank and A. Walther, Evaluating Derivatives (2008), chapter 3.
@_disfavoredOverload
public func valueWithGradient<M: Model>(
  at point: M, file: StaticString = #fileID, line: UInt = #line,
  of function: (M) -> Tensor<M.Number>
) -> (value: M.Number, gradient: M) {
  let (value, gradient) = valueWithModelGradient(at: point, file: file, line: line, of: function)
  return (value.item, gradient)
}

/// What all forms of a gradient do. The value is that of the tape, so that a derivative inside another one
/// can be replayed as long as nobody reads its value.
@_specialize(where M == Network<Double>)
@_specialize(where M == Network<Float>)
@_specialize(where M == Tensor<Double>)
@_specialize(where M == Tensor<Float>)
func valueWithModelGradient<M: Model>(
  at point: M, file: StaticString, line: UInt, of function: (M) -> Tensor<M.Number>
) -> (value: Tensor<M.Number>, gradient: M) {
  let derivative = Derivative(at: point, of: function)
  derivative.requireOneNumber(file: file, line: line)
  let gradient = derivative.gradient(
    seed: Tensor(repeating: 1, shape: derivative.value.shape), file: file, line: line)
  return (derivative.tracedValue, gradient)
}

/// The gradient of a function of a model's parameters, as a model of the same type.
///
/// See ``valueWithGradient(at:file:line:of:)``.
@_disfavoredOverload
public func gradient<M: Model>(
  at point: M, file: StaticString = #fileID, line: UInt = #line,
  of function: (M) -> Tensor<M.Number>
) -> M {
  valueWithModelGradient(at: point, file: file, line: line, of: function).gradient
}
