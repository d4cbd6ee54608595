/// Trains a model, and keeps account of it: history, callbacks, early stopping, and all that is needed
/// to go on later as if nothing had been.
///
/// A loop of a few lines is the norm, and needs none of this:
///
///     for epoch in 0..<20 {
///       for batch in data.batches(upTo: 32, using: &generator) {
///         let gradient = gradient(at: network) { meanSquaredError($0(batch.inputs), batch.targets) }
///         optimizer.update(&network, along: gradient)
///       }
///     }
///
/// The same by a trainer:
///
///     var trainer = Trainer(
///       model: network, optimizer: Adam(learningRate: 0.01), batchSize: 32,
///       generator: RandomNumbers(seed: 7)
///     ) { network, inputs, targets, pass in
///       meanSquaredError(network(inputs, in: &pass), targets)
///     }
///     trainer.train(on: parts.training, epochs: 20, validatingOn: parts.validation) { event, _ in
///       if case .epoch(let record) = event { print(record) }
///       return .proceed
///     }
///     trainer.model                        // trained
///     trainer.history.epochs.last?.loss
///
/// The steps are those of a ``TrainingStep``: what the loss needs comes to it by its arguments. In each
/// epoch the examples are shuffled by the trainer's generator, and divided into batches. A
/// trainer is a value: a copy goes on by itself, and a ``snapshot`` that is restored goes on with the
/// same numbers to the last bit.
public struct Trainer<M: Model, O: Optimizer> where O.Number == M.Number {
  /// The type of the parameters' numbers.
  public typealias Number = M.Number
  /// What is to become small: a number computed from the model, inputs and targets in a pass.
  public typealias Loss = TrainingStep<M, O>.Loss

  /// The learning rate of each step; nil to leave it as it is.
  public var schedule: Schedule?
  /// What is made of each batch before its step, such as changes of images at random.
  public var augmentation: ((Dataset<Number>, inout RandomNumbers) -> Dataset<Number>)?
  /// When to stop because nothing improves; nil to go on to the end. It looks at the loss on
  /// validation data, which training then needs.
  ///
  /// When training ends, by it or because all epochs are over, the model becomes the best one that it
  /// has seen. Trained again, the trainer goes on from the last epoch's model, with which the
  /// optimizer's state goes.
  public var earlyStopping: EarlyStopping<M>?
  /// How many examples a batch has.
  public let batchSize: Int
  /// Whether what is left when an epoch is divided into batches is dropped, so that all batches are
  /// of one size; else the last is smaller.
  public let dropsRest: Bool

  /// What the training has come to.
  public internal(set) var history = TrainingHistory<Number>()
  /// Where in the training this is.
  public internal(set) var position = TrainingPosition()

  private var step: TrainingStep<M, O>
  /// The last epoch's model, from which training goes on, while ``model`` is the best one.
  var lastModel: M?
  private let loss: Loss
  /// The generator as it was when the order of the epoch was drawn from it.
  var epochGenerator: RandomNumbers
  /// The order of the epoch that is running.
  var order: [Int]?

  /// A trainer at the start of a training. Traps unless the size of a batch is positive.
  ///
  /// - Parameters:
  ///   - schedule: The learning rate of each step; nil to leave the optimizer's as it is.
  ///   - generator: Where the order of examples, and what layers draw, come from.
  ///   - backend: Which kernels compute the steps.
  ///   - loss: What is to become small. Layers that differ in training are given the pass.
  public init(
    model: M, optimizer: O, schedule: Schedule? = nil, batchSize: Int, dropsRest: Bool = false,
    generator: RandomNumbers, backend: Backend = .deterministic, file: StaticString = #fileID,
    line: UInt = #line, loss: @escaping Loss
  ) {
    require(
      batchSize > 0, "A batch holds one example or more, not \(batchSize).", file: file, line: line)
    self.schedule = schedule
    self.batchSize = batchSize
    self.dropsRest = dropsRest
    self.loss = loss
    epochGenerator = generator
    step = TrainingStep(
      model: model, optimizer: optimizer,
      pass: Pass(.training, using: generator, file: file, line: line), backend: backend, file: file,
      line: line, loss: loss)
  }

  /// The model as it is now; with early stopping, once training has ended, the best one.
  public var model: M {
    get { step.model }
    set {
      step.model = newValue
      lastModel = nil
    }
  }

  /// The optimizer with its state.
  public var optimizer: O {
    get { step.optimizer }
    set { step.optimizer = newValue }
  }

  /// The generator, as it will go on.
  public var generator: RandomNumbers {
    get { step.pass.generator }
    set { step.pass.generator = newValue }
  }

  /// What becomes of each gradient before the parameters move along it, such as
  /// `{ $0.clipped(toGlobalNorm: 1) }`; nil to take it as it is.
  public var gradientTransform: ((_ gradient: M) -> M)? {
    get { step.gradientTransform }
    set { step.gradientTransform = newValue }
  }

  /// Whether the last step was replayed; see ``TrainingStep`` for what keeps it from that.
  public var isReplayed: Bool { step.isReplayed }

  /// Trains until a number of epochs is over, counted from the start of the training: called again
  /// with the same number it does nothing, and after an interruption what is left. With
  /// ``earlyStopping`` the model is the best one in the end.
  ///
  /// Traps if there is no batch, if an epoch that was interrupted is to go on with another number of
  /// examples, or if there is early stopping, and no validation data for it to look at.
  @discardableResult
  public mutating func train(
    on data: Dataset<Number>, epochs: Int, validatingOn validation: Dataset<Number>? = nil,
    file: StaticString = #fileID, line: UInt = #line
  ) -> TrainingOutcome {
    train(on: data, epochs: epochs, validatingOn: validation, file: file, line: line) { _, _ in
      .proceed
    }
  }

