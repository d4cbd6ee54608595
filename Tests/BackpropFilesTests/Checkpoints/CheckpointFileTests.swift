import Backprop
import Testing

@testable import BackpropFiles

@Suite struct CheckpointFileTests: CheckpointFixture {
  @Test func everyChangedBitAndEveryCutIsFoundAndTheTrainerStaysAsItWas() {
    var trained = trainer(Momentum(learningRate: 0.1), hidden: 1)
    trained.train(on: data(), epochs: 1, validatingOn: data(9))
    let bytes = bits(trained)
    let fresh = trainer(Momentum(learningRate: 0.1), hidden: 1)
    for index in bytes.indices {
      var damaged = bytes
      damaged[index] ^= 1 << UInt8(index % 8)
      let message = message(damaged, fresh)
      #expect(
        message.contains("is damaged") || message.contains("is not a checkpoint"), "byte \(index)")
    }
    for count in stride(from: 0, to: bytes.count, by: 7) {
      #expect(message(Array(bytes[..<count]), fresh).contains("is damaged, or not a checkpoint"))
    }
  }

  @Test func otherToolsReadItsTensors() throws {
    var trainer = trainer(Adam(learningRate: 0.1))
    trainer.train(on: data(), epochs: 1, validatingOn: data(9))
    let file = try Safetensors(bytes: bits(trainer))
    #expect(try file.tensor("model.layers.0.weights", of: Float.self).shape == [5, 2])
    #expect(file.shape(of: "optimizer.meanSquare.0") == [5, 2])
    #expect(file.shape(of: "model.layers.1.runningMean") == [5])
    #expect(file.shape(of: "history.losses") == [5])
    #expect(file.metadata["step"] == "5")
    #expect(file.metadata["optimizer.count.steps"] == "5")
    #expect(file.metadata["optimizer"] == "Adam")
    #expect(file.metadata["optimizer.setting.decay"] == "0.999")
    #expect(file.metadata["batchSize"] == "5")
  }

  @Test func aCheckpointOfTheFirstVersionIsRead() throws {
    // Written by the library as it was then, after two epochs and two batches.
    func trainer(_ learningRate: Double) -> Trainer<Tensor<Double>, Adam<Double>> {
      var trainer = Trainer(
        model: Tensor<Double>.ones([3]), optimizer: Adam(learningRate: learningRate), batchSize: 2,
        generator: RandomNumbers(seed: 1)
      ) { x, inputs, _, _ in square(x - inputs.mean()).sum() }
      trainer.earlyStopping = EarlyStopping(patience: 3)
      return trainer
    }
    let data = Dataset(inputs: Tensor([1, 2, 3, 4, 5]), targets: Tensor([0, 0, 0, 0, 0]))
    var whole = trainer(0.1)
    whole.train(on: data, epochs: 4, validatingOn: data)
    var other = trainer(7)
    try other.readCheckpoint(from: Fixture.path("version-1.checkpoint"))
    #expect(other.position == TrainingPosition(epoch: 2, batch: 2, step: 8, examples: 5))
    other.train(on: data, epochs: 4, validatingOn: data)
    #expect(other.checkpointBytes == whole.checkpointBytes)
  }
}
