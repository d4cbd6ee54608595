// Elementwise operations on numbers in memory. Loops are always inlined into functions that are
// specialised for Double and Float, where each becomes a loop over vectors. A number's result does not
// depend on its neighbours, so the width of the vectors changes no bit.

/// An elementwise operation.
enum ElementwiseCode: UInt8 {
  // Of one number.
  case copy, negate, square, squareRoot, power, exponential, logarithm, log1p, sine, cosine
  case hyperbolicTangent, sigmoid, softplus, relu, leakyRelu, elu, cumulativeNormal, absolute
  case step, sign
  // Of two.
  case add, subtract, multiply, divide, maximum, minimum, isLarger, isEqual
}

extension Operation {
  /// The elementwise operation that this is, and its constant; nil if it is not one.
  var elementwise: (code: ElementwiseCode, constant: Double)? {
    switch self {
    case .identity: (.copy, 0)
    case .negate: (.negate, 0)
    case .square: (.square, 0)
    case .squareRoot: (.squareRoot, 0)
    case .power(let exponent): (.power, exponent)
    case .exponential: (.exponential, 0)
    case .logarithm: (.logarithm, 0)
    case .log1p: (.log1p, 0)
    case .sine: (.sine, 0)
    case .cosine: (.cosine, 0)
    case .hyperbolicTangent: (.hyperbolicTangent, 0)
    case .sigmoid: (.sigmoid, 0)
    case .softplus: (.softplus, 0)
    case .relu: (.relu, 0)
    case .leakyRelu(let slope): (.leakyRelu, slope)
    case .elu(let scale): (.elu, scale)
    case .cumulativeNormal: (.cumulativeNormal, 0)
    case .absolute: (.absolute, 0)
    case .step(let below): (.step, below)
    case .sign: (.sign, 0)
    case .add: (.add, 0)
    case .subtract: (.subtract, 0)
    case .multiply: (.multiply, 0)
    case .divide: (.divide, 0)
    case .maximum: (.maximum, 0)
    case .minimum: (.minimum, 0)
    case .isLarger: (.isLarger, 0)
    case .isEqual: (.isEqual, 0)
    default: nil
    }
  }
}

extension ElementwiseCode {
  /// The result for one pair of numbers; an operation of one number takes the first.
  @inline(__always)
  func result<S: Scalar>(_ a: S, _ b: S, constant: S) -> S {
    switch self {
    case .copy: a
    case .negate: -a
    case .square: a * a
    case .squareRoot: a.squareRoot()
    case .power: S.pow(a, constant)
    case .exponential: S.exp(a)
    case .logarithm: S.log(a)
    case .log1p: S.log1p(a)
    case .sine: S.sin(a)
    case .cosine: S.cos(a)
    case .hyperbolicTangent: S.tanh(a)
    case .sigmoid: S.sigmoid(a)
    case .softplus: S.softplus(a)
    case .relu: a > 0 || a.isNaN ? a : 0
    case .leakyRelu: a > 0 ? a : constant * a
    case .elu: a > 0 ? a : constant * S.expm1(a)
    case .cumulativeNormal: S.cumulativeNormal(a)
    case .absolute: a.magnitude
    case .step: a > 0 ? 1 : constant
    case .sign: a > 0 ? 1 : (a < 0 ? -1 : 0)
    case .add: a + b
    case .subtract: a - b
    case .multiply: a * b
    case .divide: a / b
    // The larger or smaller of two numbers, or NaN if one is.
    case .maximum: a > b || a.isNaN ? a : b
    case .minimum: a < b || a.isNaN ? a : b
    case .isLarger: a > b ? 1 : (a == b ? 0.5 : 0)
    case .isEqual: a == b ? 1 : 0
    }
  }

