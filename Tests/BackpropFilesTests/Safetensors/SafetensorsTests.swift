import Backprop
import BackpropFiles
import Testing

@Suite struct SafetensorsTests {
  /// The tensors that `Oracles/weights.py` wrote to `mixed.safetensors`.
  private var mixed: Safetensors {
    var file = Safetensors()
    file.metadata["made by"] = "a test, \"quoted\" – ja"
    file.add(
      "b.single", Tensor<Float>([[1.5, -2.25, 3e38], [0.1, -0.0, .leastNonzeroMagnitude]]))
    file.add("a.double", Tensor([0.1, -1e300, .leastNonzeroMagnitude, .infinity]))
    file.add("scalar", Tensor(7))
    file.add("empty", Tensor<Float>.zeros([0, 3]))
    file.add("größe \"x\"\\\n\u{1}\t", Tensor([[1], [2]]))
    return file
  }

  @Test func aFileHasTheBytesThatThePythonPackageWrites() throws {
    #expect(mixed.bytes == Fixture.bytes("mixed.safetensors"))
    #expect(Safetensors().bytes == Fixture.bytes("none.safetensors"))
    try Fixture.keepForTheScript(mixed.bytes, "mixed.safetensors")
  }

  @Test func aFileOfThePythonPackageIsReadToTheLastBit() throws {
    let file = try Safetensors(contentsOf: Fixture.path("mixed.safetensors"))
    #expect(
      file.names == ["a.double", "größe \"x\"\\\n\u{1}\t", "scalar", "b.single", "empty"])
    #expect(file.metadata == mixed.metadata)
    #expect(file.type(of: "b.single") == .f32)
    #expect(file.shape(of: "empty") == [0, 3])
    let single = try file.tensor("b.single", of: Float.self)
    #expect(single == Tensor<Float>([[1.5, -2.25, 3e38], [0.1, -0.0, .leastNonzeroMagnitude]]))
    #expect(single[1, 1].item.sign == .minus)
    #expect(
      try file.tensor("a.double") == Tensor([0.1, -1e300, .leastNonzeroMagnitude, .infinity]))
    #expect(try file.tensor("scalar").shape == [])
    #expect(try file.tensor("b.single", of: Double.self)[1, 0].item == Double(Float(0.1)))
    #expect(try Safetensors(bytes: file.bytes).bytes == file.bytes)
    #expect(try Safetensors(contentsOf: Fixture.path("none.safetensors")).names == [])
  }

  @Test(arguments: ["a", "__metadata__"])
  func aNameThatStandsAlreadyAndTheFormatsOwnStopTheProgram(name: String) async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { [name] in
      var file = Safetensors()
      file.add("a", Tensor([1]))
      file.add(name, Tensor([1]))
    }
    let message = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(
      message.contains(
        name == "a"
          ? "There is a tensor \"a\" already."
          : "The format keeps the name __metadata__ for itself."))
    #expect(message.contains("SafetensorsTests.swift:"))
  }
}
