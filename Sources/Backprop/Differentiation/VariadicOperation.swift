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

  /// The symbol that stands for it in a drawing.
  public var symbol: String {
    switch self {
    case .concatenate: "join"
    case .stack: "stack"
    }
  }
}
