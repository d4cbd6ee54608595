import Backprop
import BackpropFiles
import Testing

/// What the tests of checkpoints train.
protocol CheckpointFixture {}

extension CheckpointFixture {
  typealias Net = Sequential<
    NextLayer<
      NextLayer<NextLayer<FirstLayer<Dense<Float>>, BatchNorm<Float>>, Dropout<Float>>,
      Dense<Float>
    >
  >

  func trainer<O: Optimizer>(
    _ optimizer: O, hidden: Int = 5
  ) -> Trainer<Net, O> where O.Number == Float {
    var generator = RandomNumbers(seed: 3)
    let first = Dense<Float>(from: 2, to: hidden, activation: .tanh, using: &generator)
    let last = Dense<Float>(from: hidden, to: 1, using: &generator)
    var trainer = Trainer(
      model: Sequential {
        first
        BatchNorm<Float>(features: hidden)
        Dropout<Float>(rate: 0.2)
        last
      }, optimizer: optimizer, schedule: .cosine(from: 0.05, over: 40), batchSize: 5,
      generator: RandomNumbers(seed: 5)
    ) { network, inputs, targets, pass in
      binaryCrossEntropy(logits: network(inputs, in: &pass), targets: targets)
    }
    trainer.earlyStopping = EarlyStopping(patience: 100)
    return trainer
  }

  func data(_ count: Int = 23) -> Dataset<Float> {
    var generator = RandomNumbers(seed: 4)
    return Dataset<Float>(Dataset.moons(count: count, noise: 0.1, using: &generator))
      .withColumnTargets()
  }

  /// All bits of a trainer.
  func bits<O: Optimizer>(_ trainer: Trainer<Net, O>) -> [UInt8]
  where O.Number == Float {
    trainer.checkpointBytes
  }

  func message<O: Optimizer>(
    _ bytes: [UInt8], _ trainer: Trainer<Net, O>
  ) -> String where O.Number == Float {
    let before = bits(trainer)
    var copy = trainer
    let error = #expect(throws: CheckpointError.self) {
      try copy.readCheckpoint(bytes: bytes, file: "run.checkpoint")
    }
    #expect(bits(copy) == before)
    #expect(error?.description.hasPrefix("run.checkpoint: ") == true)
    #expect(error?.description.hasSuffix("The trainer is as it was.") == true)
    return error?.description ?? ""
  }
}
