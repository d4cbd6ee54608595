/// A part of a computation whose intermediate values are not kept for the derivative, but computed again
/// when it is taken: gradient checkpointing.
///
///     let y = recomputing([x, w]) { inputs in deepNetwork(inputs[0], inputs[1]) }
///
/// Of a chain of `n` parts the memory falls from that of all their values to that of the parts' ends and
/// of one part, for one more computation of each. The function must give the same for the same inputs,
/// and depend on no tensor of a derivative but those it is given. A step of training with it is not
/// replayed: a replayed step has its own plan of memory.
///
/// Source: T. Chen, B. Xu, C. Zhang and C. Guestrin, "Training deep nets with sublinear memory cost",
/// arXiv:1604.06174 (2016).
public func recomputing<S: Scalar>(
  _ inputs: [Tensor<S>], _ function: @escaping ([Tensor<S>]) -> Tensor<S>
) -> Tensor<S> {
  let value = function(inputs.map { Tensor(unchecked: $0.shape, $0.values) })
  guard inputs.contains(where: { $0.trace != nil }) else { return value }
  for input in inputs { input.noteReading() }
  let result = apply(.custom, [value] + inputs)
  result.trace?.tape.current.setPullback { slope, operands, _, add in
    let inputs = Array(operands.dropFirst())
    let slopes = vjp(at: inputs, weights: slope, of: function).gradient
    for (place, slope) in slopes.enumerated() { add(slope, place + 1) }
  }
  return result
}
