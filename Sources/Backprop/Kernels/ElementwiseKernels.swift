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
  /// `y ← f(x)`, number by number.
  @inline(__always)
  func apply<S: Scalar>(
    _ x: UnsafePointer<S>, _ y: UnsafeMutablePointer<S>, _ count: Int, constant: S
  ) {
    switch self {
    case .copy: each(x, y, count) { $0 }
    case .negate: each(x, y, count) { -$0 }
    case .square: each(x, y, count) { $0 * $0 }
    case .squareRoot: each(x, y, count) { $0.squareRoot() }
    case .power: each(x, y, count) { S.pow($0, constant) }
    case .exponential: each(x, y, count) { S.exp($0) }
    case .logarithm: each(x, y, count) { S.log($0) }
    case .log1p: each(x, y, count) { S.log1p($0) }
    case .sine: each(x, y, count) { S.sin($0) }
    case .cosine: each(x, y, count) { S.cos($0) }
    case .hyperbolicTangent: each(x, y, count) { S.tanh($0) }
    case .sigmoid: each(x, y, count) { S.sigmoid($0) }
    case .softplus: each(x, y, count) { S.softplus($0) }
    case .relu: each(x, y, count) { $0 > 0 || $0.isNaN ? $0 : 0 }
    case .leakyRelu: each(x, y, count) { $0 > 0 ? $0 : constant * $0 }
    case .elu: each(x, y, count) { $0 > 0 ? $0 : constant * S.expm1($0) }
    case .cumulativeNormal: each(x, y, count) { S.cumulativeNormal($0) }
    case .absolute: each(x, y, count) { $0.magnitude }
    case .step: each(x, y, count) { $0 > 0 ? 1 : constant }
    case .sign: each(x, y, count) { $0 > 0 ? 1 : ($0 < 0 ? -1 : 0) }
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
    @inline(__always) func pairs(_ body: (S, S) -> S) {
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
    switch self {
    case .add: pairs { $0 + $1 }
    case .subtract: pairs { $0 - $1 }
    case .multiply: pairs { $0 * $1 }
    case .divide: pairs { $0 / $1 }
    // The larger or smaller of two numbers, or NaN if one is.
    case .maximum: pairs { $0 > $1 || $0.isNaN ? $0 : $1 }
    case .minimum: pairs { $0 < $1 || $0.isNaN ? $0 : $1 }
    case .isLarger: pairs { $0 > $1 ? 1 : ($0 == $1 ? 0.5 : 0) }
    case .isEqual: pairs { $0 == $1 ? 1 : 0 }
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
