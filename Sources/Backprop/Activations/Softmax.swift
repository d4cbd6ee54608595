/// `eˣ / Σ eˣ` along an axis: positive numbers whose sum is 1. The shape stays; a negative axis
/// counts from the last.
///
/// The largest number of each line is subtracted first, so that nothing overflows. The derivative
/// of `yᵢ` with respect to `xⱼ` is `yᵢ (δᵢⱼ − yⱼ)`. Traps where there is no such axis.
///
/// Source: J. Bridle, "Probabilistic interpretation of feedforward classification network outputs, with
/// relationships to statistical pattern recognition", Neurocomputing (1990).
@_specialize(where S == Double)
@_specialize(where S == Float)
public func softmax<S: Scalar>(
  _ x: Tensor<S>, axis: Int = -1, file: StaticString = #fileID, line: UInt = #line
) -> Tensor<S> {
  apply(.softmax(axis: x.resolved(axis, file: file, line: line)), x)
}

/// The logarithm of ``softmax(_:axis:file:line:)``, `x − ln Σ eˣ` along an axis, which is finite
/// also where the softmax is too small for a number. The shape stays; a negative axis counts from
/// the last.
///
/// The derivative of the `i`th with respect to `xⱼ` is `δᵢⱼ − yⱼ`, with `y` the softmax. Traps where
/// there is no such axis. For its source see ``softmax(_:axis:file:line:)``.
@_specialize(where S == Double)
@_specialize(where S == Float)
public func logSoftmax<S: Scalar>(
  _ x: Tensor<S>, axis: Int = -1, file: StaticString = #fileID, line: UInt = #line
) -> Tensor<S> {
  apply(.logSoftmax(axis: x.resolved(axis, file: file, line: line)), x)
}
