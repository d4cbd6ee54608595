/// A rule by which parameters move along a gradient.
///
///     var optimizer = Momentum(learningRate: 0.1, momentum: 0.9)
///     optimizer.update(&network, along: gradient)
public protocol Optimizer<Number> {
  /// The type of the parameters' numbers.
  associatedtype Number: Scalar

  /// The size of a step.
  var learningRate: Number { get set }

  /// Moves a model's parameters by one step.
  ///
  /// Traps when the gradient, or the state from earlier steps, is that of another model.
  mutating func update<M: Model>(
    _ model: inout M, along gradient: M, file: StaticString, line: UInt
  ) where M.Number == Number
}

extension Optimizer {
  /// Moves a model's parameters by one step.
  ///
  /// Traps when the gradient, or the state from earlier steps, is that of another model.
  public mutating func update<M: Model>(
    _ model: inout M, along gradient: M, file: StaticString = #fileID, line: UInt = #line
  ) where M.Number == Number {
    update(&model, along: gradient, file: file, line: line)
  }

  /// Moves one number by one step.
  public mutating func update(
    _ x: inout Number, along slope: Number, file: StaticString = #fileID, line: UInt = #line
  ) {
    var tensor = Tensor(x)
    update(&tensor, along: Tensor(slope), file: file, line: line)
    x = tensor.item
  }
}

/// Calls a closure with each parameter, its place in order and its derivative.
func updateParameters<M: Model>(
  of model: inout M, along gradient: M, file: StaticString, line: UInt,
  _ step: (_ index: Int, _ parameter: inout Tensor<M.Number>, _ slope: Tensor<M.Number>) -> Void
) {
  let slopes = gradient.parameterValues
  var index = 0
  model.updateParameters { path, parameter in
    require(
      index < slopes.count && slopes[index].shape == parameter.shape,
      "The gradient is not that of the model: \(parameterName(path)) has the shape "
        + "\(parameter.shape), its derivative "
        + (index < slopes.count ? "\(slopes[index].shape)." : "none."), file: file, line: line)
    parameter.trace = nil
    step(index, &parameter, slopes[index])
    index += 1
  }
}

/// A tensor of zeros for each parameter, unless the state is there already.
func prepareState<M: Model>(
  _ state: inout [Tensor<M.Number>], for model: M, file: StaticString, line: UInt
) {
  if state.isEmpty { state = model.parameterValues.map { .zeros($0.shape) } }
  require(
    state.map { $0.shape } == model.parameterValues.map { $0.shape },
    "The optimizer's state is that of a model with other shapes.", file: file, line: line)
}
