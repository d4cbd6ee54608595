import Backprop
import Testing

@Suite struct TrainerSnapshotTests {
  /// k steps, snapshot, restore into a new trainer, k steps: as 2k steps.
  private func resumes<O: Optimizer>(_ optimizer: O) where O.Number == Double {
    for interruption in [0, 1, 4, 5, 7, 10] {
      var whole = moonsTrainer(optimizer)
      whole.earlyStopping = EarlyStopping(patience: 100)
      var first = whole
      whole.train(on: moonsData(), epochs: 4, validatingOn: moonsData(9))
      var kept = first.snapshot
      first.train(on: moonsData(), epochs: 4, validatingOn: moonsData(9)) { _, trainer in
        kept = trainer.snapshot
        return trainer.position.step < interruption ? .proceed : .stop
      }
      var second = moonsTrainer(optimizer)
      second.earlyStopping = EarlyStopping(patience: 100)
      let result: Void? = try? second.restore(kept)
      #expect(result != nil)
      second.train(on: moonsData(), epochs: 4, validatingOn: moonsData(9))
      #expect(second.history == whole.history)
      #expect(second.model.tensors.map(\.value) == whole.model.tensors.map(\.value))
      #expect(second.generator == whole.generator)
      #expect(
        second.earlyStopping?.bestModel?.tensors.map(\.value)
          == whole.earlyStopping?.bestModel?.tensors.map(\.value))
    }
  }

  @Test func everyOptimizerResumesToTheLastBitWhereverItWasInterrupted() {
    resumes(SGD(learningRate: 0.1))
    resumes(Momentum(learningRate: 0.1))
    resumes(AveragedMomentum(learningRate: 0.1))
    resumes(NesterovMomentum(learningRate: 0.1))
    resumes(AdaGrad(learningRate: 0.1))
    resumes(RMSProp(learningRate: 0.01))
    resumes(Adam(learningRate: 0.01))
    resumes(AdamW(learningRate: 0.01))
  }

  @Test func aSnapshotOfAnotherKindIsRefusedAndTheTrainerStaysAsItWas() throws {
    var adam = moonsTrainer(Adam(learningRate: 0.01))
    adam.train(on: moonsData(), epochs: 1)
    var momentum = moonsTrainer(Momentum(learningRate: 0.01))
    momentum.train(on: moonsData(), epochs: 1)
    let before = momentum.model.tensors.map(\.value)
    func mismatch(_ snapshot: TrainerSnapshot<Double>) -> TrainerMismatch? {
      #expect(throws: TrainerMismatch.self) { try momentum.restore(snapshot) }
    }
    #expect(mismatch(adam.snapshot) == .optimizer(trainer: "Momentum", kept: "Adam"))
    var other = adam.snapshot
    other.optimizerRule = nil
    #expect(mismatch(other) == .missingOptimizerState("velocity"))
    var sgd = moonsTrainer(SGD(learningRate: 0.01))
    other = momentum.snapshot
    other.optimizerRule = nil
    #expect(
      #expect(throws: TrainerMismatch.self) { try sgd.restore(other) }
        == .unknownOptimizerState("velocity"))
    other = momentum.snapshot
    other.model.removeLast()
    #expect(mismatch(other) == .model(.missing(name: "layers.3.bias", shape: [1])))
    other = momentum.snapshot
    other.optimizerStates[0].tensors.removeLast()
    #expect(mismatch(other) == .optimizerShapes("velocity"))
    other = momentum.snapshot
    other.stopping = .init(epochs: 1, best: nil)
    #expect(mismatch(other) == .unknownEarlyStopping)
    other = momentum.snapshot
    momentum.earlyStopping = EarlyStopping(patience: 2)
    #expect(mismatch(other) == .missingEarlyStopping)
    #expect(momentum.model.tensors.map(\.value) == before)
    #expect(momentum.position.epoch == 1)
  }

  /// What a trainer says of a snapshot of another one's optimizer.
  private func mismatch<A: Optimizer, B: Optimizer>(
    _ kept: A, readBy other: B
  ) -> TrainerMismatch? where A.Number == Double, B.Number == Double {
    var trained = moonsTrainer(kept)
    trained.train(on: moonsData(), epochs: 1)
    var copy = moonsTrainer(other)
    do throws(TrainerMismatch) {
      try copy.restore(trained.snapshot)
      return nil
    } catch {
      #expect(copy.history == TrainingHistory())
      return error
    }
  }

  @Test func anOptimizerWithOtherSettingsIsRefusedExceptForTheLearningRate() {
    func setting(_ name: String, _ trainer: Double?, _ kept: Double?) -> TrainerMismatch {
      .optimizerSetting(name, trainer: trainer, kept: kept)
    }
    #expect(mismatch(SGD(learningRate: 1), readBy: SGD(learningRate: 2)) == nil)
    #expect(
      mismatch(Momentum(learningRate: 1, momentum: 0.5), readBy: Momentum(learningRate: 1))
        == setting("momentum", 0.9, 0.5))
    #expect(
      mismatch(
        AveragedMomentum(learningRate: 1), readBy: AveragedMomentum(learningRate: 2, momentum: 0))
        == setting("momentum", 0, 0.9))
    #expect(
      mismatch(
        NesterovMomentum(learningRate: 1), readBy: NesterovMomentum(learningRate: 2, momentum: 0))
        == setting("momentum", 0, 0.9))
    #expect(mismatch(AdaGrad(epsilon: 1), readBy: AdaGrad()) == setting("epsilon", 1e-10, 1))
    #expect(mismatch(RMSProp(decay: 0.5), readBy: RMSProp()) == setting("decay", 0.99, 0.5))
    #expect(mismatch(RMSProp(epsilon: 1), readBy: RMSProp()) == setting("epsilon", 1e-8, 1))
    #expect(mismatch(Adam(momentum: 0.5), readBy: Adam()) == setting("momentum", 0.9, 0.5))
    #expect(mismatch(Adam(decay: 0.5), readBy: Adam()) == setting("decay", 0.999, 0.5))
    #expect(mismatch(Adam(epsilon: 1), readBy: Adam()) == setting("epsilon", 1e-8, 1))
    #expect(mismatch(AdamW(weightDecay: 0), readBy: AdamW()) == setting("weightDecay", 0.01, 0))
    #expect(mismatch(AdamW(decay: 0.5), readBy: AdamW()) == setting("decay", 0.999, 0.5))
    var (unset, other) = (Momentum(learningRate: 1.0), Momentum(learningRate: 1.0))
    (unset.learningRate, unset.momentum, other.momentum) = (.nan, .nan, .nan)
    #expect(mismatch(unset, readBy: other) == nil)
    // The same states, but other steps.
    #expect(
      mismatch(Momentum(learningRate: 1), readBy: NesterovMomentum(learningRate: 1))
        == .optimizer(trainer: "NesterovMomentum", kept: "Momentum"))
    #expect(
      mismatch(AdamW(), readBy: Adam()) == .optimizer(trainer: "Adam", kept: "AdamW"))
  }

  @Test func onceItHasGoneOnSettingsCanBeChanged() throws {
    var trained = moonsTrainer(Momentum(learningRate: 0.1, momentum: 0.5))
    trained.train(on: moonsData(), epochs: 1)
    var other = moonsTrainer(Momentum(learningRate: 0.1, momentum: 0.5))
    try other.restore(trained.snapshot)
    other.optimizer.momentum = 0.8
    trained.optimizer.momentum = 0.8
    other.train(on: moonsData(), epochs: 2)
    trained.train(on: moonsData(), epochs: 2)
    #expect(other.history == trained.history)
    #expect(other.snapshot.optimizerRule?.settings.first?.value == 0.8)
  }

  @Test func batchesMayHaveAnotherSizeFromEpochToEpochButNotWithinOne() throws {
    func trainer(_ size: Int) -> Trainer<Tensor<Double>, SGD<Double>> {
      Trainer(
        model: Tensor([0]), optimizer: SGD(learningRate: 0.1), batchSize: size,
        generator: RandomNumbers(seed: 1)
      ) { x, inputs, _, _ in square(x - inputs.mean()).sum() }
    }
    var (four, five) = (trainer(4), trainer(5))
    four.train(on: moonsData(), epochs: 1)
    try five.restore(four.snapshot)
    four.train(on: moonsData(), epochs: 2) { _, _ in .stop }
    let error = #expect(throws: TrainerMismatch.self) { try five.restore(four.snapshot) }
    #expect(error == .batchSize(trainer: 5, kept: 4))
    #expect(
      error.map { "\($0)" }
        == "The epoch that was interrupted had batches of 4, the trainer's are of 5.")
    #expect(five.position.epoch == 1 && five.position.batch == 0)
  }
}
