/// What a ``Trainer`` has seen.
///
///     trainer.train(on: data, epochs: 20, validatingOn: validation)
///     trainer.history.losses                       // one a step
///     trainer.history.epochs.map { $0.loss }       // one an epoch
public struct TrainingHistory<S: Scalar>: Equatable, Sendable {
  /// The loss of every step, on its batch and before the parameters moved.
  public internal(set) var losses: [S] = []
  /// What each epoch came to.
  public internal(set) var epochs: [EpochRecord<S>] = []

  /// A history of steps and epochs; empty by default.
  public init(losses: [S] = [], epochs: [EpochRecord<S>] = []) {
    self.losses = losses
    self.epochs = epochs
  }
}

/// What one step came to.
///
///     if case .step(let record) = event { print(record) }
///     // epoch 3, batch 12 of 40: loss 0.25
public struct StepRecord<S: Scalar>: Equatable, Sendable {
  /// The epoch, from 0 on.
  public let epoch: Int
  /// The batch within the epoch, from 0 on.
  public let batch: Int
  /// How many batches an epoch has.
  public let batches: Int
  /// The step within the whole training, from 0 on.
  public let step: Int
  /// The loss on the batch, before the parameters moved.
  public let loss: S
  /// The learning rate of the step.
  public let learningRate: S
}

/// What one epoch came to.
///
///     if case .epoch(let record) = event { print(record) }
///     // epoch 3: loss 0.25, validation loss 0.31, learning rate 0.01
public struct EpochRecord<S: Scalar>: Equatable, Sendable {
  /// The epoch, from 0 on.
  public let epoch: Int
  /// The mean of the steps' losses, each weighing as many examples as its batch had.
  public let loss: S
  /// The loss on validation data after the epoch, if there is any.
  public let validationLoss: S?
  /// The learning rate of the last step.
  public let learningRate: S

  /// A record of an epoch.
  public init(epoch: Int, loss: S, validationLoss: S?, learningRate: S) {
    self.epoch = epoch
    self.loss = loss
    self.validationLoss = validationLoss
    self.learningRate = learningRate
  }
}

/// What a ``Trainer`` tells of while it trains.
///
///     trainer.train(on: data, epochs: 20) { event, _ in
///       switch event {
///       case .step(let record) where record.loss.isNaN: return .stop
///       case .step: break
///       case .epoch(let record): print(record)
///       }
///       return .proceed
///     }
public enum TrainingEvent<S: Scalar>: Equatable, Sendable {
  /// A step has been taken.
  case step(StepRecord<S>)
  /// An epoch is over.
  case epoch(EpochRecord<S>)
}

/// Whether training goes on.
///
///     trainer.train(on: data, epochs: 20) { _, trainer in
///       trainer.position.step < 1000 ? .proceed : .stop
///     }
public enum TrainingDecision: Equatable, Sendable {
  /// It goes on.
  case proceed
  /// It ends here, and can go on from here later.
  case stop
}

/// Why training has ended.
///
///     if case .stoppedEarly(let epoch?) = trainer.train(on: data, epochs: 200, validatingOn: validation) {
///       print("The best epoch was", epoch)
///     }
public enum TrainingOutcome: Equatable, Sendable {
  /// All epochs are over; with early stopping the model is the best one.
  case completed
  /// Early stopping's patience came to its end; the model is the best one, that of the given epoch.
  case stoppedEarly(bestEpoch: Int?)
  /// The observer decided so. Training can go on from here.
  case stopped
}

/// Where in a training a ``Trainer`` is.
///
///     trainer.position.epoch      // how many epochs are over
///     trainer.position.step       // how many steps have been taken
public struct TrainingPosition: Equatable, Sendable {
  /// How many epochs are over.
  public var epoch: Int
  /// How many batches of the epoch that is running are over.
  public var batch: Int
  /// How many steps have been taken: the place in the schedule.
  public var step: Int
  /// How many examples the data set of the epoch that is running has; 0 between epochs.
  public var examples: Int

  /// A place in a training; the start by default.
  public init(epoch: Int = 0, batch: Int = 0, step: Int = 0, examples: Int = 0) {
    self.epoch = epoch
    self.batch = batch
    self.step = step
    self.examples = examples
  }
}

#if !hasFeature(Embedded)
  extension StepRecord: CustomStringConvertible {
    /// A line of progress: `epoch 3, batch 12 of 40: loss 0.25`.
    public var description: String {
      "epoch \(epoch + 1), batch \(batch + 1) of \(batches): loss \(loss)"
    }
  }

  extension EpochRecord: CustomStringConvertible {
    /// A line of progress: `epoch 3: loss 0.25, validation loss 0.31, learning rate 0.01`.
    public var description: String {
      "epoch \(epoch + 1): loss \(loss)"
        + (validationLoss.map { ", validation loss \($0)" } ?? "")
        + ", learning rate \(learningRate)"
    }
  }
#endif
