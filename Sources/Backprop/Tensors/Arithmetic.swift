// Elementwise arithmetic. Shapes broadcast by NumPy's rule: aligned at the last axes, where
// lengths must be equal or one of them 1.
//
// The forms for any type of number come after those of `ConcreteArithmetic.swift`, which let the compiler
// find the operators of a formula at once.

extension Tensor {
  /// The elementwise sum. Traps unless the shapes broadcast.
  @_disfavoredOverload
  public static func + (a: Tensor, b: Tensor) -> Tensor { broadcasting(.add, a, b, "+") }

  /// The elementwise difference. Traps unless the shapes broadcast.
  @_disfavoredOverload
  public static func - (a: Tensor, b: Tensor) -> Tensor { broadcasting(.subtract, a, b, "-") }

  /// The elementwise product; for the product of matrices see ``matmul(_:_:file:line:)``. Traps
  /// unless the shapes broadcast.
  @_disfavoredOverload
  public static func * (a: Tensor, b: Tensor) -> Tensor { broadcasting(.multiply, a, b, "*") }

  /// The elementwise quotient. Traps unless the shapes broadcast.
  @_disfavoredOverload
  public static func / (a: Tensor, b: Tensor) -> Tensor { broadcasting(.divide, a, b, "/") }

  /// The negated numbers.
  public static prefix func - (x: Tensor) -> Tensor { elementwise(.negate, x) }

  /// Each number plus a scalar.
  @_disfavoredOverload
  public static func + (a: Tensor, b: S) -> Tensor { elementwise(.add, a, Tensor(b)) }

  /// A scalar plus each number.
  @_disfavoredOverload
  public static func + (a: S, b: Tensor) -> Tensor { elementwise(.add, Tensor(a), b) }

  /// Each number less a scalar.
  @_disfavoredOverload
  public static func - (a: Tensor, b: S) -> Tensor { elementwise(.subtract, a, Tensor(b)) }

  /// A scalar less each number.
  @_disfavoredOverload
  public static func - (a: S, b: Tensor) -> Tensor { elementwise(.subtract, Tensor(a), b) }

  /// Each number times a scalar.
  @_disfavoredOverload
  public static func * (a: Tensor, b: S) -> Tensor { elementwise(.multiply, a, Tensor(b)) }

  /// A scalar times each number.
  @_disfavoredOverload
  public static func * (a: S, b: Tensor) -> Tensor { elementwise(.multiply, Tensor(a), b) }

  /// Each number over a scalar.
  @_disfavoredOverload
  public static func / (a: Tensor, b: S) -> Tensor { elementwise(.divide, a, Tensor(b)) }

  /// A scalar over each number.
  @_disfavoredOverload
  public static func / (a: S, b: Tensor) -> Tensor { elementwise(.divide, Tensor(a), b) }

  /// Adds in place. Traps unless `b` broadcasts to the shape of `a`.
  public static func += (a: inout Tensor, b: Tensor) { a = keepingShape(a, a + b, "+=") }

  /// Subtracts in place. Traps unless `b` broadcasts to the shape of `a`.
  public static func -= (a: inout Tensor, b: Tensor) { a = keepingShape(a, a - b, "-=") }

  /// Multiplies in place. Traps unless `b` broadcasts to the shape of `a`.
  public static func *= (a: inout Tensor, b: Tensor) { a = keepingShape(a, a * b, "*=") }

  /// Divides in place. Traps unless `b` broadcasts to the shape of `a`.
  public static func /= (a: inout Tensor, b: Tensor) { a = keepingShape(a, a / b, "/=") }

  static func broadcasting(
    _ function: BinaryFunction, _ a: Tensor, _ b: Tensor, _ name: StaticString
  ) -> Tensor {
    require(
      broadcastShape(a.shape, b.shape) != nil,
      "\(a.shape) \(name) \(b.shape): these shapes do not broadcast.", file: #fileID, line: #line)
    return elementwise(function, a, b)
  }

  private static func keepingShape(
    _ a: Tensor, _ result: Tensor, _ name: StaticString
  ) -> Tensor {
    require(
      result.shape == a.shape,
      "\(a.shape) \(name) …: the result would have another shape, \(result.shape).",
      file: #fileID, line: #line)
    return result
  }
}

/// The elementwise larger of two tensors. Where they are equal, each gets half the derivative.
///
/// Traps unless the shapes broadcast.
public func maximum<S: Scalar>(
  _ a: Tensor<S>, _ b: Tensor<S>, file: StaticString = #fileID, line: UInt = #line
) -> Tensor<S> {
  require(
    broadcastShape(a.shape, b.shape) != nil,
    "maximum of \(a.shape) and \(b.shape): these shapes do not broadcast.", file: file, line: line)
  return elementwise(.maximum, a, b)
}

/// The elementwise smaller of two tensors. Where they are equal, each gets half the derivative.
///
/// Traps unless the shapes broadcast.
public func minimum<S: Scalar>(
  _ a: Tensor<S>, _ b: Tensor<S>, file: StaticString = #fileID, line: UInt = #line
) -> Tensor<S> {
  require(
    broadcastShape(a.shape, b.shape) != nil,
    "minimum of \(a.shape) and \(b.shape): these shapes do not broadcast.", file: file, line: line)
  return elementwise(.minimum, a, b)
}

/// The larger of each number and a constant. Where they are equal, the derivative is half.
///
///     minimum(maximum(x, -1), 1)   // held between −1 and 1
public func maximum<S: Scalar>(_ a: Tensor<S>, _ b: S) -> Tensor<S> {
  elementwise(.maximum, a, Tensor(b))
}

/// The smaller of each number and a constant. Where they are equal, the derivative is half.
public func minimum<S: Scalar>(_ a: Tensor<S>, _ b: S) -> Tensor<S> {
  elementwise(.minimum, a, Tensor(b))
}
