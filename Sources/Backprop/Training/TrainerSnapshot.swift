/// All that a ``Trainer`` needs to go on as if nothing had happened, apart from what is in the
/// program: the loss and the schedule. The optimizer's settings and the size of batches stand there
/// too; what they were is kept, so that no training goes on with others unnoticed.
///
/// It is made of names and plain numbers, so that it can be written to a file.
///
///     let kept = trainer.snapshot
///     trainer.train(on: data, epochs: 20)
///     try trainer.restore(kept)      // back to where it was
public struct TrainerSnapshot<S: Scalar>: Sendable {
  /// A tensor under its name.
  public typealias NamedTensor = (name: String, value: Tensor<S>)
  /// The words of a generator's ``RandomNumbers/state``.
  public typealias GeneratorState = (UInt64, UInt64, UInt64, UInt64)

  /// The name of an optimizer's rule, and its settings except for the learning rate.
  public typealias Rule = (name: String, settings: [(name: String, value: S)])

  /// The model's parameters and states, from which training goes on.
  public var model: [NamedTensor]
  /// The optimizer's rule; nil if it is not known, as in checkpoints of version 1.
  public var optimizerRule: Rule?
  /// The optimizer's states: of each name a tensor for each parameter, or none before the first
  /// step.
  public var optimizerStates: [(name: String, tensors: [Tensor<S>])]
  /// The optimizer's counts of steps.
  public var optimizerCounts: [(name: String, count: Int)]
  /// The optimizer's learning rate.
  public var learningRate: S
  /// The generator, as it goes on.
  public var generator: GeneratorState
  /// The generator, as it was when the order of the epoch that is running was drawn from it.
  public var epochGenerator: GeneratorState
  /// Where in the training it is.
  public var position: TrainingPosition
  /// How many examples a batch has; nil if it is not known, as in checkpoints of version 1.
  public var batchSize: Int?
  /// What the training has come to.
  public var history: TrainingHistory<S>
  /// What early stopping has seen, if there is any.
  public var stopping: Stopping?

  /// What early stopping has seen.
  ///
  ///     snapshot.stopping?.best?.epoch      // the best epoch so far, from 0 on
  public struct Stopping: Sendable {
    /// How many losses.
    public var epochs: Int
    /// The best epoch, its loss, and the model's parameters and states; nil before the first.
    public var best: (epoch: Int, loss: S, model: [NamedTensor])?
    /// Whether training has ended, so that the trainer's model is the best one.
    public var isBestTaken: Bool

    /// What has been seen.
    public init(
      epochs: Int, best: (epoch: Int, loss: S, model: [NamedTensor])?, isBestTaken: Bool = false
    ) {
      self.epochs = epochs
      self.best = best
      self.isBestTaken = isBestTaken
    }
  }

  /// A snapshot of the given parts.
  public init(
    model: [NamedTensor], optimizerRule: Rule?,
    optimizerStates: [(name: String, tensors: [Tensor<S>])],
    optimizerCounts: [(name: String, count: Int)], learningRate: S, generator: GeneratorState,
    epochGenerator: GeneratorState, position: TrainingPosition, batchSize: Int?,
    history: TrainingHistory<S>, stopping: Stopping?
  ) {
    self.model = model
    self.optimizerRule = optimizerRule
    self.optimizerStates = optimizerStates
    self.optimizerCounts = optimizerCounts
    self.learningRate = learningRate
    self.generator = generator
    self.epochGenerator = epochGenerator
    self.position = position
    self.batchSize = batchSize
    self.history = history
    self.stopping = stopping
  }
}

extension Trainer {
  /// All that is needed to go on from here.
  public var snapshot: TrainerSnapshot<Number> {
    var states: [(name: String, tensors: [Tensor<Number>])] = []
    var counts: [(name: String, count: Int)] = []
    var copy = optimizer
    var visitor = OptimizerStateVisitor<Number>(
      tensors: { name, tensors in states.append((name, tensors)) },
      counts: { name, count in counts.append((name, count)) })
    copy.visitState(&visitor)
    return TrainerSnapshot(
      model: (lastModel ?? model).tensors, optimizerRule: (O.name, optimizer.settings),
      optimizerStates: states, optimizerCounts: counts, learningRate: optimizer.learningRate,
      generator: generator.state, epochGenerator: epochGenerator.state, position: position,
      batchSize: batchSize, history: history,
      stopping: earlyStopping.map { stopping in
        TrainerSnapshot.Stopping(
          epochs: stopping.epochs, best: stopping.best, isBestTaken: lastModel != nil)
      })
  }

