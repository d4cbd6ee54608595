import Backprop
import Testing

@Suite struct TrainerTests {
  private typealias Net = Sequential<
    NextLayer<
      NextLayer<NextLayer<FirstLayer<Dense<Double>>, BatchNorm<Double>>, Dropout<Double>>,
      Dense<Double>
    >
  >

  /// A network that has states, draws numbers, and trains in another way than it infers.
  private func network() -> Net {
    var generator = RandomNumbers(seed: 3)
    let first = Dense(from: 2, to: 6, activation: .tanh, using: &generator)
    let last = Dense(from: 6, to: 1, using: &generator)
    return Sequential {
      first
      BatchNorm(features: 6)
      Dropout(rate: 0.2)
      last
    }
  }

  private func data(_ count: Int = 23) -> Dataset<Double> {
    var generator = RandomNumbers(seed: 4)
    return Dataset.moons(count: count, noise: 0.1, using: &generator).withColumnTargets()
  }

  private func trainer<O: Optimizer>(
    _ optimizer: O, schedule: Schedule? = .cosine(from: 0.05, over: 40)
  ) -> Trainer<Net, O> where O.Number == Double {
    var trainer = Trainer(
      model: network(), optimizer: optimizer, schedule: schedule, batchSize: 5,
      generator: RandomNumbers(seed: 5)
    ) { network, inputs, targets, pass in
      binaryCrossEntropy(logits: network(inputs, in: &pass), targets: targets)
    }
    trainer.augmentation = { batch, generator in
      batch.mapInputs { $0.withNoise(standardDeviation: 0.01, using: &generator) }
    }
    return trainer
  }

  @Test func `a trainer does what the loop does, to the last bit`() {
    let data = data()
    var trainer = trainer(Adam(learningRate: 0.01))
    let outcome = trainer.train(on: data, epochs: 3)
    #expect(outcome == .completed)

    var (network, optimizer) = (network(), Adam(learningRate: 0.01))
    var pass = Pass<Double>(.training, using: RandomNumbers(seed: 5))
    var losses: [Double] = []
    for _ in 0..<3 {
      for batch in data.batches(upTo: 5, using: &pass.generator) {
        let inputs = batch.inputs.withNoise(standardDeviation: 0.01, using: &pass.generator)
        optimizer.learningRate = Schedule.cosine(from: 0.05, over: 40)(losses.count)
        let (loss, gradient) = valueWithGradient(at: &network, in: &pass) { network, pass in
          binaryCrossEntropy(logits: network(inputs, in: &pass), targets: batch.targets)
        }
        optimizer.update(&network, along: gradient)
        losses.append(loss)
      }
    }
    #expect(trainer.model.tensors.map(\.value) == network.tensors.map(\.value))
    #expect(trainer.history.losses == losses)
    #expect(trainer.generator == pass.generator)
    #expect(trainer.optimizer.steps == 15)
  }

  @Test func `steps on full batches are replayed from a plan`() {
    var trainer = trainer(Adam(learningRate: 0.01))
    trainer.train(on: data(20), epochs: 2)
    #expect(trainer.isReplayed)
  }

  @Test func `a copy goes on by itself`() {
    var whole = trainer(Adam(learningRate: 0.01))
    whole.train(on: data(), epochs: 3)
    var first = trainer(Adam(learningRate: 0.01))
    first.train(on: data(), epochs: 1)
    var second = first
    second.train(on: data(), epochs: 3)
    #expect(first.history.epochs.count == 1)
    first.train(on: data(), epochs: 3)
    for trainer in [first, second] {
      #expect(trainer.history == whole.history)
      #expect(trainer.model.tensors.map(\.value) == whole.model.tensors.map(\.value))
    }
  }

