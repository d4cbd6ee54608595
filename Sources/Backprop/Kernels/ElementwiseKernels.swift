// Elementwise operations on numbers in memory. Loops are always inlined into functions that are
// specialised for Double and Float, where each becomes a loop over vectors. A number's result does not
// depend on its neighbours, so the width of the vectors changes no bit.

/// An elementwise operation.
enum ElementwiseCode: UInt8 {
  // Of one number.
  case copy, negate, square, squareRoot, power, exponential, logarithm, log1p, sine, cosine
  case hyperbolicTangent, sigmoid, softplus, relu, leakyRelu, elu, cumulativeNormal, absolute
  case step, sign
  // The accelerated backend's.
  case quickExponential, quickTanh, quickSigmoid, quickSoftplus
  // Of two.
  case add, subtract, multiply, weigh, divide, maximum, minimum, isLarger, isEqual
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
    case .weigh: (.weigh, 0)
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
  /// The operation as a backend computes it.
  func on(_ backend: Backend) -> ElementwiseCode {
    if backend == .deterministic { return self }
    return switch self {
    case .exponential: .quickExponential
    case .hyperbolicTangent: .quickTanh
    case .sigmoid: .quickSigmoid
    case .softplus: .quickSoftplus
    default: self
    }
  }

  /// Whether it has a constant.
  var takesConstant: Bool {
    switch self {
    case .power, .leakyRelu, .elu, .step: true
    default: false
    }
  }

