import Backprop

/// A checkpoint as a file: named tensors, and texts for what is not a tensor.
///
/// | tensor | holds |
/// |---|---|
/// | `model.` and a name | a parameter or state of the model |
/// | `optimizer.` a state's name `.` and a number | the state of the model's parameter of this number |
/// | `optimizer.learningRate` | the learning rate |
/// | `history.losses` | the loss of each step |
/// | `history.epochs` | a row for each epoch: its number, loss, whether there is a validation loss, that, and the learning rate |
/// | `best.loss`, `best.model.` and a name | the best epoch's loss and model |
///
/// | text | holds |
/// |---|---|
/// | `version` | 2; version 1 had none of `optimizer`, `optimizer.setting.`, `batchSize` and `best.isTaken` |
/// | `optimizer` | the name of its rule |
/// | `optimizer.setting.` and a name | a setting, as the shortest decimal number that is read as it |
/// | `optimizer.state.` and a name | how many tensors the state has |
/// | `optimizer.count.` and a name | a count of steps |
/// | `generator`, `epochGenerator` | the words of a generator |
/// | `epoch`, `batch`, `step`, `examples`, `batchSize` | the place in the training |
/// | `stopping.epochs`, `best.epoch`, `best.isTaken` | what early stopping has seen, and whether training has ended, so that the trainer's model is the best one |
package struct CheckpointFile {
  struct Failure: Error {
    let cause: CheckpointError.Cause
  }

  private static let format = "Backprop checkpoint"
  private static let version = "2"
  /// Where the checksum stands in the header; in no name or text can this be, since quotes there are
  /// written with a backslash.
  private static let checksumMark = Array("\"checksum\":\"".utf8)
  private static let noChecksum = "00000000"

  private var file: Safetensors
  /// Whether it lacks what the second version has.
  private var isOfFirstVersion = false

  // MARK: Writing

  init<S: Scalar>(_ snapshot: TrainerSnapshot<S>) {
    file = Safetensors()
    file.metadata = [
      "format": Self.format, "version": Self.version, "checksum": Self.noChecksum,
      "generator": Self.text(snapshot.generator),
      "epochGenerator": Self.text(snapshot.epochGenerator),
      "epoch": "\(snapshot.position.epoch)", "batch": "\(snapshot.position.batch)",
      "step": "\(snapshot.position.step)", "examples": "\(snapshot.position.examples)",
    ]
    if let batchSize = snapshot.batchSize { file.metadata["batchSize"] = "\(batchSize)" }
    if let rule = snapshot.optimizerRule {
      file.metadata["optimizer"] = rule.name
      for (name, value) in rule.settings {
        file.metadata["optimizer.setting.\(name)"] =
          S.self == Float.self ? "\(Float(value))" : "\(Double(value))"
      }
    }
    for (name, value) in snapshot.model { file.add("model.\(name)", value) }
    for (name, tensors) in snapshot.optimizerStates {
      file.metadata["optimizer.state.\(name)"] = "\(tensors.count)"
      for (index, tensor) in tensors.enumerated() { file.add("optimizer.\(name).\(index)", tensor) }
    }
    for (name, count) in snapshot.optimizerCounts {
      file.metadata["optimizer.count.\(name)"] = "\(count)"
    }
    file.add("optimizer.learningRate", Tensor(snapshot.learningRate))
    file.add("history.losses", Tensor(snapshot.history.losses))
    var epochs: [S] = []
    for record in snapshot.history.epochs {
      let hasValidation: S = record.validationLoss == nil ? 0 : 1
      epochs += [S(record.epoch), record.loss, hasValidation, record.validationLoss ?? 0]
      epochs.append(record.learningRate)
    }
    file.add(
      "history.epochs", Tensor(shape: [snapshot.history.epochs.count, 5], scalars: epochs))
    guard let stopping = snapshot.stopping else { return }
    file.metadata["stopping.epochs"] = "\(stopping.epochs)"
    guard let best = stopping.best else { return }
    file.metadata["best.epoch"] = "\(best.epoch)"
    file.metadata["best.isTaken"] = stopping.isBestTaken ? "1" : "0"
    file.add("best.loss", Tensor(best.loss))
    for (name, value) in best.model { file.add("best.model.\(name)", value) }
  }

  /// The bytes of the file.
  var bytes: [UInt8] { Self.signed(file.bytes) }

  /// The bytes of a file with the checksum of all of them, its own taken for zeros, in its place.
  package static func signed(_ bytes: [UInt8]) -> [UInt8] {
    guard let place = checksumPlace(bytes) else { return bytes }
    var bytes = bytes
    bytes.replaceSubrange(place, with: noChecksum.utf8)
    bytes.replaceSubrange(place, with: hexadecimal(checksum(bytes)).utf8)
    return bytes
  }

  private static func hexadecimal<W: FixedWidthInteger & UnsignedInteger>(_ word: W) -> String {
    let digits = String(word, radix: 16)
    return String(repeating: "0", count: W.bitWidth / 4 - digits.count) + digits
  }

  private static func text(_ state: (UInt64, UInt64, UInt64, UInt64)) -> String {
    [state.0, state.1, state.2, state.3].map(hexadecimal).joined(separator: " ")
  }

  /// Where in a file the digits of the checksum are.
  private static func checksumPlace(_ bytes: [UInt8]) -> Range<Int>? {
    guard let first = checksumMark.first else { return nil }
    for index in bytes.indices where bytes[index] == first {
      let start = index + checksumMark.count
      if start + 8 > bytes.count { return nil }
      if bytes[index..<start].elementsEqual(checksumMark) { return start..<(start + 8) }
    }
    return nil
  }

  // MARK: Reading

  init(bytes: [UInt8]) throws(Failure) {
    do {
      file = try Safetensors(bytes: bytes)
    } catch {
      throw Failure(cause: .malformed(error.cause))
    }
    guard let expected = file.metadata["checksum"], file.metadata["format"] == Self.format,
      let place = Self.checksumPlace(bytes)
    else { throw Failure(cause: .notCheckpoint) }
    let found = String(decoding: Self.signed(bytes)[place], as: UTF8.self)
    guard found == expected else {
      throw Failure(cause: .damaged(expected: expected, found: found))
    }
    guard let version = file.metadata["version"], [Self.version, "1"].contains(version) else {
      throw Failure(
        cause: .version(file.metadata["version"] ?? "unknown", known: "1 and \(Self.version)"))
    }
    isOfFirstVersion = version == "1"
  }

  func snapshot<S: Scalar>() throws(Failure) -> TrainerSnapshot<S> {
    for name in file.names {
      if let found = file.type(of: name), found != ElementType(S.self) {
        throw Failure(cause: .numberType(expected: ElementType(S.self), found: found))
      }
    }
    var states: [(name: String, tensors: [Tensor<S>])] = []
    var counts: [(name: String, count: Int)] = []
    for key in file.metadata.keys.sorted() {
      if let name = key.removing(prefix: "optimizer.state.") {
        var tensors: [Tensor<S>] = []
        for index in 0..<(try count(key)) {
          tensors.append(try tensor("optimizer.\(name).\(index)"))
        }
        states.append((name, tensors))
      } else if let name = key.removing(prefix: "optimizer.count.") {
        counts.append((name, try count(key)))
      }
    }
    return TrainerSnapshot(
      model: try tensors("model."), optimizerRule: isOfFirstVersion ? nil : try rule(),
      optimizerStates: states, optimizerCounts: counts,
      learningRate: try number("optimizer.learningRate"), generator: try generator("generator"),
      epochGenerator: try generator("epochGenerator"),
      position: TrainingPosition(
        epoch: try count("epoch"), batch: try count("batch"), step: try count("step"),
        examples: try count("examples")),
      batchSize: isOfFirstVersion ? nil : try count("batchSize"), history: try history(),
      stopping: try stopping())
  }

  private func rule<S: Scalar>() throws(Failure) -> TrainerSnapshot<S>.Rule {
    guard let name = file.metadata["optimizer"] else { throw Failure(cause: .invalid("optimizer")) }
    var settings: [(name: String, value: S)] = []
    for (key, text) in file.metadata.sorted(by: { $0.key < $1.key }) {
      guard let name = key.removing(prefix: "optimizer.setting.") else { continue }
      let value = S.self == Float.self ? Float(text).map { S($0) } : Double(text).map { S($0) }
      guard let value else { throw Failure(cause: .invalid(key)) }
      settings.append((name, value))
    }
    return (name, settings)
  }

  private func history<S: Scalar>() throws(Failure) -> TrainingHistory<S> {
    let losses: Tensor<S> = try tensor("history.losses")
    let epochs: Tensor<S> = try tensor("history.epochs")
    guard losses.rank == 1, epochs.rank == 2, epochs.shape[1] == 5 else {
      throw Failure(cause: .invalid("history"))
    }
    let rows = epochs.scalars
    var records: [EpochRecord<S>] = []
    for start in stride(from: 0, to: rows.count, by: 5) {
      guard let epoch = Int(exactly: rows[start]) else {
        throw Failure(cause: .invalid("history"))
      }
      records.append(
        EpochRecord(
          epoch: epoch, loss: rows[start + 1],
          validationLoss: rows[start + 2] == 0 ? nil : rows[start + 3],
          learningRate: rows[start + 4]))
    }
    return TrainingHistory(losses: losses.scalars, epochs: records)
  }

  private func stopping<S: Scalar>() throws(Failure) -> TrainerSnapshot<S>.Stopping? {
    guard file.metadata["stopping.epochs"] != nil else { return nil }
    let epochs = try count("stopping.epochs")
    guard file.metadata["best.epoch"] != nil else {
      return TrainerSnapshot.Stopping(epochs: epochs, best: nil)
    }
    return TrainerSnapshot.Stopping(
      epochs: epochs,
      best: (try count("best.epoch"), try number("best.loss"), try tensors("best.model.")),
      isBestTaken: isOfFirstVersion ? false : try count("best.isTaken") != 0)
  }

  private func tensor<S: Scalar>(_ name: String) throws(Failure) -> Tensor<S> {
    do {
      return try file.tensor(name, of: S.self)
    } catch {
      throw Failure(cause: .invalid(name))
    }
  }

  private func number<S: Scalar>(_ name: String) throws(Failure) -> S {
    let tensor: Tensor<S> = try tensor(name)
    guard tensor.count == 1 else { throw Failure(cause: .invalid(name)) }
    return tensor.item
  }

  /// The tensors whose names begin so, under the rest of their names.
  private func tensors<S: Scalar>(
    _ prefix: String
  ) throws(Failure) -> [(name: String, value: Tensor<S>)] {
    var result: [(name: String, value: Tensor<S>)] = []
    for name in file.names {
      guard let rest = name.removing(prefix: prefix) else { continue }
      result.append((rest, try tensor(name)))
    }
    return result
  }

  private func count(_ key: String) throws(Failure) -> Int {
    // No training takes more steps, and sums of these do not overflow.
    guard let count = file.metadata[key].flatMap({ Int($0) }), 0...(1 << 53) ~= count else {
      throw Failure(cause: .invalid(key))
    }
    return count
  }

  private func generator(
    _ key: String
  ) throws(Failure) -> (UInt64, UInt64, UInt64, UInt64) {
    let words = (file.metadata[key] ?? "").split(separator: " ").map { UInt64($0, radix: 16) }
    guard words.count == 4, let a = words[0], let b = words[1], let c = words[2],
      let d = words[3], a | b | c | d != 0
    else { throw Failure(cause: .invalid(key)) }
    return (a, b, c, d)
  }
}

extension String {
  /// What follows a prefix; nil without it.
  fileprivate func removing(prefix: String) -> String? {
    guard utf8.starts(with: prefix.utf8) else { return nil }
    return String(decoding: utf8.dropFirst(prefix.utf8.count), as: UTF8.self)
  }
}
