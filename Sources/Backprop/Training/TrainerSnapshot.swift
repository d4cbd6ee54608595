/// All that a ``Trainer`` needs to go on as if nothing had been, besides what stands in the program:
/// the loss, the schedule, the sizes, and the optimizer's settings but for its learning rate.
///
/// It is made of names and plain numbers, so that it can be written to a file.
public struct TrainerSnapshot<S: Scalar>: Sendable {
  /// A tensor under its name.
  public typealias NamedTensor = (name: String, value: Tensor<S>)
  /// The words of a generator's ``RandomNumbers/state``.
  public typealias GeneratorState = (UInt64, UInt64, UInt64, UInt64)

  /// The model's parameters and states.
  public var model: [NamedTensor]
  /// The optimizer's states: of each name a tensor for each parameter, or none before the first step.
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
  /// What the training has come to.
  public var history: TrainingHistory<S>
  /// What early stopping has seen, if there is any.
  public var stopping: Stopping?

  /// What early stopping has seen.
  public struct Stopping: Sendable {
    /// How many losses.
    public var epochs: Int
    /// The best epoch, its loss, and the model's parameters and states; nil before the first.
    public var best: (epoch: Int, loss: S, model: [NamedTensor])?

    /// What has been seen.
    public init(epochs: Int, best: (epoch: Int, loss: S, model: [NamedTensor])?) {
      self.epochs = epochs
      self.best = best
    }
  }

  /// A snapshot of the given parts.
  public init(
    model: [NamedTensor], optimizerStates: [(name: String, tensors: [Tensor<S>])],
    optimizerCounts: [(name: String, count: Int)], learningRate: S, generator: GeneratorState,
    epochGenerator: GeneratorState, position: TrainingPosition, history: TrainingHistory<S>,
    stopping: Stopping?
  ) {
    self.model = model
    self.optimizerStates = optimizerStates
    self.optimizerCounts = optimizerCounts
    self.learningRate = learningRate
    self.generator = generator
    self.epochGenerator = epochGenerator
    self.position = position
    self.history = history
    self.stopping = stopping
  }
}

/// Why a snapshot is not that of a trainer.
public enum TrainerMismatch: Error, Equatable, Sendable {
  /// The model is another one.
  case model(TensorMismatch)
  /// The optimizer has a state of this name, and the snapshot does not.
  case missingOptimizerState(String)
  /// The optimizer has no state of this name.
  case unknownOptimizerState(String)
  /// The optimizer's state of this name does not have the shapes of the model's parameters.
  case optimizerShapes(String)
  /// The trainer has early stopping, and the snapshot does not.
  case missingEarlyStopping
  /// The trainer has no early stopping, and the snapshot does.
  case unknownEarlyStopping
}

#if !hasFeature(Embedded)
  extension TrainerMismatch: CustomStringConvertible {
    /// The mismatch as a sentence.
    public var description: String {
      switch self {
      case .model(let mismatch): "\(mismatch)"
      case .missingOptimizerState(let name): "The optimizer's \(name) is missing."
      case .unknownOptimizerState(let name): "The optimizer has no \(name)."
      case .optimizerShapes(let name):
        "The optimizer's \(name) is that of a model with other shapes."
      case .missingEarlyStopping: "The trainer stops early, and what was kept did not."
      case .unknownEarlyStopping: "The trainer does not stop early, and what was kept did."
      }
    }
  }
#endif

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
      model: model.tensors, optimizerStates: states, optimizerCounts: counts,
      learningRate: optimizer.learningRate, generator: generator.state,
      epochGenerator: epochGenerator.state, position: position, history: history,
      stopping: earlyStopping.map { stopping in
        TrainerSnapshot.Stopping(epochs: stopping.epochs, best: stopping.best)
      })
  }

  /// Goes back, or on, to where a snapshot was taken, by a trainer of the same model, optimizer and
  /// early stopping.
  ///
  /// Throws, and leaves the trainer as it was, if any of these is another one.
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
    model = newModel
    optimizer = newOptimizer
    earlyStopping = newStopping
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
}
