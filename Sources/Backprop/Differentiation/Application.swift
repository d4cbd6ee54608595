// What every function of tensors ends in: an operation is computed, and recorded if one of its
// inputs is on a tape. Two tapes that meet in an operation become one. The loops see tensors of no
// tape: what they read is recorded.

/// Computes a function of each number of a tensor, and records it if the tensor is on a tape.
@inline(__always)
func elementwise<S: Scalar>(_ function: UnaryFunction, _ x: Tensor<S>) -> Tensor<S> {
  apply(.elementwise(function), x)
}

/// Computes a function of the numbers of two tensors in pairs, and records it if one of them is on
/// a tape. Their shapes have to broadcast.
@inline(__always)
func elementwise<S: Scalar>(
  _ function: BinaryFunction, _ a: Tensor<S>, _ b: Tensor<S>
) -> Tensor<S> {
  apply(.elementwise(function), a, b)
}

/// Computes an operation on one tensor, and records it if the tensor is on a tape.
@_specialize(where S == Double)
@_specialize(where S == Float)
func apply<S: Scalar>(_ operation: UnaryOperation, _ x: Tensor<S>) -> Tensor<S> {
  let value = operation.evaluate(x.untraced)
  guard let trace = x.trace?.resolved else { return value }
  return trace.tape.record(.unary(operation, trace.index), value)
}

/// Computes an operation on two tensors, and records it if one of them is on a tape.
@_specialize(where S == Double)
@_specialize(where S == Float)
func apply<S: Scalar>(
  _ operation: BinaryOperation, _ a: Tensor<S>, _ b: Tensor<S>
) -> Tensor<S> {
  let value = operation.evaluate(a.untraced, b.untraced)
  guard let tape = Tape.joined(a.trace?.tape, b.trace?.tape) else { return value }
  return tape.record(.binary(operation, tape.index(of: a), tape.index(of: b)), value)
}

/// Computes an operation on several tensors, and records it if one of them is on a tape.
@_specialize(where S == Double)
@_specialize(where S == Float)
func apply<S: Scalar>(_ operation: VariadicOperation, _ inputs: [Tensor<S>]) -> Tensor<S> {
  let value = operation.evaluate(inputs.map { $0.untraced })
  var tape: Tape<S>?
  for input in inputs { tape = Tape.joined(tape, input.trace?.tape) }
  guard let tape else { return value }
  return tape.record(.variadic(operation, inputs.map { tape.index(of: $0) }), value)
}
