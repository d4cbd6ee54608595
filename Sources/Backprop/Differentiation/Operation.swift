/// What a node of a tape computes from its inputs.
///
/// A closed set: the derivative of each is written with the others, so that a derivative can be
/// differentiated again.
public enum Operation: Equatable, Sendable {
  /// A value that derivatives are taken with respect to.
  case parameter
  /// A value that they are not taken with respect to.
  case constant
  /// A tensor of the model that is not trained, such as a running mean.
  case state
  /// The input itself: a point at which a derivative is taken inside another one.
  case identity

  // Two inputs, elementwise, with broadcasting.
  case add
  case subtract
  case multiply
  case divide
  case maximum
  case minimum
  /// The product of weights and numbers, zero wherever the weight is, even if the number is infinite.
  case weigh

  // One input, elementwise.
  case negate
  case square
  case squareRoot
  /// A constant power.
  case power(Double)
  case exponential
  case logarithm
  case log1p
  case sine
  case cosine
  case hyperbolicTangent
  case sigmoid
  case softplus
  case relu
  /// `x`, or the given multiple of it below zero.
  case leakyRelu(slope: Double)
  /// `x`, or the given multiple of `eˣ − 1` below zero.
  case elu(scale: Double)
  /// How likely a normally distributed number is to be below `x`.
  case cumulativeNormal
  case absolute

  // What is constant but for jumps, so that its derivative is zero.
  /// One above zero, else the given number.
  case step(below: Double)
  /// 1, 0 or −1.
  case sign
  /// One where the first number is larger than the second, a half where they are equal, else zero.
  case isLarger
  /// One where two numbers are equal, else zero.
  case isEqual
  /// No input: 0 at random with the probability `rate`, else `1 / (1 − rate)`.
  case keepMask(rate: Double, shape: [Int])
  /// Zeros along a new last axis, with one at the place that the input says.
  case oneHot(classes: Int)

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

  // One input, along an axis, which stays.
  case softmax(axis: Int)
  case logSoftmax(axis: Int)

  // Products. `transposeLeft` and `transposeRight` say which factor is taken transposed.
  /// `[m, k] · [k, n]`.
  case matrixProduct(transposeLeft: Bool, transposeRight: Bool)
  /// `[m, n] · [n]`, or the transposed matrix with `[m]`.
  case matrixVectorProduct(transposed: Bool)
  /// `[n] · [n]`.
  case innerProduct
  /// `[m] ⊗ [n]`.
  case outerProduct

  // The same numbers in other places.
  case transpose
  case reshape(shape: [Int])
  /// The axes in another order: that of the result's first axis first.
  case permute(axes: [Int])
  /// Consecutive scalars, from the given one on.
  case block(start: Int, shape: [Int])
  /// Zeros but for consecutive scalars, from the given one on.
  case embedding(start: Int, shape: [Int])
  /// The part from `lower` up to `upper` along an axis.
  case slice(axis: Int, lower: Int, upper: Int)
  /// Zeros but for the part from `lower` on along an axis of the given length.
  case padding(axis: Int, lower: Int, length: Int)
  /// Any number of inputs, one after another along an axis.
  case concatenate(axis: Int)
  /// Any number of inputs of one shape, along a new first axis.
  case stack
  /// Two inputs: the parts of a table along its first axis, at the indices that the second says.
  case gather
  /// Two inputs: zeros, `rows` along the first axis, to which parts are added at the indices that the
  /// second says.
  case scatter(rows: Int)
  /// What a window sees of images at each of its positions, a column each.
  case unfold(Window, fill: Double)
  /// Images, from the sums of what unfolding would put in several places.
  case fold(Window, shape: [Int])

  /// Whether the derivative is zero wherever there is one, so that none needs computing.
  @inline(__always)
  var isFlat: Bool {
    switch self {
    case .step, .sign, .isLarger, .isEqual, .keepMask, .oneHot: true
    default: false
    }
  }

  /// The sign by which the operation goes in a drawing: `+`, `×`, `σ`, `Σ`.
  public var symbol: String {
    switch self {
    case .parameter, .constant, .state: ""
    case .identity: "="
    case .add: "+"
    case .subtract: "−"
    case .multiply, .weigh: "×"
    case .divide: "÷"
    case .maximum: "max"
    case .minimum: "min"
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
    case .isLarger: ">"
    case .isEqual: "="
    case .keepMask: "mask"
    case .oneHot: "one-hot"
    case .sum, .sumAlong, .sumTo: "Σ"
    case .broadcast: "repeat"
    case .largest, .largestAlong: "max"
    case .softmax: "softmax"
    case .logSoftmax: "ln softmax"
    case .matrixProduct, .matrixVectorProduct, .innerProduct: "·"
    case .outerProduct: "⊗"
    case .transpose: "T"
    case .reshape: "reshape"
    case .permute: "permute"
    case .block, .slice: "part"
    case .embedding, .padding: "pad"
    case .concatenate: "join"
    case .stack: "stack"
    case .gather: "gather"
    case .scatter: "scatter"
    case .unfold: "unfold"
    case .fold: "fold"
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
