import Backprop
import BackpropFiles
import FileSystem
import Foundation
import Testing

@Suite struct ModelFilesTests {
  private func network<S: Scalar>(_ type: S.Type) -> Network<S> {
    Network(
      Dense(weights: .zeros([4, 3]), bias: .zeros([4]), activation: .tanh),
      Dense(weights: .zeros([2, 4]), bias: .zeros([2])))
  }

  /// The name that a parameter of `Network` has in `torch.nn.Sequential` with activations between.
  private func torchName(_ name: String) -> String {
    let parts = name.split(separator: ".")
    return "\(2 * (Int(parts[1]) ?? 0)).\(parts[2] == "weights" ? "weight" : "bias")"
  }

  @Test func aNetworkOfPyTorchsGivesHereWhatItGaveThere() throws {
    let x = Tensor([[0.5, -1, 2], [1.5, 0.25, -0.75]])
    var double = network(Double.self)
    try double.readSafetensors(
      from: Fixture.path("network-double.safetensors"), named: torchName)
    let expected = try Fixture.weights()
    for (a, b) in zip(double(x).scalars, expected["network double"] ?? []) {
      #expect((a - b).magnitude < 1e-14)
    }
    var single = network(Float.self)
    try single.readSafetensors(
      from: Fixture.path("network-single.safetensors"), named: torchName)
    for (a, b) in zip(single(Tensor(converting: x)).scalars, expected["network single"] ?? []) {
      #expect((Double(a) - b).magnitude < 1e-6)
    }
  }

  @Test func aNetworkHasTheFileThatPyTorchWritesForIt() throws {
    var double = network(Double.self)
    let path = Fixture.path("network-double.safetensors")
    try double.readSafetensors(from: path, named: torchName)
    try Fixture.withFolder { folder in
      let written = folder + "/network.safetensors"
      try double.writeSafetensors(to: written, named: torchName)
      #expect(try Files.read(written) == Fixture.bytes("network-double.safetensors"))
      #expect(Files.list(folder) == ["network.safetensors"])
      try Fixture.keepForTheScript(Files.read(written), "network.safetensors")
      // Under its own names it comes back as it was.
      try double.writeSafetensors(to: written, metadata: ["a": "b"])
      var again = network(Double.self)
      try again.readSafetensors(from: written)
      #expect(again.flattenedParameters == double.flattenedParameters)
      #expect(try Safetensors(contentsOf: written).metadata == ["a": "b"])
    }
  }

  @Test func whatDoesNotFitLeavesTheModelAsItWas() throws {
    try Fixture.withFolder { folder in
      let path = folder + "/a.safetensors"
      func message(_ file: Safetensors) throws -> String {
        try file.write(to: path)
        var model = network(Double.self)
        let error = #expect(throws: SafetensorsError.self) {
          try model.readSafetensors(from: path)
        }
        #expect(model.flattenedParameters == network(Double.self).flattenedParameters)
        return (error?.description ?? "").replacingOccurrences(of: path, with: "FILE")
      }
      var file = Safetensors()
      file.add("layers.0.weights", Tensor<Double>.ones([4, 3]))
      file.add("layers.0.bias", Tensor<Double>.ones([4]))
      file.add("layers.1.weights", Tensor<Double>.ones([2, 4]))
      #expect(
        try message(file).hasPrefix(
          "FILE: The model's layers.1.bias, of shape [2], is missing. Read it into"))
      var wrong = file
      wrong.add("layers.1.bias", Tensor<Double>.ones([3]))
      #expect(try message(wrong).contains("layers.1.bias has the shape [2], not [3]."))
      file.add("layers.1.bias", Tensor<Double>.ones([2]))
      file.add("other", Tensor<Double>.ones([2]))
      #expect(try message(file).contains("The model has no other"))
      var model = network(Double.self)
      try model.readSafetensors(from: path, ignoringOthers: true)
      #expect(model.flattenedParameters == .ones([26]))
    }
  }
}
