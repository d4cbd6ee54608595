import Backprop
import FileSystem
import Foundation
import Testing

@testable import BackpropFiles

@Suite struct CheckpointTests {
  private typealias Net = Sequential<
    NextLayer<
      NextLayer<NextLayer<FirstLayer<Dense<Float>>, BatchNorm<Float>>, Dropout<Float>>,
      Dense<Float>
    >
  >

  private func trainer<O: Optimizer>(
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

  private func data(_ count: Int = 23) -> Dataset<Float> {
    var generator = RandomNumbers(seed: 4)
    return Dataset<Float>(Dataset.moons(count: count, noise: 0.1, using: &generator))
      .withColumnTargets()
  }

  /// All bits of a trainer.
  private func bits<O: Optimizer>(_ trainer: Trainer<Net, O>) -> [UInt8]
  where O.Number == Float {
    trainer.checkpointBytes
  }

  /// k steps, save, load in another trainer, k steps: as 2k steps.
  private func resumes<O: Optimizer>(_ optimizer: O) throws where O.Number == Float {
    try Fixture.withFolder { folder in
      let path = folder + "/run.checkpoint"
      for interruption in [1, 7, 10] {
        var whole = trainer(optimizer)
        whole.train(on: data(), epochs: 4, validatingOn: data(9))
        var first = trainer(optimizer)
        try first.train(on: data(), epochs: 4, validatingOn: data(9)) {
          event, trainer throws(CheckpointError) in
          if trainer.position.step < interruption { return .proceed }
          try trainer.writeCheckpoint(to: path)
          return .stop
        }
        var second = trainer(optimizer)
        #expect(try second.resume(from: path))
        #expect(bits(second) == bits(first))
        second.train(on: data(), epochs: 4, validatingOn: data(9))
        #expect(bits(second) == bits(whole))
      }
      #expect(Files.list(folder) == ["run.checkpoint"])
    }
  }

  @Test func `every optimizer goes on to the last bit`() throws {
    try resumes(SGD(learningRate: 0.1))
    try resumes(Momentum(learningRate: 0.1))
    try resumes(AveragedMomentum(learningRate: 0.1))
    try resumes(NesterovMomentum(learningRate: 0.1))
    try resumes(AdaGrad(learningRate: 0.1))
    try resumes(RMSProp(learningRate: 0.01))
    try resumes(Adam(learningRate: 0.01))
    try resumes(AdamW(learningRate: 0.01))
  }

  @Test func `a training that has not begun, or without early stopping, is kept too`() throws {
    var fresh = trainer(Adam(learningRate: 0.5))
    fresh.earlyStopping = nil
    let kept = bits(fresh)
    var other = fresh
    other.train(on: data(), epochs: 1)
    try other.readCheckpoint(bytes: kept)
    #expect(bits(other) == kept)
    #expect(other.optimizer.learningRate == 0.5)
    #expect(other.optimizer.meanSquare == [])
  }

  @Test func `history keeps what is no number, and validation losses that are not there`() throws {
    var trainer = trainer(SGD(learningRate: .infinity))
    trainer.schedule = nil
    let stopping = trainer.earlyStopping
    trainer.earlyStopping = nil
    trainer.train(on: data(), epochs: 1)
    trainer.earlyStopping = stopping
    trainer.train(on: data(), epochs: 2, validatingOn: data(9))
    var other = self.trainer(SGD(learningRate: 1))
    try other.readCheckpoint(bytes: bits(trainer))
    #expect(other.history.epochs.map { $0.validationLoss == nil } == [true, false])
    #expect(other.history.epochs[1].loss.isNaN)
    #expect(other.optimizer.learningRate == .infinity)
  }

  @Test func `after all epochs the checkpoint has the best model and the last`() throws {
    var trained = trainer(SGD(learningRate: 3))
    trained.schedule = nil
    trained.train(on: data(), epochs: 9, validatingOn: data(9))
    let losses = trained.history.epochs.compactMap(\.validationLoss)
    #expect(losses.last != losses.min())
    var other = trainer(SGD(learningRate: 3))
    other.schedule = nil
    try other.readCheckpoint(bytes: bits(trained))
    #expect(bits(other) == bits(trained))
    #expect(other.model.tensors.map(\.value) == trained.model.tensors.map(\.value))
    #expect(other.loss(on: data(9)) == losses.min())
    for count in [12, 14] {
      trained.train(on: data(), epochs: count, validatingOn: data(9))
    }
    other.train(on: data(), epochs: 14, validatingOn: data(9))
    #expect(bits(other) == bits(trained))
  }

  @Test func `a checkpoint of the first version is read`() throws {
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

  @Test func `where there is no checkpoint the training begins`() throws {
    var trainer = trainer(SGD(learningRate: 0.1))
    #expect(try !trainer.resume(from: "/nowhere/run.checkpoint"))
    let error = #expect(throws: CheckpointError.self) {
      try trainer.readCheckpoint(from: "/nowhere/run.checkpoint")
    }
    #expect(
      error?.description.hasPrefix(
        "/nowhere/run.checkpoint: The checkpoint can't be read: No such file") == true)
  }

