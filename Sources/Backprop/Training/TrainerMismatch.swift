/// Why a snapshot is not that of a trainer.
///
///     do throws(TrainerMismatch) {
///       try trainer.restore(snapshot)
///     } catch {
///       print(error)      // The trainer's optimizer is SGD, and what was kept had Adam.
///     }
public enum TrainerMismatch: Error, Equatable, Sendable {
  /// The model is another one.
  case model(TensorMismatch)
  /// The optimizer is of another kind.
  case optimizer(trainer: String, kept: String)
  /// The optimizer's setting of this name has another value; nil where there is none of the name.
  case optimizerSetting(String, trainer: Double?, kept: Double?)
  /// The optimizer has a state of this name, and the snapshot does not.
  case missingOptimizerState(String)
  /// The optimizer has no state of this name.
  case unknownOptimizerState(String)
  /// The optimizer's state of this name does not have the shapes of the model's parameters.
  case optimizerShapes(String)
  /// An epoch was interrupted, and its batches had another size.
  case batchSize(trainer: Int, kept: Int)
  /// The trainer has early stopping, and the snapshot does not.
  case missingEarlyStopping
  /// The trainer has no early stopping, and the snapshot does.
  case unknownEarlyStopping
}

#if !hasFeature(Embedded)
  extension TrainerMismatch: CustomStringConvertible {
    /// The mismatch as a sentence.
    public var description: String {
      switch self {
      case .model(let mismatch): "\(mismatch)"
      case .optimizer(let trainer, let kept):
        "The trainer's optimizer is \(trainer), and what was kept had \(kept)."
      case .optimizerSetting(let name, let trainer, let kept):
        "The optimizer's \(name) is \(text(trainer)), and what was kept had \(text(kept))."
      case .missingOptimizerState(let name): "The optimizer's \(name) is missing."
      case .unknownOptimizerState(let name): "The optimizer has no \(name)."
      case .optimizerShapes(let name):
        "The optimizer's \(name) is that of a model with other shapes."
      case .batchSize(let trainer, let kept):
        "The epoch that was interrupted had batches of \(kept), the trainer's are of \(trainer)."
      case .missingEarlyStopping: "The trainer stops early, and what was kept did not."
      case .unknownEarlyStopping: "The trainer does not stop early, and what was kept did."
      }
    }
  }

  /// A setting, as short as it is in the precision that it has.
  private func text(_ value: Double?) -> String {
    guard let value else { return "none" }
    let single = Float(value)
    return Double(single) == value ? "\(single)" : "\(value)"
  }
#endif
