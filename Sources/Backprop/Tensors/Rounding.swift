// Functions that are constant except for jumps: their derivatives are zero, so that nothing is trained
// through them. A straight-through estimator gives them one; see `withPullback`.

/// The largest integer that is not above each number. Its derivative is zero.
public func floor<S: Scalar>(_ x: Tensor<S>) -> Tensor<S> { elementwise(.round(.down), x) }

/// The smallest integer that is not below each number. Its derivative is zero.
public func ceil<S: Scalar>(_ x: Tensor<S>) -> Tensor<S> { elementwise(.round(.up), x) }

/// The integer nearest to each number, of two the even one: 0.5 becomes 0, and 1.5 becomes 2. Its
/// derivative is zero.
public func round<S: Scalar>(_ x: Tensor<S>) -> Tensor<S> {
  elementwise(.round(.toNearestOrEven), x)
}

/// 1, 0 or −1, as each number is above, at or below zero, and 0 for NaN. Its derivative is zero.
public func sign<S: Scalar>(_ x: Tensor<S>) -> Tensor<S> { elementwise(.sign, x) }

/// Each number to the power of another one, `aᵇ`, with the special cases of IEEE 754.
///
/// The derivatives are `b aᵇ⁻¹` and `aᵇ ln a`. Where `b = 0` the first is 0, and where `a = 0` and
/// `b ≥ 0` the second is 0, as in PyTorch; below zero `ln a` is NaN. Traps unless the shapes broadcast.
///
///     pow(Tensor([2, 3]), Tensor([3, 2]))   // [8.0, 9.0]
public func pow<S: Scalar>(
  _ a: Tensor<S>, _ b: Tensor<S>, file: StaticString = #fileID, line: UInt = #line
) -> Tensor<S> {
  require(
    broadcastShape(a.shape, b.shape) != nil,
    "pow of \(a.shape) and \(b.shape): these shapes do not broadcast.", file: file, line: line)
  return elementwise(.power, a, b)
}
