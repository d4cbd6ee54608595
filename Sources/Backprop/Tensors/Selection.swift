/// The numbers of `a` where a mask is not zero, else those of `b`; other libraries call it `where`.
///
///     let x = Tensor([-1, 0, 2])
///     select(log(x), where: x > 0, else: Tensor(0))   // [0.0, 0.0, 0.6931471805599453]
///
/// The shapes broadcast. The derivative of `a` is zero where it is not taken, and stays zero in what `a`
/// was computed from by functions of single numbers, even those of infinite slope: above the derivative
/// at `x = 0` is 0, where zero times the slope of the logarithm would be NaN. A product of matrices, a
/// softmax or a largest number on the way sees all of `a`. Of the mask there is no derivative.
///
/// Traps unless the shapes broadcast.
public func select<S: Scalar>(
  _ a: Tensor<S>, where mask: Tensor<S>, else b: Tensor<S>, file: StaticString = #fileID,
  line: UInt = #line
) -> Tensor<S> {
  let shape = broadcastShape(mask.shape, a.shape).flatMap { broadcastShape($0, b.shape) }
  guard let shape else {
    fail(
      "select of \(a.shape) and \(b.shape) where \(mask.shape): these shapes do not broadcast.",
      file: file, line: line)
  }
  let inputs = [mask, a, b].map { $0.shape == shape ? $0 : apply(.broadcast(shape: shape), $0) }
  let result = apply(.select, inputs)
  if let tape = result.trace?.tape.current { tape.withinSelections = Tape.loopWithinSelections }
  return result
}

/// The numbers of `a` where a mask is not zero, else one number.
///
/// Traps unless the shapes broadcast; see ``select(_:where:else:file:line:)``.
public func select<S: Scalar>(
  _ a: Tensor<S>, where mask: Tensor<S>, else b: S, file: StaticString = #fileID,
  line: UInt = #line
) -> Tensor<S> {
  select(a, where: mask, else: Tensor(b), file: file, line: line)
}

/// The larger of each number and a constant: ``maximum(_:_:)``.
///
///     max(Tensor([-1, 2]), 0)   // [0.0, 2.0]
public func max<S: Scalar>(_ a: Tensor<S>, _ b: S) -> Tensor<S> { maximum(a, b) }

/// The smaller of each number and a constant: ``minimum(_:_:)``.
public func min<S: Scalar>(_ a: Tensor<S>, _ b: S) -> Tensor<S> { minimum(a, b) }

/// The elementwise larger of two tensors: ``maximum(_:_:file:line:)``. Traps unless the shapes
/// broadcast.
public func max<S: Scalar>(
  _ a: Tensor<S>, _ b: Tensor<S>, file: StaticString = #fileID, line: UInt = #line
) -> Tensor<S> {
  maximum(a, b, file: file, line: line)
}

/// The elementwise smaller of two tensors: ``minimum(_:_:file:line:)``. Traps unless the shapes
/// broadcast.
public func min<S: Scalar>(
  _ a: Tensor<S>, _ b: Tensor<S>, file: StaticString = #fileID, line: UInt = #line
) -> Tensor<S> {
  minimum(a, b, file: file, line: line)
}

extension Tensor {
  /// The numbers held within a range; NaN stays NaN.
  ///
  /// The derivative is 1 within the range, and 0 at its ends and beyond, as PyTorch's `clamp` has it.
  /// With ``maximum(_:_:)`` it would be ½ at the ends.
  public func clamped(to range: ClosedRange<S>) -> Tensor {
    let held = select(self, where: 1 - (self >= range.upperBound), else: range.upperBound)
    return select(held, where: 1 - (self <= range.lowerBound), else: range.lowerBound)
  }
}