  /// Trains as ``train(on:epochs:validatingOn:file:line:)`` does, and tells of each step and epoch.
  ///
  /// - Parameter observe: Called after each step and each epoch with the trainer, which it may change,
  ///   or write to a checkpoint. It says whether training goes on. What it throws ends the training,
  ///   which can go on from there.
  @discardableResult
  public mutating func train<Failure: Error>(
    on data: Dataset<Number>, epochs: Int, validatingOn validation: Dataset<Number>? = nil,
    file: StaticString = #fileID, line: UInt = #line,
    observe:
      (_ event: TrainingEvent<Number>, _ trainer: inout Trainer) throws(Failure) -> TrainingDecision
  ) throws(Failure) -> TrainingOutcome {
    while position.epoch < epochs {
      if let stopping = earlyStopping, stopping.isExhausted { return stopEarly(stopping) }
      require(
        earlyStopping == nil || validation != nil,
        "Early stopping looks at the loss on validation data: name some by validatingOn.",
        file: file, line: line)
      goOnFromLastModel()
      let batches = batches(of: data, file: file, line: line)
      if position.batch < batches.count {
        let record = takeStep(batches)
        if try observe(.step(record), &self) == .stop { return .stopped }
        continue
      }
      let record = endEpoch(batches, validation)
      let decision = try observe(.epoch(record), &self)
      if let stopping = earlyStopping, stopping.isExhausted { return stopEarly(stopping) }
      if decision == .stop { return .stopped }
    }
    takeBestModel()
    return .completed
  }

  /// The mean loss of the examples in inference, each batch by itself. Traps if there is none.
  public func loss(
    on data: Dataset<Number>, file: StaticString = #fileID, line: UInt = #line
  ) -> Number {
    require(data.count > 0, "There is no loss on no examples.", file: file, line: line)
    let model = step.model
    var pass = Pass<Number>(.inference, using: generator, file: file, line: line)
    var sum: Number = 0
    for batch in data.batches(upTo: batchSize) {
      sum += loss(model, batch.inputs, batch.targets, &pass).item * Number(batch.count)
    }
    return sum / Number(data.count)
  }

  // MARK: Steps

  /// The batches of the epoch that is running, or of the next one.
  private mutating func batches(
    of data: Dataset<Number>, file: StaticString, line: UInt
  ) -> Batches<Number> {
    if position.batch == 0 && order == nil {
      epochGenerator = step.pass.generator
      order = step.pass.generator.permutation(of: data.count)
      position.examples = data.count
    }
    require(
      position.examples == data.count,
      "The epoch that was interrupted had \(position.examples) examples; it can't go on with "
        + "\(data.count).", file: file, line: line)
    if order == nil {
      var generator = epochGenerator
      order = generator.permutation(of: data.count)
    }
    let batches = Batches(
      data, size: batchSize, onlyFull: dropsRest, order: order, file: file, line: line)
    require(
      batches.count > 0, "\(data.count) examples make no batch of \(batchSize) to train on.",
      file: file, line: line)
    return batches
  }

  private mutating func takeStep(_ batches: Batches<Number>) -> StepRecord<Number> {
    var batch = batches[position.batch]
    if let augmentation { batch = augmentation(batch, &step.pass.generator) }
    if let schedule { step.optimizer.learningRate = Number(schedule(position.step)) }
    let loss = step(batch.inputs, batch.targets)
    let record = StepRecord(
      epoch: position.epoch, batch: position.batch, batches: batches.count, step: position.step,
      loss: loss, learningRate: step.optimizer.learningRate)
    history.losses.append(loss)
    position.batch += 1
    position.step += 1
    return record
  }

  private mutating func endEpoch(
    _ batches: Batches<Number>, _ validation: Dataset<Number>?
  ) -> EpochRecord<Number> {
    var (sum, examples): (Number, Number) = (0, 0)
    for (index, loss) in history.losses.suffix(batches.count).enumerated() {
      let size = Number(min(batchSize, batches.dataset.count - index * batchSize))
      sum += loss * size
      examples += size
    }
    let record = EpochRecord(
      epoch: position.epoch, loss: sum / examples,
      validationLoss: validation.map { loss(on: $0) },
      learningRate: step.optimizer.learningRate)
    history.epochs.append(record)
    if let loss = record.validationLoss {
      _ = earlyStopping?.shouldStop(after: loss, of: step.model)
    }
    position = TrainingPosition(epoch: position.epoch + 1, step: position.step)
    order = nil
    return record
  }

  // MARK: Early stopping

  private mutating func stopEarly(_ stopping: EarlyStopping<M>) -> TrainingOutcome {
    takeBestModel()
    return .stoppedEarly(bestEpoch: stopping.bestEpoch)
  }

  /// Makes the model the best one, if early stopping has seen one, and keeps the last.
  mutating func takeBestModel() {
    guard lastModel == nil, let best = earlyStopping?.bestModel else { return }
    lastModel = step.model
    step.model = best
  }

  /// Makes the model the last one again.
  private mutating func goOnFromLastModel() {
    if let last = lastModel { model = last }
  }
}
