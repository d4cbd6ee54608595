import Backprop
import FileSystem

extension Trainer {
  /// Writes all that the training needs to go on later with the same numbers to the last bit: the
  /// model's parameters and states, the optimizer's state, the generator, the place in epochs,
  /// batches and schedule, history, and early stopping with the best model.
  ///
  ///     trainer.train(on: data, epochs: 20) { event, trainer throws(CheckpointError) in
  ///       if case .epoch = event { try trainer.writeCheckpoint(to: "run.checkpoint") }
  ///       return .proceed
  ///     }
  ///
  /// Whenever the program or the machine is stopped, the file is the old one or the new one, whole.
  /// A checkpoint is a safetensors file: other tools can read its tensors.
  public func writeCheckpoint(to path: String) throws(CheckpointError) {
    do {
      try Files.replace(path, with: checkpointBytes, isSynced: true)
    } catch {
      throw CheckpointError(file: path, cause: .unwritable(reason: error.reason))
    }
  }

  /// The bytes that ``writeCheckpoint(to:)`` writes.
  public var checkpointBytes: [UInt8] { CheckpointFile(snapshot).bytes }

  /// Goes on where a checkpoint was written, by a trainer of the same model, optimizer and early
  /// stopping.
  ///
  /// The loss and the schedule are in the program, not in the file. The optimizer's settings are in
  /// both, and must be the same except for the learning rate, which is taken from the file;
  /// afterwards the trainer's `optimizer` can be changed. Throws, and leaves the trainer as it was,
  /// if the file is damaged or belongs to another training.
  public mutating func readCheckpoint(from path: String) throws(CheckpointError) {
    let bytes: [UInt8]
    do {
      bytes = try Files.read(path)
    } catch {
      throw CheckpointError(file: path, cause: .unreadable(reason: error.reason))
    }
    try readCheckpoint(bytes: bytes, file: path)
  }

  /// Goes on where a checkpoint was written, if there is one, and says whether there is. Throws
  /// what ``readCheckpoint(from:)`` throws for a file that is there.
  @discardableResult
  public mutating func resume(from path: String) throws(CheckpointError) -> Bool {
    guard Files.exists(path) else { return false }
    try readCheckpoint(from: path)
    return true
  }

  /// Goes on from the bytes of a checkpoint; the file's name is for errors. Throws, and leaves the
  /// trainer as it was, for bytes that are damaged or those of another training.
  public mutating func readCheckpoint(
    bytes: [UInt8], file: String = "bytes"
  ) throws(CheckpointError) {
    let snapshot: TrainerSnapshot<Number>
    do throws(CheckpointFile.Failure) {
      snapshot = try CheckpointFile(bytes: bytes).snapshot()
    } catch {
      throw CheckpointError(file: file, cause: error.cause)
    }
    do {
      try restore(snapshot)
    } catch {
      throw CheckpointError(file: file, cause: .mismatch(error))
    }
  }
}