  /// The result for one pair of numbers; an operation of one number takes the first.
  @inline(__always)
  func result<S: Scalar>(_ a: S, _ b: S, constant: S) -> S {
    switch self {
    case .copy: a
    case .negate: -a
    case .square: a * a
    case .squareRoot: a.squareRoot()
    case .power: farAway(a, constant) { a, constant in S.pow(a, constant) }
    case .exponential: S.exp(a)
    case .logarithm: farAway(a, constant) { a, constant in S.log(a) }
    case .log1p: farAway(a, constant) { a, constant in S.log1p(a) }
    case .sine: farAway(a, constant) { a, constant in S.sin(a) }
    case .cosine: farAway(a, constant) { a, constant in S.cos(a) }
    case .hyperbolicTangent: S.tanh(a)
    case .sigmoid: S.sigmoid(a)
    case .softplus: farAway(a, constant) { a, constant in S.softplus(a) }
    case .relu: a > 0 || a.isNaN ? a : 0
    case .leakyRelu: a > 0 ? a : constant * a
    case .elu: farAway(a, constant) { a, constant in a > 0 ? a : constant * S.expm1(a) }
    case .cumulativeNormal: farAway(a, constant) { a, constant in S.cumulativeNormal(a) }
    case .absolute: a.magnitude
    case .step: a > 0 ? 1 : constant
    case .sign: a > 0 ? 1 : (a < 0 ? -1 : 0)
    case .quickExponential: S.quickExp(a)
    case .quickTanh: S.quickTanh(a)
    case .quickSigmoid: S.quickSigmoid(a)
    case .quickSoftplus: S.quickSoftplus(a)
    case .add: a + b
    case .subtract: a - b
    case .multiply: a * b
    case .weigh: a == 0 ? 0 : a * b
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
    switch self {
    case .copy: each(x, y, count) { ElementwiseCode.copy.result($0, 0, constant: constant) }
    case .negate: each(x, y, count) { ElementwiseCode.negate.result($0, 0, constant: constant) }
    case .square: each(x, y, count) { ElementwiseCode.square.result($0, 0, constant: constant) }
    case .squareRoot:
      each(x, y, count) { ElementwiseCode.squareRoot.result($0, 0, constant: constant) }
    case .power: each(x, y, count) { ElementwiseCode.power.result($0, 0, constant: constant) }
    case .exponential:
      each(x, y, count) { ElementwiseCode.exponential.result($0, 0, constant: constant) }
    case .logarithm:
      each(x, y, count) { ElementwiseCode.logarithm.result($0, 0, constant: constant) }
    case .log1p: each(x, y, count) { ElementwiseCode.log1p.result($0, 0, constant: constant) }
    case .sine: each(x, y, count) { ElementwiseCode.sine.result($0, 0, constant: constant) }
    case .cosine: each(x, y, count) { ElementwiseCode.cosine.result($0, 0, constant: constant) }
    case .hyperbolicTangent:
      each(x, y, count) { ElementwiseCode.hyperbolicTangent.result($0, 0, constant: constant) }
    case .sigmoid: each(x, y, count) { ElementwiseCode.sigmoid.result($0, 0, constant: constant) }
    case .softplus: each(x, y, count) { ElementwiseCode.softplus.result($0, 0, constant: constant) }
    case .relu: each(x, y, count) { ElementwiseCode.relu.result($0, 0, constant: constant) }
    case .leakyRelu:
      each(x, y, count) { ElementwiseCode.leakyRelu.result($0, 0, constant: constant) }
    case .elu: each(x, y, count) { ElementwiseCode.elu.result($0, 0, constant: constant) }
    case .cumulativeNormal:
      each(x, y, count) { ElementwiseCode.cumulativeNormal.result($0, 0, constant: constant) }
    case .absolute: each(x, y, count) { ElementwiseCode.absolute.result($0, 0, constant: constant) }
    case .step: each(x, y, count) { ElementwiseCode.step.result($0, 0, constant: constant) }
    case .sign: each(x, y, count) { ElementwiseCode.sign.result($0, 0, constant: constant) }
    case .quickExponential:
      each(x, y, count) { ElementwiseCode.quickExponential.result($0, 0, constant: constant) }
    case .quickTanh:
      each(x, y, count) { ElementwiseCode.quickTanh.result($0, 0, constant: constant) }
    case .quickSigmoid:
      each(x, y, count) { ElementwiseCode.quickSigmoid.result($0, 0, constant: constant) }
    case .quickSoftplus:
      each(x, y, count) { ElementwiseCode.quickSoftplus.result($0, 0, constant: constant) }
    case .add, .subtract, .multiply, .weigh, .divide, .maximum, .minimum, .isLarger, .isEqual:
      fatalError("The operation takes two numbers.")
    }
  }

  /// Whether it is a long function that the compiler turns into vectors of a type's numbers.
  func hasVectors<S: Scalar>(of type: S.Type) -> Bool {
    switch self {
    case .quickExponential, .quickTanh, .quickSigmoid, .quickSoftplus: true
    case .exponential, .hyperbolicTangent, .sigmoid: S.significandBitCount < 52
    default: false
    }
  }

  /// `y ← f(x)` for `count` times eight numbers; `y` does not overlap `x`.
  @inline(never)
  @_specialize(where S == Double)
  @_specialize(where S == Float)
  func applyToEights<S: Scalar>(
    _ x: UnsafePointer<S>, _ y: UnsafeMutablePointer<S>, count: Int
  ) {
    apply(x, y, 8 * count, constant: 0)
  }

  /// `y ← f(a, b)`, number by number; one of the two may be one number for all.
  @inline(__always)
  func apply<S: Scalar>(
    _ a: UnsafePointer<S>, isScalar aIsScalar: Bool, _ b: UnsafePointer<S>,
    isScalar bIsScalar: Bool, _ y: UnsafeMutablePointer<S>, _ count: Int
  ) {
    switch self {
    case .add:
      pairs(a, aIsScalar, b, bIsScalar, y, count) {
        ElementwiseCode.add.result($0, $1, constant: 0)
      }
    case .subtract:
      pairs(a, aIsScalar, b, bIsScalar, y, count) {
        ElementwiseCode.subtract.result($0, $1, constant: 0)
      }
    case .multiply:
      pairs(a, aIsScalar, b, bIsScalar, y, count) {
        ElementwiseCode.multiply.result($0, $1, constant: 0)
      }
    case .weigh:
      pairs(a, aIsScalar, b, bIsScalar, y, count) {
        ElementwiseCode.weigh.result($0, $1, constant: 0)
      }
    case .divide:
      pairs(a, aIsScalar, b, bIsScalar, y, count) {
        ElementwiseCode.divide.result($0, $1, constant: 0)
      }
    case .maximum:
      pairs(a, aIsScalar, b, bIsScalar, y, count) {
        ElementwiseCode.maximum.result($0, $1, constant: 0)
      }
    case .minimum:
      pairs(a, aIsScalar, b, bIsScalar, y, count) {
        ElementwiseCode.minimum.result($0, $1, constant: 0)
      }
    case .isLarger:
      pairs(a, aIsScalar, b, bIsScalar, y, count) {
        ElementwiseCode.isLarger.result($0, $1, constant: 0)
      }
    case .isEqual:
      pairs(a, aIsScalar, b, bIsScalar, y, count) {
        ElementwiseCode.isEqual.result($0, $1, constant: 0)
      }
    default: fatalError("The operation takes one number.")
    }
  }
}

@inline(__always)
private func each<S: Scalar>(
  _ x: UnsafePointer<S>, _ y: UnsafeMutablePointer<S>, _ count: Int, _ body: (S) -> S
) {
  for i in 0..<count { y[i] = body(x[i]) }
}

@inline(__always)
private func pairs<S: Scalar>(
  _ a: UnsafePointer<S>, _ aIsScalar: Bool, _ b: UnsafePointer<S>, _ bIsScalar: Bool,
  _ y: UnsafeMutablePointer<S>, _ count: Int, _ body: (S, S) -> S
) {
  if aIsScalar {
    let number = a[0]
    for i in 0..<count { y[i] = body(number, b[i]) }
  } else if bIsScalar {
    let number = b[0]
    for i in 0..<count { y[i] = body(a[i], number) }
  } else {
    for i in 0..<count { y[i] = body(a[i], b[i]) }
  }
}

/// A long function without vectors. Left out of line, it takes no registers from the short ones.
@inline(never)
private func farAway<S: Scalar>(_ a: S, _ constant: S, _ body: (S, S) -> S) -> S {
  body(a, constant)
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
