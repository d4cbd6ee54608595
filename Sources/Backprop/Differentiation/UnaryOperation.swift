/// An operation on one tensor.
///
/// Its values are in `Differentiation/Evaluation.swift`, its derivatives in
/// `Differentiation/Pullbacks.swift`, its instructions in a compiled step in
/// `StepCompiler/KernelSelection.swift`.
public enum UnaryOperation: Equatable, Sendable {
  /// A function of each number.
  case elementwise(UnaryFunction)

  // Reductions, and their opposite.
  /// The sum of all numbers.
  case sum
  /// The sum along an axis, which goes away.
  case sumAlong(axis: Int)
  /// The sum over all axes along which the given shape would be repeated to give the input's.
  case sumTo(shape: [Int])
  /// The input repeated to a larger shape.
  case broadcast(shape: [Int])
  /// The largest of all numbers.
  case largest
  /// The largest along an axis, which goes away.
  case largestAlong(axis: Int)

  // Along an axis, which stays.
  /// `eˣ / Σ eˣ` along an axis.
  case softmax(axis: Int)
  /// `x − ln Σ eˣ` along an axis.
  case logSoftmax(axis: Int)
  /// The sums along an axis up to each place, or from each place on.
  case cumulativeSum(axis: Int, fromEnd: Bool)

  // The same numbers in other places.
  /// `[m, n]` to `[n, m]`.
  case transpose
  /// The same numbers in row-major order, in another shape.
  case reshape(shape: [Int])
  /// The axes in another order: that of the result's first axis first.
  case permute(axes: [Int])
  /// Consecutive numbers, from the given one on.
  case block(start: Int, shape: [Int])
  /// Zeros except for the input's numbers, which stand one after another from the given place on.
  case zeroPadding(start: Int, shape: [Int])
  /// The part from `lower` up to `upper` along an axis.
  case slice(axis: Int, lower: Int, upper: Int)
  /// Zeros except for the part from `lower` on along an axis of the given length.
  case padding(axis: Int, lower: Int, length: Int)
  /// What a window sees of images at each of its positions, a column each.
  case unfold(Window, fill: Double)
  /// Images, from the sums of what unfolding would put in several places.
  case fold(Window, shape: [Int])

  /// Zeros along a new last axis, with one at the place that the input says. Its derivative is
  /// zero.
  case oneHot(classes: Int)

  /// The symbol that stands for it in a drawing.
  public var symbol: String {
    switch self {
    case .elementwise(let function): function.symbol
    case .sum, .sumAlong, .sumTo, .cumulativeSum: "Σ"
    case .broadcast: "repeat"
    case .largest, .largestAlong: "max"
    case .softmax: "softmax"
    case .logSoftmax: "ln softmax"
    case .transpose: "T"
    case .reshape: "reshape"
    case .permute: "permute"
    case .block, .slice: "part"
    case .zeroPadding, .padding: "pad"
    case .unfold: "unfold"
    case .fold: "fold"
    case .oneHot: "one-hot"
    }
  }
}
