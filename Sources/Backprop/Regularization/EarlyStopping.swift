/// Watches the loss on validation data, keeps the best model, and says when training has ceased to
/// help.
///
///     var stopping = EarlyStopping<Network<Double>>(patience: 5)
///     for epoch in 0..<1000 {
///       …
///       if stopping.shouldStop(after: validationLoss, of: network) { break }
///     }
///     network = stopping.bestModel ?? network
///
/// Source: L. Prechelt, "Early stopping — but when?", Neural Networks: Tricks of the Trade (1998).
public struct EarlyStopping<M: Model>: Sendable {
  /// How many epochs in a row may bring no improvement before training stops.
  public var patience: Int
  /// By how much a loss must be below the best to be an improvement.
  public var minimumImprovement: M.Number
  /// The lowest loss so far; nil before the first.
  public private(set) var bestLoss: M.Number?
  /// The model that had it.
  public private(set) var bestModel: M?
  /// The epoch, counted from 0, that it came from.
  public private(set) var bestEpoch: Int?
  /// How many losses have been seen.
  public private(set) var epochs = 0

  /// Early stopping that bears with a number of epochs without improvement. Traps unless it is
  /// positive.
  public init(
    patience: Int, minimumImprovement: M.Number = 0, file: StaticString = #fileID,
    line: UInt = #line
  ) {
    require(
      patience > 0, "Early stopping needs a patience of 1 or more, not \(patience).",
      file: file, line: line)
    self.patience = patience
    self.minimumImprovement = minimumImprovement
  }

  /// How many epochs have passed since the best one, or since the first if there is none.
  public var epochsWithoutImprovement: Int {
    guard let bestEpoch else { return epochs }
    return epochs - 1 - bestEpoch
  }

  /// Whether the patience is at its end.
  public var isExhausted: Bool { epochsWithoutImprovement >= patience }

  /// Takes note of an epoch's loss and model; true when the patience is at its end.
  ///
  /// A loss that is NaN is no improvement.
  public mutating func shouldStop(after loss: M.Number, of model: M) -> Bool {
    let isImprovement = bestLoss.map { loss < $0 - minimumImprovement } ?? !loss.isNaN
    if isImprovement {
      bestLoss = loss
      bestModel = model
      bestEpoch = epochs
    }
    epochs += 1
    return isExhausted
  }

  /// Takes over what was seen before; the model is one of the same kind as the best.
  mutating func restore(
    _ kept: TrainerSnapshot<M.Number>.Stopping, as model: M
  ) throws(TensorMismatch) {
    var best: M?
    if let tensors = kept.best?.model {
      var model = model
      try model.setTensors(tensors)
      best = model
    }
    bestModel = best
    bestLoss = kept.best?.loss
    bestEpoch = kept.best?.epoch
    epochs = kept.epochs
  }
}
