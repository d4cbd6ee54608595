import Backprop
import BackpropFiles
import FileSystem
import Foundation
import Testing

@Suite struct CheckpointTests: CheckpointFixture {
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

  @Test func everyOptimizerGoesOnToTheLastBit() throws {
    try resumes(SGD(learningRate: 0.1))
    try resumes(Momentum(learningRate: 0.1))
    try resumes(AveragedMomentum(learningRate: 0.1))
    try resumes(NesterovMomentum(learningRate: 0.1))
    try resumes(AdaGrad(learningRate: 0.1))
    try resumes(RMSProp(learningRate: 0.01))
    try resumes(Adam(learningRate: 0.01))
    try resumes(AdamW(learningRate: 0.01))
  }

  @Test func aTrainingThatHasNotBegunOrWithoutEarlyStoppingIsKeptToo() throws {
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

  @Test func historyKeepsNaNAndMissingValidationLosses() throws {
    var trainer = trainer(SGD(learningRate: 1))
    trainer.optimizer.learningRate = .infinity
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

  @Test func afterAllEpochsTheCheckpointHasTheBestModelAndTheLast() throws {
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

  @Test func whereThereIsNoCheckpointTheTrainingBegins() throws {
    var trainer = trainer(SGD(learningRate: 0.1))
    #expect(try !trainer.resume(from: "/nowhere/run.checkpoint"))
    let error = #expect(throws: CheckpointError.self) {
      try trainer.readCheckpoint(from: "/nowhere/run.checkpoint")
    }
    #expect(
      error?.description.hasPrefix(
        "/nowhere/run.checkpoint: The checkpoint can't be read: No such file") == true)
  }

  @Test func aCheckpointThatCannotBeWrittenLeavesTheOneBefore() throws {
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

  @Test func killedInTheMiddleOfWritingItLeavesTheCheckpointBefore() async throws {
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
}
