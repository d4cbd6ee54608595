import Backprop
import Testing

@testable import BackpropFiles

@Suite struct CheckpointErrorTests: CheckpointFixture {
  @Test func anotherTrainingVersionTypeOrFileIsNamed() throws {
    var adam = trainer(Adam(learningRate: 0.1))
    adam.train(on: data(), epochs: 1, validatingOn: data(9))
    let momentum = trainer(Momentum(learningRate: 0.1))
    #expect(
      message(bits(adam), momentum).contains(
        "is that of another training. The trainer's optimizer is Momentum, and what was kept had "
          + "Adam. Make the trainer with the same layers, optimizer and early stopping."))
    #expect(
      message(bits(trainer(Adam(learningRate: 0.1, momentum: 0.8))), adam).contains(
        "The optimizer's momentum is 0.9, and what was kept had 0.8. Make the optimizer with the "
          + "momentum that was kept; once the checkpoint is read, it can be changed."))
    #expect(
      message(bits(trainer(Adam(learningRate: 0.1), hidden: 4)), adam).contains(
        "The model's layers.0.weights has the shape [5, 2], not [4, 2]."))
    var plain = Safetensors()
    plain.add("a", Tensor<Float>([1]))
    #expect(message(plain.bytes, adam).contains("holds tensors, but is not a checkpoint"))
    #expect(
      message(Array("no checkpoint at all".utf8), adam).contains("damaged, or not a checkpoint"))

    func changed(_ change: (inout Safetensors) -> Void) throws -> [UInt8] {
      var file = try Safetensors(bytes: bits(adam))
      change(&file)
      return CheckpointFile.signed(file.bytes)
    }
    #expect(
      try message(changed { $0.metadata["version"] = "3" }, adam).contains(
        "is of version 3; this library knows 1 and 2."))
    #expect(
      try message(changed { $0.metadata["optimizer.setting.decay"] = "a" }, adam).contains(
        "The checkpoint's optimizer.setting.decay is missing or makes no sense."))
    #expect(
      try message(changed { $0.metadata["optimizer"] = nil }, adam).contains("optimizer is missing")
    )
    #expect(
      try message(changed { $0.metadata["optimizer.setting.decay"] = nil }, adam).contains(
        "The optimizer's decay is 0.999, and what was kept had none. Make the trainer with"))
    #expect(
      try message(changed { $0.metadata["batchSize"] = nil }, adam).contains("batchSize is missing")
    )
    #expect(
      try message(changed { $0.metadata["generator"] = "0 0 0 0" }, adam)
        .contains("The checkpoint's generator is missing or makes no sense."))
    #expect(try message(changed { $0.metadata["batch"] = "-1" }, adam).contains("batch is missing"))
    #expect(try message(changed { $0.metadata["epoch"] = nil }, adam).contains("epoch is missing"))
    #expect(
      try message(changed { $0.metadata["optimizer.state.meanSquare"] = "9000000000000000" }, adam)
        .contains("optimizer.meanSquare.6 is missing"))
    #expect(
      try message(changed { $0.add("a", Tensor([1])) }, adam)
        .contains("holds numbers of the type F64, the trainer F32."))
    #expect(
      try message(changed { $0.add("model.a", Tensor<Float>([1])) }, adam)
        .contains("The model has no a"))
  }
}