  @Test func `a checkpoint that can't be written leaves the one before`() throws {
    let trainer = trainer(SGD(learningRate: 0.1))
    let none = #expect(throws: CheckpointError.self) {
      try trainer.writeCheckpoint(to: "/nowhere/run.checkpoint")
    }
    #expect(none?.description.contains("What was there before is still there.") == true)
    try Fixture.withFolder { folder in
      try Files.createFolder(folder + "/taken/before")
      #expect(throws: CheckpointError.self) { try trainer.writeCheckpoint(to: folder + "/taken") }
      #expect(Files.list(folder) == ["taken"])
    }
  }

  @Test func `killed in the middle of writing, it leaves the checkpoint before`() async throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("gradus-\(UUID().uuidString)").path
    try Files.createFolder(folder)
    defer { Files.remove(folder) }
    let path = folder + "/run.checkpoint"
    try Self.small(epochs: 1).writeCheckpoint(to: path)
    // The kernel ends the process at the thousandth byte that it writes.
    await #expect(processExitsWith: .failure) { [path = path as String] in
      let trainer = Self.small(epochs: 2)
      signal(SIGXFSZ, SIG_DFL)
      Self.limitFiles(to: 1000)
      try trainer.writeCheckpoint(to: path)
    }
    var trainer = Self.small(epochs: 0)
    try trainer.readCheckpoint(from: path)
    #expect(trainer.position.epoch == 1)
    // A disk that is full ends nothing, and leaves nothing else.
    let left = Files.list(folder)
    await #expect(processExitsWith: .success) { [path = path as String] in
      let trainer = Self.small(epochs: 2)
      signal(SIGXFSZ, SIG_IGN)
      Self.limitFiles(to: 1000)
      let error = #expect(throws: CheckpointError.self) { try trainer.writeCheckpoint(to: path) }
      #expect(error?.description.contains("can't be written: File too large.") == true)
    }
    try trainer.readCheckpoint(from: path)
    #expect(trainer.position.epoch == 1)
    #expect(Files.list(folder) == left)
  }

  private static func small(epochs: Int) -> Trainer<Tensor<Double>, Adam<Double>> {
    var trainer = Trainer(
      model: Tensor<Double>.ones([500]), optimizer: Adam(learningRate: 0.1), batchSize: 1,
      generator: RandomNumbers(seed: 1)
    ) { x, inputs, _, _ in square(x - inputs).sum() }
    trainer.train(on: Dataset(inputs: Tensor([1]), targets: Tensor([0])), epochs: epochs)
    return trainer
  }

  private static func limitFiles(to size: UInt) {
    var limit = rlimit(rlim_cur: numericCast(size), rlim_max: numericCast(size))
    #if canImport(Glibc)
      setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
    #else
      setrlimit(RLIMIT_FSIZE, &limit)
    #endif
  }

  @Test func `other tools read its tensors`() throws {
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

  // MARK: What is wrong

  private func message<O: Optimizer>(
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

  @Test func `every changed bit and every cut is found, and the trainer stays as it was`() {
    var trained = trainer(Momentum(learningRate: 0.1), hidden: 1)
    trained.train(on: data(), epochs: 1, validatingOn: data(9))
    let bytes = bits(trained)
    let fresh = trainer(Momentum(learningRate: 0.1), hidden: 1)
    for index in bytes.indices {
      var damaged = bytes
      damaged[index] ^= 1 << UInt8(index % 8)
      let message = message(damaged, fresh)
      #expect(
        message.contains("is damaged") || message.contains("is no checkpoint"), "byte \(index)")
    }
    for count in stride(from: 0, to: bytes.count, by: 7) {
      #expect(message(Array(bytes[..<count]), fresh).contains("is damaged, or no checkpoint"))
    }
  }

  @Test func `another training, version, type or file is named`() throws {
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
    #expect(message(plain.bytes, adam).contains("holds tensors, but is no checkpoint"))
    #expect(message(Array("no checkpoint at all".utf8), adam).contains("damaged, or no checkpoint"))

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

  @Test func `the checksum is zlib's`() {
    // By Python's zlib.crc32.
    #expect(checksum("123456789".utf8) == 0xCBF4_3926)
    #expect(checksum([]) == 0)
    #expect(checksum([0, 0, 0, 0]) == 0x2144_DF1C)
    #expect(checksum((0..<1000).map { UInt8(truncatingIfNeeded: $0 * $0) }) == 0xBE2C_3C2D)
  }
}
