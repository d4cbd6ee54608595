// Gradients of functions of tensors and numbers. They say no more than the general form, but with
// their types fixed the compiler finds the operators of a formula in the closure at once, where the
// general form makes it give up.

/// The value of a function of a tensor, and its gradient, a tensor of the same shape.
///
///     valueWithGradient(at: Tensor([1, 2])) { x in (x * x).sum() }   // (5.0, [2.0, 4.0])
///
/// Traps unless the function's value is one number.
@_disfavoredOverload
public func valueWithGradient(
  at point: Tensor<Double>, file: StaticString = #fileID, line: UInt = #line,
  of function: (Tensor<Double>) -> Tensor<Double>
) -> (value: Double, gradient: Tensor<Double>) {
  let (value, gradient) = valueWithModelGradient(at: point, file: file, line: line, of: function)
  return (value.item, gradient)
}

/// The gradient of a function of a tensor, a tensor of the same shape.
///
/// Traps unless the function's value is one number.
@_disfavoredOverload
public func gradient(
  at point: Tensor<Double>, file: StaticString = #fileID, line: UInt = #line,
  of function: (Tensor<Double>) -> Tensor<Double>
) -> Tensor<Double> {
  valueWithModelGradient(at: point, file: file, line: line, of: function).gradient
}

/// The value and the derivative of a function of one number.
///
///     valueWithGradient(at: 3.0) { x in x * x }   // (9.0, 6.0)
///
/// Traps unless the function's value is one number.
public func valueWithGradient(
  at point: Double, file: StaticString = #fileID, line: UInt = #line,
  of function: (Tensor<Double>) -> Tensor<Double>
) -> (value: Double, gradient: Double) {
  let (value, gradient) = valueWithModelGradient(
    at: Tensor(point), file: file, line: line, of: function)
  return (value.item, gradient.item)
}

/// The derivative of a function of one number.
///
///     gradient(at: 3.0) { x in x * x }   // 6.0
///
/// Traps unless the function's value is one number.
public func gradient(
  at point: Double, file: StaticString = #fileID, line: UInt = #line,
  of function: (Tensor<Double>) -> Tensor<Double>
) -> Double {
  valueWithGradient(at: point, file: file, line: line, of: function).gradient
}

/// The value and the partial derivatives of a function of two numbers.
///
/// Traps unless the function's value is one number.
public func valueWithGradient(
  at x: Double, _ y: Double, file: StaticString = #fileID, line: UInt = #line,
  of function: (_ x: Tensor<Double>, _ y: Tensor<Double>) -> Tensor<Double>
) -> (value: Double, gradient: (Double, Double)) {
  let point: [Tensor<Double>] = [Tensor(x), Tensor(y)]
  let (value, gradient) = valueWithModelGradient(at: point, file: file, line: line) { point in
    function(point[0], point[1])
  }
  return (value.item, (gradient[0].item, gradient[1].item))
}

/// The partial derivatives of a function of two numbers.
///
///     gradient(at: 2.0, 3.0) { x, y in x * y }   // (3.0, 2.0)
///
/// Traps unless the function's value is one number.
public func gradient(
  at x: Double, _ y: Double, file: StaticString = #fileID, line: UInt = #line,
  of function: (_ x: Tensor<Double>, _ y: Tensor<Double>) -> Tensor<Double>
) -> (Double, Double) {
  valueWithGradient(at: x, y, file: file, line: line, of: function).gradient
}

/// The value of a function of a tensor, and its gradient, a tensor of the same shape.
///
///     valueWithGradient(at: Tensor([1, 2])) { x in (x * x).sum() }   // (5.0, [2.0, 4.0])
///
/// Traps unless the function's value is one number.
@_disfavoredOverload
public func valueWithGradient(
  at point: Tensor<Float>, file: StaticString = #fileID, line: UInt = #line,
  of function: (Tensor<Float>) -> Tensor<Float>
) -> (value: Float, gradient: Tensor<Float>) {
  let (value, gradient) = valueWithModelGradient(at: point, file: file, line: line, of: function)
  return (value.item, gradient)
}

/// The gradient of a function of a tensor, a tensor of the same shape.
///
/// Traps unless the function's value is one number.
@_disfavoredOverload
public func gradient(
  at point: Tensor<Float>, file: StaticString = #fileID, line: UInt = #line,
  of function: (Tensor<Float>) -> Tensor<Float>
) -> Tensor<Float> {
  valueWithModelGradient(at: point, file: file, line: line, of: function).gradient
}

/// The value and the derivative of a function of one number.
///
///     valueWithGradient(at: 3.0) { x in x * x }   // (9.0, 6.0)
///
/// Traps unless the function's value is one number.
@_disfavoredOverload
public func valueWithGradient(
  at point: Float, file: StaticString = #fileID, line: UInt = #line,
  of function: (Tensor<Float>) -> Tensor<Float>
) -> (value: Float, gradient: Float) {
  let (value, gradient) = valueWithModelGradient(
    at: Tensor(point), file: file, line: line, of: function)
  return (value.item, gradient.item)
}

/// The derivative of a function of one number.
///
///     gradient(at: 3.0) { x in x * x }   // 6.0
///
/// Traps unless the function's value is one number.
@_disfavoredOverload
public func gradient(
  at point: Float, file: StaticString = #fileID, line: UInt = #line,
  of function: (Tensor<Float>) -> Tensor<Float>
) -> Float {
  valueWithGradient(at: point, file: file, line: line, of: function).gradient
}

/// The value and the partial derivatives of a function of two numbers.
///
/// Traps unless the function's value is one number.
@_disfavoredOverload
public func valueWithGradient(
  at x: Float, _ y: Float, file: StaticString = #fileID, line: UInt = #line,
  of function: (_ x: Tensor<Float>, _ y: Tensor<Float>) -> Tensor<Float>
) -> (value: Float, gradient: (Float, Float)) {
  let point: [Tensor<Float>] = [Tensor(x), Tensor(y)]
  let (value, gradient) = valueWithModelGradient(at: point, file: file, line: line) { point in
    function(point[0], point[1])
  }
  return (value.item, (gradient[0].item, gradient[1].item))
}

/// The partial derivatives of a function of two numbers.
///
///     gradient(at: 2.0, 3.0) { x, y in x * y }   // (3.0, 2.0)
///
/// Traps unless the function's value is one number.
@_disfavoredOverload
public func gradient(
  at x: Float, _ y: Float, file: StaticString = #fileID, line: UInt = #line,
  of function: (_ x: Tensor<Float>, _ y: Tensor<Float>) -> Tensor<Float>
) -> (Float, Float) {
  valueWithGradient(at: x, y, file: file, line: line, of: function).gradient
}
