import Backprop
import BackpropFiles
import FileSystem
import Testing

@Suite struct PyTorchNamesTests {
  /// The layers of `images()` in `Oracles/weights.py`.
  private func imageNetwork() -> some Layer<Double> {
    var generator = RandomNumbers(seed: 1)
    let convolution = Convolution2D(from: 1, to: 2, size: 3, padding: 1, using: &generator)
    let dense = Dense(from: 8, to: 3, using: &generator)
    return Sequential {
      convolution
      BatchNorm(features: 2)
      Activate(.relu)
      MaxPooling2D(size: 2)
      Flatten()
      dense
    }
  }

  @Test func layersHavePyTorchsNamesAndShapesStatesIncluded() throws {
    let path = Fixture.path("network-images.safetensors")
    var network = imageNetwork()
    let error = #expect(throws: SafetensorsError.self) {
      try network.readSafetensors(from: path, named: pyTorchName)
    }
    #expect(error?.cause == .mismatch(.unknown(name: "1.num_batches_tracked")))
    #expect("\(error!)".hasSuffix("read the file with `ignoringOthers: true`."), "\(error!)")
    try network.readSafetensors(from: path, ignoringOthers: true, named: pyTorchName)
    let picture = Tensor(shape: [1, 1, 4, 4], scalars: (0..<16).map { Backprop.cos(Double($0)) })
    let expected = try Fixture.weights()
    for (a, b) in zip(network(picture).scalars, expected["network images"] ?? []) {
      #expect((a - b).magnitude < 1e-14)
    }
    try Fixture.withFolder { folder in
      try network.writeSafetensors(to: folder + "/images", named: pyTorchName)
      try Fixture.keepForTheScript(Files.read(folder + "/images"), "images.safetensors")
    }
    var generator = RandomNumbers(seed: 1)
    var gru = GRU(from: 2, units: 3, using: &generator)
    try gru.readSafetensors(
      from: Fixture.path("network-recurrent.safetensors"), named: pyTorchName)
    let x = Tensor([[[0.5, 1.5]], [[-1, 0.25]], [[2, -0.75]]])
    for (a, b) in zip(gru(x).scalars, expected["network recurrent"] ?? []) {
      #expect((a - b).magnitude < 1e-14)
    }
  }
}
