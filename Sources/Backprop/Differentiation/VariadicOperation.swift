/// An operation on any number of tensors.
///
/// Its values are in `Differentiation/Evaluation.swift`, its derivatives in
/// `Differentiation/Pullbacks.swift`, its instructions in a compiled step in
/// `StepCompiler/KernelSelection.swift`.
public enum VariadicOperation: Equatable, Sendable {
  /// The inputs one after another along an axis.
  case concatenate(axis: Int)
  /// Inputs of one shape, along a new first axis.
  case stack
  /// The inputs converted to the other type of numbers, what was computed of them there, and that converted
  /// back. What was computed is on a tape of its own.
  case convert
  /// Of three inputs of one shape the numbers of the second where the first is not zero, else those
  /// of the third.
  case select
  /// The first input, with a derivative by a rule of its own with respect to the others.
  case custom

  /// The symbol that stands for it in a drawing.
  public var symbol: String {
    switch self {
    case .concatenate: "join"
    case .stack: "stack"
    case .convert: "convert"
    case .select: "select"
    case .custom: "f"
    }
  }
}
