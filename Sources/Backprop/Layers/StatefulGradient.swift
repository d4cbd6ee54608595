/// The value of a function of a model in a pass, and its gradient; the model gets the states, such
/// as running means, that the pass has brought.
///
///     var pass = Pass<Double>(.training, using: RandomNumbers(seed: 7))
///     let (loss, gradient) = valueWithGradient(at: &network, in: &pass) { network, pass in
///       crossEntropy(logits: network(x, in: &pass), labels: y)
///     }
///     optimizer.update(&network, along: gradient)
///
/// The model's parameters stay as they are. The gradient is a model of the same type, in which each
/// parameter holds its derivative. Activations recorded in the pass get theirs as well. Traps
/// unless the function's value is one number.
@_specialize(where M == Network<Double>)
@_specialize(where M == Network<Float>)
public func valueWithGradient<M: Model>(
  at point: inout M, in pass: inout Pass<M.Number>, file: StaticString = #fileID,
  line: UInt = #line, of function: (M, inout Pass<M.Number>) -> Tensor<M.Number>
) -> (value: M.Number, gradient: M) {
  let isOutermost = pass.tape == nil
  if isOutermost { pass.activations = [] }
  let first = pass.activations.count
  let derivative = Derivative(at: point, in: &pass, file: file, line: line, of: function)
  derivative.requireOneNumber(file: file, line: line)
  // Those of a gradient taken inside of this one have theirs.
  let own = pass.activations.indices[first...].filter { pass.activations[$0].gradient == nil }
  var slopes = own.map { pass.activations[$0].value }
  let gradient = derivative.gradient(
    seed: Tensor(repeating: 1, shape: derivative.value.shape), alsoAt: &slopes, file: file,
    line: line)
  for (index, slope) in zip(own, slopes) { pass.activations[index].gradient = slope }
  if isOutermost {
    for index in pass.activations.indices {
      pass.activations[index].value = pass.activations[index].value.untraced
      pass.activations[index].gradient = pass.activations[index].gradient?.untraced
    }
  }
  derivative.updateStates(of: &point)
  return (derivative.tracedValue.item, gradient)
}
