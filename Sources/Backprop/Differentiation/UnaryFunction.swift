/// A function of one number, applied to each number of a tensor; the shape stays.
///
/// Its values are in `Kernels/FunctionKernels.swift`, its derivatives in
/// `Differentiation/FunctionPullbacks.swift`.
public enum UnaryFunction: Equatable, Sendable {
  /// `x`: a point at which a derivative is taken inside another one.
  case identity
  /// `x` as a constant: its derivative is zero.
  case stopGradient
  /// `−x`.
  case negate
  /// `x²`.
  case square
  /// `√x`; NaN below zero.
  case squareRoot
  /// `x` to a constant power.
  case power(Double)
  /// `eˣ`.
  case exponential
  /// `ln x`; −∞ at zero, NaN below.
  case logarithm
  /// `ln(1 + x)`, which keeps its digits where `x` is small.
  case log1p
  /// The sine of `x` radians.
  case sine
  /// The cosine of `x` radians.
  case cosine
  /// `tanh x`.
  case hyperbolicTangent
  /// `1 / (1 + e⁻ˣ)`.
  case sigmoid
  /// `ln(1 + eˣ)`.
  case softplus
  /// `max(x, 0)`.
  case relu
  /// `x`, or the given multiple of it below zero.
  case leakyRelu(slope: Double)
  /// `x`, or the given multiple of `eˣ − 1` below zero.
  case elu(scale: Double)
  /// `Φ(x)`: how likely a number of the standard normal distribution is to be below `x`.
  case cumulativeNormal
  /// `|x|`.
  case absolute
  /// 1 above zero, else the given number: constant except for a jump, so that its derivative is
  /// zero.
  case step(below: Double)
  /// 1, 0 or −1, as `x` is above, at or below zero; its derivative is zero.
  case sign
  /// The next integer below, above, or else the nearest, of two the even one; its derivative is zero.
  case round(Rounding)

  /// Which integer stands for a number. (The standard library's rules have no fixed layout, so that each copy of
  /// an operation that holds one would ask at run time what it is.)
  public enum Rounding: Equatable, Sendable {
    /// The next one below, the next one above, or the nearest, of two the even one.
    case down, up, toNearestOrEven
  }

  /// The symbol that stands for it in a drawing.
  public var symbol: String {
    switch self {
    case .identity: "="
    case .stopGradient: "stop"
    case .negate: "−"
    case .square: "x²"
    case .squareRoot: "√"
    case .power(let exponent): powerSymbol(exponent)
    case .exponential: "exp"
    case .logarithm: "ln"
    case .log1p: "ln(1 + x)"
    case .sine: "sin"
    case .cosine: "cos"
    case .hyperbolicTangent: "tanh"
    case .sigmoid: "σ"
    case .softplus: "softplus"
    case .relu: "ReLU"
    case .leakyRelu: "leaky ReLU"
    case .elu: "ELU"
    case .cumulativeNormal: "Φ"
    case .absolute: "|x|"
    case .step: "step"
    case .sign: "sign"
    case .round(.down): "⌊x⌋"
    case .round(.up): "⌈x⌉"
    case .round: "round"
    }
  }

  private func powerSymbol(_ exponent: Double) -> String {
    #if hasFeature(Embedded)
      return "xⁿ"
    #else
      let whole = Int(exactly: exponent)
      return whole.map { "x^\($0)" } ?? "x^\(exponent)"
    #endif
  }
}
