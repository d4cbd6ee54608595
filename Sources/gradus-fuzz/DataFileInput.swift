import Backprop
import BackpropFiles
import FileSystem

/// Data sets and weights in files.
struct DataFileInput {
  let bytes: [UInt8]

  static let words = [
    "\"", "\"\"", ",", "\n", "\r\n", "\r", "a", "1.5", "NA", "1e999", "{", "}", "[", "]", ":",
    "\"dtype\":", "\"F32\"", "\"F64\"", "\"BF16\"", "\"shape\":", "\"data_offsets\":",
    "\"__metadata__\":", "{\"a\":\"b\"}", "[0,4]", "[1]", "[0]", "99999999999999999999", "\\u0061",
    "\\ud800", "\\", "\u{FEFF}", "é", " ", "\u{0}", "\u{0}\u{0}\u{8}\u{3}", "\u{1F}",
  ]

  static let tables: [[UInt8]] = [
    "a,b,c\n1,2.5,x\n,NA,\"y, \"\"z\"\"\"\n", "a;b\r\n\"1\r\n2\";3\r\n\r\n-4;5e-3\r\n", "é\n1\n",
  ].map { Array($0.utf8) }

  static let arrays: [[UInt8]] = [
    [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 2, 0, 51, 255, 102],
    [0, 0, 8, 1, 0, 0, 0, 2, 7, 3], [0, 0, 14, 0, 64, 4, 0, 0, 0, 0, 0, 0],
    [0, 0, 11, 2, 0, 0, 0, 1, 0, 0, 0, 2, 1, 2, 3, 4],
  ]

  static let weights: [[UInt8]] = {
    var two = Safetensors()
    two.metadata["a"] = "b"
    two.add("w", Tensor([[1, 2], [3, 4]]))
    two.add("b", Tensor<Float>([0.5]))
    // What others write: numbers of 8, 6 and 4 bits.
    let header = """
      {"a":{"dtype":"F8_E4M3","shape":[2],"data_offsets":[0,2]},\
      "b":{"dtype":"F6_E2M3","shape":[4],"data_offsets":[2,5]},\
      "c":{"dtype":"F4","shape":[1,2],"data_offsets":[5,6]}}
      """
    var narrow = withUnsafeBytes(of: UInt64(header.utf8.count).littleEndian) { Array($0) }
    narrow += Array(header.utf8) + [0x38, 0xFF, 1, 2, 3, 0x7F]
    return [Safetensors().bytes, two.bytes, narrow]
  }()

  private static func trainer() -> Trainer<Tensor<Double>, Momentum<Double>> {
    var trainer = Trainer(
      model: Tensor([0]), optimizer: Momentum(learningRate: 0.1), batchSize: 2,
      generator: RandomNumbers(seed: 1)
    ) { x, inputs, _, _ in square(x - inputs.mean()).sum() }
    trainer.earlyStopping = EarlyStopping(patience: 3)
    let data = Dataset(inputs: Tensor([1, 2, 3]), targets: Tensor([0, 0, 0]))
    trainer.train(on: data, epochs: 1, validatingOn: data)
    return trainer
  }

  static let checkpoints = [trainer().checkpointBytes]

  /// What its checksum refuses, and the same with the checksum put right.
  func runCheckpoint() throws {
    for bytes in [bytes, CheckpointFile.signed(bytes)] {
      var trainer = Self.trainer()
      guard (try? trainer.readCheckpoint(bytes: bytes)) != nil else {
        try expect(
          trainer.checkpointBytes == Self.checkpoints[0], "a refused checkpoint changed something")
        continue
      }
      let examples = trainer.position.examples
      if trainer.position.batch > 0 && examples > 3 { continue }
      let data = Dataset(inputs: Tensor([1, 2, 3]), targets: Tensor([0, 0, 0]))
      let part = trainer.position.batch > 0 ? data[0..<examples] : data
      if part.count == 0 { continue }
      trainer.train(on: part, epochs: trainer.position.epoch + 1, validatingOn: data)
    }
  }

  func runTable() throws {
    guard let table = try? CSVTable(text: String(decoding: bytes, as: UTF8.self)) else { return }
    try expect(table.count <= bytes.count, "\(table.count) lines in \(bytes.count) bytes")
    for column in table.columns {
      try expect(
        table.texts(column).count == table.count, "a column has not as many fields as lines")
      _ = try table.type(of: column)
      _ = try? table.dataset(inputs: [column], classes: column)
    }
    _ = try? table.tensor(table.columns)
  }

  func runArray() throws {
    guard let file = try? IDXFile(bytes: bytes) else { return }
    let tensor = file.tensor(of: Float.self)
    try expect(
      tensor.count * file.type.size <= bytes.count,
      "\(tensor.count) numbers in \(bytes.count) bytes")
    _ = try? file.labels()
  }

  func runWeights() throws {
    guard let file = try? Safetensors(bytes: bytes) else { return }
    for name in file.names {
      guard let tensor = try? file.tensor(name) else { continue }
      try expect(tensor.shape == file.shape(of: name), "a tensor has another shape than its file")
    }
    let again = try Safetensors(bytes: file.bytes)
    try expect(
      Set(again.names) == Set(file.names) && again.metadata == file.metadata
        && again.bytes == file.bytes, "weights that are written come back as others")
  }
}