  @Test func `history, events and position agree`() {
    var trainer = trainer(SGD(learningRate: 0.1), schedule: nil)
    var (steps, epochs): ([StepRecord<Double>], [EpochRecord<Double>]) = ([], [])
    trainer.train(on: data(), epochs: 2, validatingOn: data(7)) { event, trainer in
      switch event {
      case .step(let record):
        steps.append(record)
        #expect(trainer.position.step == steps.count)
      case .epoch(let record): epochs.append(record)
      }
      return .proceed
    }
    #expect(steps.map(\.loss) == trainer.history.losses)
    #expect(steps.map(\.batch) == [0, 1, 2, 3, 4, 0, 1, 2, 3, 4])
    #expect(steps.map(\.step) == Array(0..<10))
    #expect(steps.allSatisfy { $0.batches == 5 && $0.learningRate == 0.1 })
    #expect(epochs == trainer.history.epochs)
    #expect(epochs.map(\.epoch) == [0, 1])
    let mean =
      (5 * (steps[0].loss + steps[1].loss + steps[2].loss + steps[3].loss) + 3 * steps[4].loss) / 23
    #expect((epochs[0].loss - mean).magnitude < 1e-15)
    #expect(epochs[1].validationLoss == trainer.loss(on: data(7)))
    #expect(trainer.position == TrainingPosition(epoch: 2, step: 10))
    #expect(steps[6].description.hasPrefix("epoch 2, batch 2 of 5: loss "))
    #expect(epochs[0].description.hasPrefix("epoch 1: loss "))
  }

  @Test func `the loss on data is that of inference, whatever the batches`() {
    var trainer = trainer(SGD(learningRate: 0.1))
    trainer.train(on: data(), epochs: 1)
    let data = data(17)
    let whole = binaryCrossEntropy(logits: trainer.model(data.inputs), targets: data.targets)
    #expect((trainer.loss(on: data) - whole.item).magnitude < 1e-14)
  }

  @Test func `dropping the rest makes all batches full`() {
    var trainer = Trainer(
      model: Tensor([0]), optimizer: SGD(learningRate: 0.1), batchSize: 4, dropsRest: true,
      generator: RandomNumbers(seed: 1)
    ) { x, inputs, _, _ in
      #expect(inputs.shape == [4, 2])
      return square(x - inputs.mean()).sum()
    }
    trainer.train(on: data(11), epochs: 2)
    #expect(trainer.position.step == 4)
  }

  @Test func `early stopping leaves the best model, and stays stopped`() {
    var trainer = trainer(SGD(learningRate: 3), schedule: nil)
    trainer.earlyStopping = EarlyStopping(patience: 3)
    let validation = data(40)
    var models: [[Tensor<Double>]] = []
    let outcome = trainer.train(on: data(), epochs: 200, validatingOn: validation) {
      event, trainer in
      if case .epoch = event { models.append(trainer.model.tensors.map(\.value)) }
      return .proceed
    }
    let losses = trainer.history.epochs.compactMap(\.validationLoss)
    let best = losses.indices.min { losses[$0] < losses[$1] } ?? -1
    #expect(outcome == .stoppedEarly(bestEpoch: best))
    #expect(losses.count == best + 4)
    #expect(trainer.model.tensors.map(\.value) == models[best] || best == losses.count - 1)
    #expect(trainer.loss(on: validation) == losses[best])
    #expect(trainer.train(on: data(), epochs: 300) == outcome)
    #expect(trainer.history.epochs.count == losses.count)
  }

