import Backprop
import Testing

@Suite struct TrainerTests {
  @Test func aTrainerDoesWhatTheLoopDoesToTheLastBit() {
    let data = moonsData()
    var trainer = moonsTrainer(Adam(learningRate: 0.01))
    let outcome = trainer.train(on: data, epochs: 3)
    #expect(outcome == .completed)

    var (network, optimizer) = (moonsNetwork(), Adam(learningRate: 0.01))
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

  @Test func stepsOnFullBatchesAreReplayedFromAPlan() {
    var trainer = moonsTrainer(Adam(learningRate: 0.01))
    trainer.train(on: moonsData(20), epochs: 2)
    #expect(trainer.isReplayed)
  }

  @Test func aCopyGoesOnByItself() {
    var whole = moonsTrainer(Adam(learningRate: 0.01))
    whole.train(on: moonsData(), epochs: 3)
    var first = moonsTrainer(Adam(learningRate: 0.01))
    first.train(on: moonsData(), epochs: 1)
    var second = first
    second.train(on: moonsData(), epochs: 3)
    #expect(first.history.epochs.count == 1)
    first.train(on: moonsData(), epochs: 3)
    for trainer in [first, second] {
      #expect(trainer.history == whole.history)
      #expect(trainer.model.tensors.map(\.value) == whole.model.tensors.map(\.value))
    }
  }

  @Test func historyEventsAndPositionAgree() {
    var trainer = moonsTrainer(SGD(learningRate: 0.1), schedule: nil)
    var (steps, epochs): ([StepRecord<Double>], [EpochRecord<Double>]) = ([], [])
    trainer.train(on: moonsData(), epochs: 2, validatingOn: moonsData(7)) { event, trainer in
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
    #expect(epochs[1].validationLoss == trainer.loss(on: moonsData(7)))
    #expect(trainer.position == TrainingPosition(epoch: 2, step: 10))
    #expect(steps[6].description.hasPrefix("epoch 2, batch 2 of 5: loss "))
    #expect(epochs[0].description.hasPrefix("epoch 1: loss "))
  }

  @Test func theLossOnDataIsThatOfInferenceWhateverTheBatches() {
    var trainer = moonsTrainer(SGD(learningRate: 0.1))
    trainer.train(on: moonsData(), epochs: 1)
    let data = moonsData(17)
    let whole = binaryCrossEntropy(logits: trainer.model(data.inputs), targets: data.targets)
    #expect((trainer.loss(on: data) - whole.item).magnitude < 1e-14)
  }

  @Test func droppingTheRestMakesAllBatchesFull() {
    var trainer = Trainer(
      model: Tensor([0]), optimizer: SGD(learningRate: 0.1), batchSize: 4, dropsRest: true,
      generator: RandomNumbers(seed: 1)
    ) { x, inputs, _, _ in
      #expect(inputs.shape == [4, 2])
      return square(x - inputs.mean()).sum()
    }
    trainer.train(on: moonsData(11), epochs: 2)
    #expect(trainer.position.step == 4)
  }

  @Test func earlyStoppingLeavesTheBestModelAndStaysStopped() {
    var trainer = moonsTrainer(SGD(learningRate: 3), schedule: nil)
    trainer.earlyStopping = EarlyStopping(patience: 3)
    let validation = moonsData(40)
    var models: [[Tensor<Double>]] = []
    let outcome = trainer.train(on: moonsData(), epochs: 200, validatingOn: validation) {
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
    #expect(trainer.train(on: moonsData(), epochs: 300) == outcome)
    #expect(trainer.history.epochs.count == losses.count)
  }

  @Test func theModelEndsAsTheBestOneAndTrainingGoesOnFromTheLast() {
    var whole = moonsTrainer(SGD(learningRate: 3), schedule: nil)
    whole.earlyStopping = EarlyStopping(patience: 100)
    var parts = whole
    whole.train(on: moonsData(), epochs: 12, validatingOn: moonsData(40))
    for epochs in [5, 6, 9, 12] {
      var models: [[Tensor<Double>]] = []
      let start = parts.history.epochs.count
      #expect(
        parts.train(on: moonsData(), epochs: epochs, validatingOn: moonsData(40)) {
          event, trainer in
          if case .epoch = event { models.append(trainer.model.tensors.map(\.value)) }
          return .proceed
        } == .completed)
      let losses = parts.history.epochs.compactMap(\.validationLoss)
      let best = losses.indices.min { losses[$0] < losses[$1] } ?? -1
      #expect(parts.loss(on: moonsData(40)) == losses[best])
      #expect(best < start || parts.model.tensors.map(\.value) == models[best - start])
      #expect(parts.snapshot.model.map(\.value) == models.last)
    }
    #expect(parts.history == whole.history)
    #expect(parts.snapshot.model.map(\.value) == whole.snapshot.model.map(\.value))
    let losses = whole.history.epochs.compactMap(\.validationLoss)
    #expect((losses.last ?? 0) > (losses.min() ?? 0))
    // Called again with the same number it does nothing; a model that is put in its place stays.
    let model = parts.model.tensors.map(\.value)
    parts.train(on: moonsData(), epochs: 12, validatingOn: moonsData(40))
    #expect(parts.model.tensors.map(\.value) == model)
    parts.model = moonsNetwork()
    #expect(parts.snapshot.model.map(\.value) == moonsNetwork().tensors.map(\.value))
  }

  @Test func withMorePatienceTrainingGoesOnFromTheLastModel() {
    var patient = moonsTrainer(SGD(learningRate: 3), schedule: nil)
    patient.earlyStopping = EarlyStopping(patience: 100)
    var trainer = patient
    trainer.earlyStopping?.patience = 2
    #expect(trainer.train(on: moonsData(), epochs: 60, validatingOn: moonsData(40)) != .completed)
    trainer.earlyStopping?.patience = 100
    let epochs = trainer.position.epoch + 3
    trainer.train(on: moonsData(), epochs: epochs, validatingOn: moonsData(40))
    patient.train(on: moonsData(), epochs: epochs, validatingOn: moonsData(40))
    #expect(trainer.history == patient.history)
    #expect(trainer.model.tensors.map(\.value) == patient.model.tensors.map(\.value))
  }

  @Test func trainingGoesOnFromWhereAnObserverStoppedItOrThrew() {
    struct Full: Error {}
    var whole = moonsTrainer(Momentum(learningRate: 0.1))
    whole.train(on: moonsData(), epochs: 2)
    var parts = moonsTrainer(Momentum(learningRate: 0.1))
    let outcome = parts.train(on: moonsData(), epochs: 2) { _, trainer in
      trainer.position.step == 3 ? .stop : .proceed
    }
    #expect(outcome == .stopped)
    #expect(throws: Full.self) {
      try parts.train(on: moonsData(), epochs: 2) { event, trainer throws(Full) in
        if trainer.position.step == 7 { throw Full() }
        return .proceed
      }
    }
    #expect(parts.history.losses.count == 7)
    #expect(parts.train(on: moonsData(), epochs: 2) == .completed)
    #expect(parts.history == whole.history)
    #expect(parts.model.tensors.map(\.value) == whole.model.tensors.map(\.value))
  }

  /// What stops the program says so.
  private static let sentences = [
    "A batch holds one example or more, not 0.",
    "0 examples make no batch of 2 to train on.",
    "There is no loss on no examples.",
    "The epoch that was interrupted had 3 examples; it can't go on with 2.",
    "Early stopping looks at the loss on validation data: name some by validatingOn.",
  ]

  @Test(arguments: sentences.indices)
  func invalidTrainingStopsTheProgram(number: Int) async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { [number] in
      let data = Dataset(inputs: Tensor([1, 2, 3]), targets: Tensor([1, 2, 3]))
      var trainer = Trainer(
        model: Tensor([0]), optimizer: SGD(learningRate: 0.1), batchSize: number == 0 ? 0 : 2,
        generator: RandomNumbers(seed: 1)
      ) { x, inputs, _, _ in (x * inputs.mean()).sum() }
      switch number {
      case 1: trainer.train(on: data.selecting([]), epochs: 1)
      case 4:
        trainer.earlyStopping = EarlyStopping(patience: 3)
        trainer.train(on: data, epochs: 1)
      case 2: _ = trainer.loss(on: data.selecting([]))
      default:
        trainer.train(on: data, epochs: 1) { _, _ in .stop }
        trainer.train(on: data[0..<2], epochs: 1)
      }
    }
    #expect(result.message.contains(Self.sentences[number]), "\(result.message)")
    #expect(result.message.contains("TrainerTests.swift:"))
  }
}
