import Backprop
import BackpropFiles
import FileSystem
import Foundation
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

  @Test func `a file has the bytes that the Python package writes`() throws {
    #expect(mixed.bytes == Fixture.bytes("mixed.safetensors"))
    #expect(Safetensors().bytes == Fixture.bytes("none.safetensors"))
    try writtenForTheScript(mixed.bytes, "mixed.safetensors")
  }

  @Test func `a file of the Python package is read to the last bit`() throws {
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

  @Test func `half precision, bfloat16 and whole numbers are read as PyTorch reads them`() throws {
    let file = try Safetensors(contentsOf: Fixture.path("types.safetensors"))
    let values = try weights()
    for name in ["f16", "bf16", "i64", "i32", "i16", "i8", "u64", "u32", "u16", "u8", "bool"] {
      #expect(try file.tensor(name).scalars == values[name], "\(name)")
    }
    #expect(try file.tensor("f16").scalars[6].sign == .minus)
    #expect(try file.tensor("u8").shape == [2, 1])
    #expect(try Safetensors(bytes: file.bytes).bytes == Fixture.bytes("types.safetensors"))
    let inexact = #expect(throws: SafetensorsError.self) { try file.tensor("large") }
    #expect(inexact?.cause == .inexact(tensor: "large"))
    let complex = #expect(throws: SafetensorsError.self) { try file.tensor("c64") }
    #expect(complex?.description.contains("C64, which can't be read") == true)
    let none = #expect(throws: SafetensorsError.self) { try file.tensor("g") }
    #expect(none?.cause == .unknownTensor("g"))
  }

  @Test func `every number of eight bits and of four is read as PyTorch reads it`() throws {
    let file = try Safetensors(contentsOf: Fixture.path("types.safetensors"))
    let values = try weights()
    let types: [String: (type: ElementType, count: Int)] = [
      "f8e4m3": (.f8e4m3, 256), "f8e5m2": (.f8e5m2, 256), "f8e4m3fnuz": (.f8e4m3fnuz, 256),
      "f8e5m2fnuz": (.f8e5m2fnuz, 256), "f8e8m0": (.f8e8m0, 256), "f4": (.f4, 512),
    ]
    for (name, (type, count)) in types {
      #expect(file.type(of: name) == type && file.shape(of: name) == [count])
      let (found, single) = (try file.tensor(name), try file.tensor(name, of: Float.self))
      let expected = try #require(values[name])
      #expect(expected.count == count)
      for (code, (number, expected)) in zip(found.scalars, expected).enumerated() {
        #expect(number == expected || number.isNaN && expected.isNaN, "\(name) \(code)")
        #expect(number.sign == expected.sign || expected.isNaN, "\(name) \(code)")
        #expect(single[code].item.bitPattern == Float(number).bitPattern || number.isNaN)
      }
    }
  }

  @Test func `types that can't be read stand beside those that can`() throws {
    // Of six bits, four numbers lie in three bytes.
    func file(_ type: String, _ count: Int, _ bytes: Int) throws -> Safetensors {
      var header = "{\"a\":{\"dtype\":\"F64\",\"shape\":[],\"data_offsets\":[0,8]},"
      header += "\"b\":{\"dtype\":\"\(type)\",\"shape\":[\(count)],"
      header += "\"data_offsets\":[8,\(8 + bytes)]}}"
      header += String(repeating: " ", count: (8 - header.utf8.count % 8) % 8)
      let data = [UInt8](repeating: 0, count: 8 + bytes)
      return try Safetensors(
        bytes: [UInt8(header.utf8.count), 0, 0, 0, 0, 0, 0, 0] + Array(header.utf8) + data)
    }
    for type in ["F6_E2M3", "F6_E3M2"] {
      let file = try file(type, 4, 3)
      #expect(try file.tensor("a").item == 0)
      let error = #expect(throws: SafetensorsError.self) { try file.tensor("b") }
      #expect(error?.description.contains("\(type), which can't be read") == true)
      #expect(try Safetensors(bytes: file.bytes).bytes == file.bytes)
    }
    #expect(try file("F4", 6, 3).tensor("b").shape == [6])
    for (type, count, bytes) in [("F4", 3, 2), ("F4", 3, 1), ("F6_E2M3", 3, 3), ("C64", 1, 4)] {
      let error = #expect(throws: SafetensorsError.self) { try file(type, count, bytes) }
      #expect(error?.description.contains("of shape [\(count)] and type \(type) has") == true)
    }
  }

  #if !os(macOS) || arch(arm64)
    @Test func `every number of half precision is Swift's own`() throws {
      var header = "{\"h\":{\"dtype\":\"F16\",\"shape\":[65536],\"data_offsets\":[0,131072]}}"
      header += String(repeating: " ", count: (8 - header.utf8.count % 8) % 8)
      let data = (0...UInt16.max).flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
      let bytes = [UInt8(header.utf8.count), 0, 0, 0, 0, 0, 0, 0] + Array(header.utf8) + data
      let halves = try Safetensors(bytes: bytes).tensor("h", of: Float.self).scalars
      for (bits, half) in halves.enumerated() {
        let expected = Float(Float16(bitPattern: UInt16(bits)))
        #expect(half == expected || half.isNaN && expected.isNaN)
        #expect(half.sign == expected.sign)
      }
    }
  #endif

  // MARK: Models

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

  private func weights() throws -> [String: [Double]] {
    let json = try JSONSerialization.jsonObject(with: Data(Fixture.bytes("weights.json")))
    return (json as? [String: [Any]] ?? [:]).mapValues { values in
      values.map { ($0 as? NSNumber)?.doubleValue ?? Double("\($0)") ?? .nan }
    }
  }

  @Test func `a network of PyTorch's gives here what it gave there`() throws {
    let x = Tensor([[0.5, -1, 2], [1.5, 0.25, -0.75]])
    var double = network(Double.self)
    try double.readSafetensors(
      from: Fixture.path("network-double.safetensors"), named: torchName)
    let expected = try weights()
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

  @Test func `a network has the file that PyTorch writes for it`() throws {
    var double = network(Double.self)
    let path = Fixture.path("network-double.safetensors")
    try double.readSafetensors(from: path, named: torchName)
    try Fixture.withFolder { folder in
      let written = folder + "/network.safetensors"
      try double.writeSafetensors(to: written, named: torchName)
      #expect(try Files.read(written) == Fixture.bytes("network-double.safetensors"))
      #expect(Files.list(folder) == ["network.safetensors"])
      try writtenForTheScript(Files.read(written), "network.safetensors")
      // Under its own names it comes back as it was.
      try double.writeSafetensors(to: written, metadata: ["a": "b"])
      var again = network(Double.self)
      try again.readSafetensors(from: written)
      #expect(again.flattenedParameters == double.flattenedParameters)
      #expect(try Safetensors(contentsOf: written).metadata == ["a": "b"])
    }
  }

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

  @Test func `layers have PyTorch's names and shapes, states included`() throws {
    let path = Fixture.path("network-images.safetensors")
    var network = imageNetwork()
    let error = #expect(throws: SafetensorsError.self) {
      try network.readSafetensors(from: path, named: pyTorchName)
    }
    #expect(error?.cause == .mismatch(.unknown(name: "1.num_batches_tracked")))
    try network.readSafetensors(from: path, ignoringOthers: true, named: pyTorchName)
    let picture = Tensor(shape: [1, 1, 4, 4], scalars: (0..<16).map { Backprop.cos(Double($0)) })
    let expected = try weights()
    for (a, b) in zip(network(picture).scalars, expected["network images"] ?? []) {
      #expect((a - b).magnitude < 1e-14)
    }
    try Fixture.withFolder { folder in
      try network.writeSafetensors(to: folder + "/images", named: pyTorchName)
      try writtenForTheScript(Files.read(folder + "/images"), "images.safetensors")
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
    for (a, b) in zip(result.scalars, try #require(weights()["network \(name)"])) {
      #expect((a - b).magnitude < 1e-14)
    }
    try Fixture.withFolder { folder in
      let path = folder + "/\(name).safetensors"
      try network.writeSafetensors(to: path, named: pyTorchName)
      try writtenForTheScript(Files.read(path), "\(name).safetensors")
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

  @Test func `recurrent networks are PyTorch's, whose RNN and LSTM have two biases`() throws {
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

  @Test func `what does not fit leaves the model as it was`() throws {
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

  @Test(arguments: ["a", "__metadata__"])
  func `a name that stands already, and the format's own, stop the program`(name: String) async {
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

  @Test func `a folder that is not there is named`() {
    let error = #expect(throws: SafetensorsError.self) { try mixed.write(to: "/nowhere/a") }
    #expect(error?.description.hasPrefix("/nowhere/a: The file can't be written: No such") == true)
    let read = #expect(throws: SafetensorsError.self) { try Safetensors(contentsOf: "/nowhere/a") }
    #expect(read?.description.hasPrefix("/nowhere/a: The file can't be read: No such") == true)
  }

  /// Keeps what a test wrote for `Oracles/read_written.py`, where the environment names a folder.
  private func writtenForTheScript(_ bytes: [UInt8], _ name: String) throws {
    guard let folder = Environment.value("GRADUS_WRITTEN") else { return }
    try Files.write(bytes, to: "\(folder)/\(name)")
  }
}