  /// `y ← f(x)`, number by number.
  @inline(__always)
  func apply<S: Scalar>(
    _ x: UnsafePointer<S>, _ y: UnsafeMutablePointer<S>, _ count: Int, constant: S
  ) {
    // In each case the code is known, so that what is left of `result` is one operation.
    @inline(__always) func each(_ code: ElementwiseCode) {
      for i in 0..<count { y[i] = code.result(x[i], 0, constant: constant) }
    }
    switch self {
    case .copy: each(.copy)
    case .negate: each(.negate)
    case .square: each(.square)
    case .squareRoot: each(.squareRoot)
    case .power: each(.power)
    case .exponential: each(.exponential)
    case .logarithm: each(.logarithm)
    case .log1p: each(.log1p)
    case .sine: each(.sine)
    case .cosine: each(.cosine)
    case .hyperbolicTangent: each(.hyperbolicTangent)
    case .sigmoid: each(.sigmoid)
    case .softplus: each(.softplus)
    case .relu: each(.relu)
    case .leakyRelu: each(.leakyRelu)
    case .elu: each(.elu)
    case .cumulativeNormal: each(.cumulativeNormal)
    case .absolute: each(.absolute)
    case .step: each(.step)
    case .sign: each(.sign)
    case .add, .subtract, .multiply, .divide, .maximum, .minimum, .isLarger, .isEqual:
      fatalError("The operation takes two numbers.")
    }
  }

  /// `y ← f(a, b)`, number by number; one of the two may be one number for all.
  @inline(__always)
  func apply<S: Scalar>(
    _ a: UnsafePointer<S>, isScalar aIsScalar: Bool, _ b: UnsafePointer<S>,
    isScalar bIsScalar: Bool, _ y: UnsafeMutablePointer<S>, _ count: Int
  ) {
    @inline(__always) func pairs(_ code: ElementwiseCode) {
      if aIsScalar {
        let number = a[0]
        for i in 0..<count { y[i] = code.result(number, b[i], constant: 0) }
      } else if bIsScalar {
        let number = b[0]
        for i in 0..<count { y[i] = code.result(a[i], number, constant: 0) }
      } else {
        for i in 0..<count { y[i] = code.result(a[i], b[i], constant: 0) }
      }
    }
    switch self {
    case .add: pairs(.add)
    case .subtract: pairs(.subtract)
    case .multiply: pairs(.multiply)
    case .divide: pairs(.divide)
    case .maximum: pairs(.maximum)
    case .minimum: pairs(.minimum)
    case .isLarger: pairs(.isLarger)
    case .isEqual: pairs(.isEqual)
    default: fatalError("The operation takes one number.")
    }
  }
}

/// An elementwise operation on one tensor.
@_specialize(where S == Double)
@_specialize(where S == Float)
func elementwise<S: Scalar>(
  _ code: ElementwiseCode, constant: Double, _ x: Tensor<S>
) -> Tensor<S> {
  let count = x.values.count
  let values = [S](unsafeUninitializedCapacity: count) { result, initialized in
    x.values.withUnsafeBufferPointer { x in
      if let x = x.baseAddress, let y = result.baseAddress {
        code.apply(x, y, count, constant: S(constant))
      }
    }
    initialized = count
  }
  return Tensor(unchecked: x.shape, values)
}

/// An elementwise operation on two tensors that broadcast to `shape`.
@_specialize(where S == Double)
@_specialize(where S == Float)
func elementwise<S: Scalar>(
  _ code: ElementwiseCode, _ a: Tensor<S>, _ b: Tensor<S>, _ shape: [Int]
) -> Tensor<S> {
  let size = elementCount(shape)
  if size == 0 { return Tensor(unchecked: shape, []) }
  let (left, right) = (a.values.count, b.values.count)
  let isPlain = (left == size || left == 1) && (right == size || right == 1)
  let isRow = left == size && isSuffix(b.shape, of: shape)
  if !isPlain && !isRow {
    return elementwise(code, repeated(a, to: shape), repeated(b, to: shape), shape)
  }
  let values = [S](unsafeUninitializedCapacity: size) { result, initialized in
    let y = result.baseAddress!
    a.values.withUnsafeBufferPointer { a in
      b.values.withUnsafeBufferPointer { b in
        let (a, b) = (a.baseAddress!, b.baseAddress!)
        if isPlain {
          code.apply(
            a, isScalar: left == 1 && size > 1, b, isScalar: right == 1 && size > 1, y, size)
        } else {
          var start = 0
          while start < size {
            code.apply(a + start, isScalar: false, b, isScalar: false, y + start, right)
            start += right
          }
        }
      }
    }
    initialized = size
  }
  return Tensor(unchecked: shape, values)
}
