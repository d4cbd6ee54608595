/// A step of training: the loss, its gradient, and the optimizer's move.
struct EagerStep<M: Model, O: Optimizer> where O.Number == M.Number {
  var model: M
  var optimizer: O
  var pass: Pass<M.Number>
  let loss: Trainer<M, O>.Loss
  let place: (file: StaticString, line: UInt)

  /// Takes the step, and gives the loss before it.
  mutating func callAsFunction(
    _ inputs: Tensor<M.Number>, _ targets: Tensor<M.Number>
  ) -> M.Number {
    let loss = loss
    let (value, gradient) = valueWithGradient(
      at: &model, in: &pass, file: place.file, line: place.line
    ) { model, pass in loss(model, inputs, targets, &pass) }
    optimizer.update(&model, along: gradient, file: place.file, line: place.line)
    return value
  }
}