  /// Goes back, or on, to where a snapshot was taken, by a trainer of the same model, optimizer and
  /// early stopping.
  ///
  /// Throws, and leaves the trainer as it was, if any of these is another one, if the optimizer has
  /// other settings except for the learning rate, or if an epoch was interrupted whose batches had
  /// another size. Once it has gone on, the settings can be changed.
  public mutating func restore(
    _ snapshot: TrainerSnapshot<Number>
  ) throws(TrainerMismatch) {
    var newModel = model
    do throws(TensorMismatch) {
      try newModel.setTensors(snapshot.model)
    } catch {
      throw .model(error)
    }
    let newOptimizer = try optimizer.restored(
      snapshot, shapes: newModel.parameters.map { $0.value.shape })
    let newStopping = try restoredStopping(snapshot.stopping, newModel)
    if let kept = snapshot.batchSize, kept != batchSize, snapshot.position.batch > 0 {
      throw .batchSize(trainer: batchSize, kept: kept)
    }
    model = newModel
    optimizer = newOptimizer
    earlyStopping = newStopping
    if snapshot.stopping?.isBestTaken == true { takeBestModel() }
    generator = RandomNumbers(state: snapshot.generator)
    epochGenerator = RandomNumbers(state: snapshot.epochGenerator)
    position = snapshot.position
    history = snapshot.history
    order = nil
  }

  private func restoredStopping(
    _ kept: TrainerSnapshot<Number>.Stopping?, _ model: M
  ) throws(TrainerMismatch) -> EarlyStopping<M>? {
    guard var stopping = earlyStopping else {
      if kept != nil { throw .unknownEarlyStopping }
      return nil
    }
    guard let kept else { throw .missingEarlyStopping }
    do throws(TensorMismatch) {
      try stopping.restore(kept, as: model)
    } catch {
      throw .model(error)
    }
    return stopping
  }
}

extension EarlyStopping {
  /// The best epoch with its loss and its model's tensors.
  fileprivate var best:
    (epoch: Int, loss: M.Number, model: [(name: String, value: Tensor<M.Number>)])?
  {
    guard let bestEpoch, let bestLoss, let bestModel else { return nil }
    return (bestEpoch, bestLoss, bestModel.tensors)
  }
}

extension Optimizer {
  /// The optimizer with the state that a snapshot has kept.
  fileprivate func restored(
    _ snapshot: TrainerSnapshot<Number>, shapes: [[Int]]
  ) throws(TrainerMismatch) -> Self {
    if let kept = snapshot.optimizerRule { try checkRule(kept) }
    var copy = self
    var mismatch: TrainerMismatch?
    var states = snapshot.optimizerStates
    var counts = snapshot.optimizerCounts
    var visitor = OptimizerStateVisitor<Number>(
      tensors: { name, tensors in
        guard let place = states.firstIndex(where: { isSame($0.name, name) }) else {
          mismatch = mismatch ?? .missingOptimizerState(name)
          return
        }
        tensors = states.remove(at: place).tensors
        let fits =
          tensors.isEmpty
          || tensors.count == shapes.count && zip(tensors, shapes).allSatisfy { $0.shape == $1 }
        if !fits { mismatch = mismatch ?? .optimizerShapes(name) }
      },
      counts: { name, count in
        guard let place = counts.firstIndex(where: { isSame($0.name, name) }) else {
          mismatch = mismatch ?? .missingOptimizerState(name)
          return
        }
        count = counts.remove(at: place).count
      })
    copy.visitState(&visitor)
    if let mismatch { throw mismatch }
    if let other = states.first?.name ?? counts.first?.name { throw .unknownOptimizerState(other) }
    copy.learningRate = snapshot.learningRate
    return copy
  }

  /// Throws unless the rule is the one that was kept.
  private func checkRule(_ kept: TrainerSnapshot<Number>.Rule) throws(TrainerMismatch) {
    guard isSame(kept.name, Self.name) else {
      throw .optimizer(trainer: Self.name, kept: kept.name)
    }
    var others = kept.settings
    for (name, value) in settings {
      guard let place = others.firstIndex(where: { isSame($0.name, name) }) else {
        throw .optimizerSetting(name, trainer: Double(value), kept: nil)
      }
      let other = others.remove(at: place).value
      if value != other && !(value.isNaN && other.isNaN) {
        throw .optimizerSetting(name, trainer: Double(value), kept: Double(other))
      }
    }
    if let other = others.first {
      throw .optimizerSetting(other.name, trainer: nil, kept: Double(other.value))
    }
  }
}
