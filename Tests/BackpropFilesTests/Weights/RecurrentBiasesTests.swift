import Backprop
import BackpropFiles
import FileSystem
import Testing

@Suite struct RecurrentBiasesTests {
  /// A network for sequences as PyTorch's, read, run, and written for PyTorch.
  private func exchange<L: RecurrentLayer<Double>>(_ name: String, _ layer: L) throws {
    var generator = RandomNumbers(seed: 1)
    var network = Sequential {
      Embedding(of: 5, size: 3, using: &generator)
      layer
      LastStep()
      Dense(from: 4, to: 2, using: &generator)
    }
    try network.readSafetensors(
      from: Fixture.path("network-\(name).safetensors"), named: pyTorchName)
    let words = Tensor([[1, 4], [0, 0], [3, 1]])
    let result = network(words)
    for (a, b) in zip(result.scalars, try #require(Fixture.weights()["network \(name)"])) {
      #expect((a - b).magnitude < 1e-14)
    }
    try Fixture.withFolder { folder in
      let path = folder + "/\(name).safetensors"
      try network.writeSafetensors(to: path, named: pyTorchName)
      try Fixture.keepForTheScript(Files.read(path), "\(name).safetensors")
      if name == "gru" {
        #expect(try Files.read(path) == Fixture.bytes("network-gru.safetensors"))
      }
      var other = network.mapParameters { _, value in 0 * value }
      try other.readSafetensors(from: path, named: pyTorchName)
      #expect(other.flattenedParameters == network.flattenedParameters)
      // Under its own names the bias is one.
      try network.writeSafetensors(to: path)
      #expect(try Safetensors(contentsOf: path).names.count == network.tensors.count)
      try other.readSafetensors(from: path)
      #expect(other(words) == result)
    }
  }

  @Test func recurrentNetworksArePyTorchsWhoseRNNAndLSTMHaveTwoBiases() throws {
    var generator = RandomNumbers(seed: 1)
    try exchange("rnn", RNN(from: 3, units: 4, using: &generator))
    try exchange("lstm", LSTM(from: 3, units: 4, using: &generator))
    try exchange("gru", GRU(from: 3, units: 4, using: &generator))
    var lstm = LSTM(from: 2, units: 3, using: &generator)
    let before = lstm.flattenedParameters
    // A GRU's file has both biases, but those of three gates.
    let error = #expect(throws: SafetensorsError.self) {
      try lstm.readSafetensors(
        from: Fixture.path("network-recurrent.safetensors"), named: pyTorchName)
    }
    #expect(error?.description.contains("has the shape [12, 2], not [9, 2].") == true)
    #expect(lstm.flattenedParameters == before)
    try Fixture.withFolder { folder in
      let path = folder + "/a.safetensors"
      var file = Safetensors()
      file.add("weight_ih_l0", lstm.weightIH)
      file.add("weight_hh_l0", lstm.weightHH)
      file.add("bias_ih_l0", lstm.bias)
      try file.write(to: path)
      let missing = #expect(throws: SafetensorsError.self) {
        try lstm.readSafetensors(from: path, named: pyTorchName)
      }
      #expect(missing?.cause == .mismatch(.missing(name: "bias_hh_l0", shape: [12])))
      file.add("bias_hh_l0", Tensor([1]))
      try file.write(to: path)
      #expect(throws: SafetensorsError.self) {
        try lstm.readSafetensors(from: path, named: pyTorchName)
      }
      #expect(lstm.flattenedParameters == before)
    }
  }
}
