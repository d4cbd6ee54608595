import Backprop

/// Why a checkpoint can't be written, or a training can't go on from it.
public struct CheckpointError: Error, Equatable, Sendable {
  /// The file, as it was named.
  public let file: String
  /// What is wrong with it.
  public let cause: Cause

  /// What is wrong.
  public enum Cause: Equatable, Sendable {
    /// The file can't be read, for the system's reason.
    case unreadable(reason: String)
    /// The file can't be written, for the system's reason.
    case unwritable(reason: String)
    /// The file is not a safetensors file, for the given reason.
    case malformed(SafetensorsError.Cause)
    /// The file is a safetensors file, but not a checkpoint.
    case notCheckpoint
    /// The file's bytes are not those that were written.
    case damaged(expected: String, found: String)
    /// The file was written by another version.
    case version(String, known: String)
    /// A part is missing or makes no sense.
    case invalid(String)
    /// The numbers are of another type than the trainer's.
    case numberType(expected: ElementType, found: ElementType)
    /// The training is another one.
    case mismatch(TrainerMismatch)
  }
}

extension CheckpointError: CustomStringConvertible {
  /// The file, what is wrong, and what to do about it.
  public var description: String { "\(file): \(problem) \(remedy)" }

  private var problem: String {
    switch cause {
    case .unreadable(let reason): "The checkpoint can't be read: \(reason)."
    case .unwritable(let reason): "The checkpoint can't be written: \(reason)."
    case .malformed(let cause):
      "The file is damaged, or not a checkpoint. \(SafetensorsError(file: file, cause: cause).problem)"
    case .notCheckpoint: "The file holds tensors, but is not a checkpoint."
    case .damaged(let expected, let found):
      "The checkpoint is damaged: its checksum is \(found), not \(expected)."
    case .version(let version, let known):
      "The checkpoint is of version \(version); this library knows \(known)."
    case .invalid(let part): "The checkpoint's \(part) is missing or makes no sense."
    case .numberType(let expected, let found):
      "The checkpoint holds numbers of the type \(found.rawValue), the trainer \(expected.rawValue)."
    case .mismatch(let mismatch): "The checkpoint is that of another training. \(mismatch)"
    }
  }

  private var remedy: String {
    switch cause {
    case .unreadable: "Check its name and permissions; names are relative to the working folder."
    case .unwritable:
      "Check the folder, its permissions and the space on the disk. What was there before is still "
        + "there."
    case .malformed, .damaged, .invalid:
      "Go on from an earlier checkpoint, or copy this one again. The trainer is as it was."
    case .notCheckpoint:
      "Weights alone are read by the model's `readSafetensors(from:)`. The trainer is as it was."
    case .version:
      "Go on with the version of the library that wrote it. The trainer is as it was."
    case .numberType: "Make the model of numbers of that type. The trainer is as it was."
    case .mismatch(.optimizerSetting(let name, _, _?)):
      "Make the optimizer with the \(name) that was kept; once the checkpoint is read, it can be "
        + "changed. The trainer is as it was."
    case .mismatch(.batchSize(_, let kept)):
      "Make the trainer with batches of \(kept), or go on from a checkpoint between epochs. The "
        + "trainer is as it was."
    case .mismatch:
      "Make the trainer with the same layers, optimizer and early stopping. The trainer is as it was."
    }
  }
}
