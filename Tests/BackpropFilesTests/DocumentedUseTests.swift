import Backprop
import BackpropFiles
import FileSystem
import Foundation
import Testing

/// What docs/backprop-files.md shows and lessons can't run.
@Suite struct DocumentedUseTests {
  @Test func dataIsReadFromFiles() throws {
    try Fixture.withFolder { folder in
      try Files.write("length,width,species\n1.5,,a\n2.5,1,b\n".utf8, to: folder + "/iris.csv")
      try Files.write(
        [0, 0, 8, 2, 0, 0, 0, 1, 0, 0, 0, 1, 255], to: folder + "/images-idx3-ubyte")
      try Files.write([0, 0, 8, 1, 0, 0, 0, 1, 7], to: folder + "/labels-idx1-ubyte")

      let table = try CSVTable(contentsOf: folder + "/iris.csv")
      let flowers = try table.dataset(inputs: ["length", "width"], classes: "species")
      let filled = Imputer(fitting: flowers.inputs, with: .median).fill(flowers.inputs)

      let digits = try Dataset<Float>(
        images: folder + "/images-idx3-ubyte", labels: folder + "/labels-idx1-ubyte")

      #expect(filled == Tensor([[1.5, 1], [2.5, 1]]))
      #expect(digits.labels == [7])
    }
  }

  @Test func aTrainingGoesOnFromItsCheckpoint() throws {
    try Fixture.withFolder { folder in
      let training = Dataset.exclusiveOr
      var trainer = Trainer(
        model: Tensor([0]), optimizer: SGD(learningRate: 0.1), batchSize: 3,
        generator: RandomNumbers(seed: 2)
      ) { x, inputs, _, _ in square(x - inputs.mean()).sum() }
      let fresh = trainer

      try trainer.resume(from: folder + "/run.checkpoint")
      try trainer.train(on: training, epochs: 100) { event, trainer throws(CheckpointError) in
        if case .epoch = event { try trainer.writeCheckpoint(to: folder + "/run.checkpoint") }
        return .proceed
      }

      var again = fresh
      #expect(try again.resume(from: folder + "/run.checkpoint"))
      #expect(again.model == trainer.model)
      #expect(again.position.epoch == 100)
    }
  }

  @Test func weightsAreExchangedByTheirNames() throws {
    try Fixture.withFolder { folder in
      var generator = RandomNumbers(seed: 1)
      var model = Network(sizes: [2, 3, 1], activation: .tanh, using: &generator)

      try model.writeSafetensors(to: folder + "/model.safetensors", named: pyTorchName)
      try model.readSafetensors(
        from: folder + "/model.safetensors", ignoringOthers: true, named: pyTorchName)

      #expect(
        try Safetensors(contentsOf: folder + "/model.safetensors").names
          == ["0.bias", "0.weight", "1.bias", "1.weight"])
      var lstm = Safetensors()
      lstm.add("weight_ih_l0", Tensor<Double>.ones([8, 1]))
      try lstm.write(to: folder + "/lstm.safetensors")

      let file = try Safetensors(contentsOf: folder + "/lstm.safetensors")
      let weights = try file.tensor("weight_ih_l0", of: Float.self)

      #expect(weights == Tensor<Float>.ones([8, 1]))
    }
  }

  @Test func thePageShowsWhatIsTriedHere() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    func lines(_ path: String) throws -> [String] {
      try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
        .split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    }
    let tried = Set(try lines("Tests/BackpropFilesTests/DocumentedUseTests.swift"))
    var (isShown, count) = (false, 0)
    for line in try lines("docs/backprop-files.md") {
      if line.hasPrefix("```") {
        isShown = line.hasPrefix("```swift skip=")
      } else if isShown {
        #expect(tried.contains(line), "\(line)")
        count += 1
      }
    }
    #expect(count > 10)
  }
}
