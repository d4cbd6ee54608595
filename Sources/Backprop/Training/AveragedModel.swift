/// A running average of a model's parameters, `a ← β a + (1 − β) θ`, which often generalises better than the
/// parameters that training ends with. States are the last model's.
///
///     var average = AveragedModel(network, decay: 0.999)
///     for … { _ = step(x, y); average.update(with: step.model) }
///     average.model
///
/// Source: B. Polyak and A. Juditsky, "Acceleration of stochastic approximation by averaging", SIAM Journal on
/// Control and Optimization 30 (1992).
public struct AveragedModel<M: Model> {
  /// The model with the averages.
  public private(set) var model: M
  /// `β`, the weight of the average so far.
  public let decay: M.Number

  /// An average that begins with a model. Traps unless the decay is in `0..<1`.
  public init(
    _ model: M, decay: M.Number, file: StaticString = #fileID, line: UInt = #line
  ) {
    requireWeight(decay, "decay", file: file, line: line)
    self.model = model
    self.decay = decay
  }

  /// Takes a model into the average. Traps for one of other shapes.
  public mutating func update(
    with next: M, file: StaticString = #fileID, line: UInt = #line
  ) {
    let (before, after) = (model.parameterValues, next.parameterValues)
    require(
      before.map { $0.shape } == after.map { $0.shape },
      "The average is that of a model with other shapes.", file: file, line: line)
    for parameter in after { parameter.noteReading() }
    model = next.withParameterValues(
      zip(before, after).map { old, new in
        Tensor(
          unchecked: old.shape,
          zip(old.values, new.values).map { decay * $0 + (1 - decay) * $1 })
      })
  }
}