  @Test func `an observer stops training, or ends it by an error, and it goes on from there`() {
    struct Full: Error {}
    var whole = trainer(Momentum(learningRate: 0.1))
    whole.train(on: data(), epochs: 2)
    var parts = trainer(Momentum(learningRate: 0.1))
    let outcome = parts.train(on: data(), epochs: 2) { _, trainer in
      trainer.position.step == 3 ? .stop : .proceed
    }
    #expect(outcome == .stopped)
    #expect(throws: Full.self) {
      try parts.train(on: data(), epochs: 2) { event, trainer throws(Full) in
        if trainer.position.step == 7 { throw Full() }
        return .proceed
      }
    }
    #expect(parts.history.losses.count == 7)
    #expect(parts.train(on: data(), epochs: 2) == .completed)
    #expect(parts.history == whole.history)
    #expect(parts.model.tensors.map(\.value) == whole.model.tensors.map(\.value))
  }

  // MARK: Snapshots

  /// k steps, snapshot, restore into a new trainer, k steps: as 2k steps.
  private func resumes<O: Optimizer>(_ optimizer: O) where O.Number == Double {
    for interruption in [0, 1, 4, 5, 7, 10] {
      var whole = trainer(optimizer)
      whole.earlyStopping = EarlyStopping(patience: 100)
      var first = whole
      whole.train(on: data(), epochs: 4, validatingOn: data(9))
      var kept = first.snapshot
      first.train(on: data(), epochs: 4, validatingOn: data(9)) { _, trainer in
        kept = trainer.snapshot
        return trainer.position.step < interruption ? .proceed : .stop
      }
      var second = trainer(optimizer)
      second.earlyStopping = EarlyStopping(patience: 100)
      let result: Void? = try? second.restore(kept)
      #expect(result != nil)
      second.train(on: data(), epochs: 4, validatingOn: data(9))
      #expect(second.history == whole.history)
      #expect(second.model.tensors.map(\.value) == whole.model.tensors.map(\.value))
      #expect(second.generator == whole.generator)
      #expect(
        second.earlyStopping?.bestModel?.tensors.map(\.value)
          == whole.earlyStopping?.bestModel?.tensors.map(\.value))
    }
  }

  @Test func `every optimizer resumes to the last bit, wherever it was interrupted`() {
    resumes(SGD(learningRate: 0.1))
    resumes(Momentum(learningRate: 0.1))
    resumes(AveragedMomentum(learningRate: 0.1))
    resumes(NesterovMomentum(learningRate: 0.1))
    resumes(AdaGrad(learningRate: 0.1))
    resumes(RMSProp(learningRate: 0.01))
    resumes(Adam(learningRate: 0.01))
    resumes(AdamW(learningRate: 0.01))
  }

  @Test func `a snapshot of another kind is refused, and the trainer stays as it was`() throws {
    var adam = trainer(Adam(learningRate: 0.01))
    adam.train(on: data(), epochs: 1)
    var momentum = trainer(Momentum(learningRate: 0.01))
    momentum.train(on: data(), epochs: 1)
    let before = momentum.model.tensors.map(\.value)
    func mismatch(_ snapshot: TrainerSnapshot<Double>) -> TrainerMismatch? {
      #expect(throws: TrainerMismatch.self) { try momentum.restore(snapshot) }
    }
    #expect(mismatch(adam.snapshot) == .missingOptimizerState("velocity"))
    var sgd = trainer(SGD(learningRate: 0.01))
    #expect(
      #expect(throws: TrainerMismatch.self) { try sgd.restore(momentum.snapshot) }
        == .unknownOptimizerState("velocity"))
    var other = momentum.snapshot
    other.model.removeLast()
    #expect(mismatch(other) == .model(.missing(name: "layers.3.bias", shape: [1])))
    other = momentum.snapshot
    other.optimizerStates[0].tensors.removeLast()
    #expect(mismatch(other) == .optimizerShapes("velocity"))
    other = momentum.snapshot
    other.stopping = .init(epochs: 1, best: nil)
    #expect(mismatch(other) == .unknownEarlyStopping)
    momentum.earlyStopping = EarlyStopping(patience: 2)
    #expect(mismatch(adam.snapshot) == .missingOptimizerState("velocity"))
    other.stopping = nil
    #expect(mismatch(other) == .missingEarlyStopping)
    #expect(momentum.model.tensors.map(\.value) == before)
    #expect(momentum.position.epoch == 1)
  }

  @Test(arguments: [0, 1, 2, 3])
  func `what can't be trained on stops the program`(number: Int) async {
    await #expect(processExitsWith: .failure) { [number] in
      let data = Dataset(inputs: Tensor([1, 2, 3]), targets: Tensor([1, 2, 3]))
      var trainer = Trainer(
        model: Tensor([0]), optimizer: SGD(learningRate: 0.1), batchSize: number == 0 ? 0 : 2,
        generator: RandomNumbers(seed: 1)
      ) { x, inputs, _, _ in (x * inputs.mean()).sum() }
      switch number {
      case 1: trainer.train(on: data.selecting([]), epochs: 1)
      case 2: _ = trainer.loss(on: data.selecting([]))
      default:
        trainer.train(on: data, epochs: 1) { _, _ in .stop }
        trainer.train(on: data[0..<2], epochs: 1)
      }
    }
  }
}
