/// A function of two numbers, applied to the numbers of two tensors in pairs; their shapes
/// broadcast.
///
/// Its values are in `Kernels/FunctionKernels.swift`, its derivatives in
/// `Differentiation/FunctionPullbacks.swift`.
public enum BinaryFunction: Equatable, Sendable {
  /// `a + b`.
  case add
  /// `a − b`.
  case subtract
  /// `a · b`.
  case multiply
  /// `a / b`.
  case divide
  /// `aᵇ`.
  case power
  /// The larger of two numbers, or NaN if one is. Where they are equal, each gets half the
  /// derivative.
  case maximum
  /// The smaller of two numbers, or NaN if one is. Where they are equal, each gets half the
  /// derivative.
  case minimum
  /// The product of a weight and a number: zero wherever the weight is, even if the number is
  /// infinite.
  case weigh
  /// `a − b`, and zero where both are the same infinity.
  case excess
  /// The part `a` of a logit `b`, as binary cross-entropy takes it from the logit's softplus: zero of an
  /// infinite logit from which that leaves an infinity, and wherever the part is zero.
  case logitShare
  /// 1 where `a > b`, ½ where they are equal, else 0: constant except for jumps, so that its
  /// derivatives are zero.
  case isLarger
  /// 1 where `a = b`, else 0; its derivatives are zero.
  case isEqual

  /// The symbol that stands for it in a drawing.
  public var symbol: String {
    switch self {
    case .add: "+"
    case .subtract, .excess: "−"
    case .multiply, .weigh, .logitShare: "×"
    case .divide: "÷"
    case .power: "xʸ"
    case .maximum: "max"
    case .minimum: "min"
    case .isLarger: ">"
    case .isEqual: "="
    }
  }
}
