// Elementwise functions of one tensor. Where a literal would do for a number or a tensor, it is a number, and
// so the functions of numbers in `Scalars` come first: the compiler then need not try both.

/// The exponential of each number.
@_disfavoredOverload
public func exp<S: Scalar>(_ x: Tensor<S>) -> Tensor<S> { elementwise(.exponential, x) }

/// The natural logarithm of each number.
@_disfavoredOverload
public func log<S: Scalar>(_ x: Tensor<S>) -> Tensor<S> { elementwise(.logarithm, x) }

/// `ln(1 + x)` of each number, which keeps its digits where `x` is small.
@_disfavoredOverload
public func log1p<S: Scalar>(_ x: Tensor<S>) -> Tensor<S> { elementwise(.log1p, x) }

/// The square root of each number.
@_disfavoredOverload
public func sqrt<S: Scalar>(_ x: Tensor<S>) -> Tensor<S> { elementwise(.squareRoot, x) }

/// The square of each number.
@_disfavoredOverload
public func square<S: Scalar>(_ x: Tensor<S>) -> Tensor<S> { elementwise(.square, x) }

/// Each number to a constant power: `pow(x, 3)`, `pow(x, -0.5)`.
@_disfavoredOverload
public func pow<S: Scalar>(_ x: Tensor<S>, _ exponent: Double) -> Tensor<S> {
  elementwise(.power(exponent), x)
}

/// The sine of each number.
@_disfavoredOverload
public func sin<S: Scalar>(_ x: Tensor<S>) -> Tensor<S> { elementwise(.sine, x) }

/// The cosine of each number.
@_disfavoredOverload
public func cos<S: Scalar>(_ x: Tensor<S>) -> Tensor<S> { elementwise(.cosine, x) }

/// The magnitude of each number. Its derivative at zero is taken as zero.
@_disfavoredOverload
public func abs<S: Scalar>(_ x: Tensor<S>) -> Tensor<S> { elementwise(.absolute, x) }
