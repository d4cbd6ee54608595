// Loops of functions over numbers in memory. They are always inlined into functions that are
// specialised for Double and Float, where each becomes a loop over vectors.

/// `y ← f(x)`, number by number.
private struct Loop<Number: Scalar>: UnaryFunctionVisitor {
  let x: UnsafePointer<Number>
  let y: UnsafeMutablePointer<Number>
  let count: Int

  @inline(__always)
  func visit(_ function: (Number) -> Number) {
    for i in 0..<count { y[i] = function(x[i]) }
  }
}

/// `y ← f(a, b)`, number by number; one of the two may be one number for all.
private struct PairLoop<Number: Scalar>: BinaryFunctionVisitor {
  let a: UnsafePointer<Number>
  let aIsScalar: Bool
  let b: UnsafePointer<Number>
  let bIsScalar: Bool
  let y: UnsafeMutablePointer<Number>
  let count: Int

  @inline(__always)
  func visit(_ function: (Number, Number) -> Number) {
    if aIsScalar {
      let number = a[0]
      for i in 0..<count { y[i] = function(number, b[i]) }
    } else if bIsScalar {
      let number = b[0]
      for i in 0..<count { y[i] = function(a[i], number) }
    } else {
      for i in 0..<count { y[i] = function(a[i], b[i]) }
    }
  }
}

/// `f(x)` of one number.
private struct UnaryCall<Number: Scalar>: UnaryFunctionVisitor {
  let x: Number

  @inline(__always)
  func visit(_ function: (Number) -> Number) -> Number { function(x) }
}

/// `f(a, b)` of one pair of numbers.
private struct BinaryCall<Number: Scalar>: BinaryFunctionVisitor {
  let a: Number
  let b: Number

  @inline(__always)
  func visit(_ function: (Number, Number) -> Number) -> Number { function(a, b) }
}

extension UnaryFunction {
  /// `y ← f(x)`, number by number.
  @inline(__always)
  func apply<S: Scalar>(_ x: UnsafePointer<S>, _ y: UnsafeMutablePointer<S>, _ count: Int) {
    accept(Loop(x: x, y: y, count: count))
  }
}

extension UnaryKernel {
  /// `f(x)`.
  @inline(__always)
  func callAsFunction<S: Scalar>(_ x: S) -> S { accept(UnaryCall(x: x)) }

  /// `y ← f(x)`, number by number.
  @inline(__always)
  func apply<S: Scalar>(_ x: UnsafePointer<S>, _ y: UnsafeMutablePointer<S>, _ count: Int) {
    accept(Loop(x: x, y: y, count: count))
  }

  /// `y ← f(x)` for `count` times eight numbers; `y` does not overlap `x`.
  @inline(never)
  @_specialize(where S == Double)
  @_specialize(where S == Float)
  func applyToEights<S: Scalar>(
    _ x: UnsafePointer<S>, _ y: UnsafeMutablePointer<S>, count: Int
  ) {
    apply(x, y, 8 * count)
  }
}

extension BinaryFunction {
  /// `f(a, b)`.
  @inline(__always)
  func callAsFunction<S: Scalar>(_ a: S, _ b: S) -> S { accept(BinaryCall(a: a, b: b)) }

  /// `y ← f(a, b)`, number by number; one of the two may be one number for all.
  @inline(__always)
  func apply<S: Scalar>(
    _ a: UnsafePointer<S>, isScalar aIsScalar: Bool, _ b: UnsafePointer<S>,
    isScalar bIsScalar: Bool, _ y: UnsafeMutablePointer<S>, _ count: Int
  ) {
    accept(
      PairLoop(a: a, aIsScalar: aIsScalar, b: b, bIsScalar: bIsScalar, y: y, count: count))
  }
}

/// A function of each number of a tensor.
@_specialize(where S == Double)
@_specialize(where S == Float)
func mapped<S: Scalar>(_ function: UnaryFunction, _ x: Tensor<S>) -> Tensor<S> {
  let count = x.values.count
  let values = [S](unsafeUninitializedCapacity: count) { result, initialized in
    x.values.withUnsafeBufferPointer { x in
      if let x = x.baseAddress, let y = result.baseAddress { function.apply(x, y, count) }
    }
    initialized = count
  }
  return Tensor(unchecked: x.shape, values)
}

/// A function of the numbers of two tensors in pairs. Traps unless their shapes broadcast, which
/// the public functions have checked.
@_specialize(where S == Double)
@_specialize(where S == Float)
func mapped<S: Scalar>(_ function: BinaryFunction, _ a: Tensor<S>, _ b: Tensor<S>) -> Tensor<S> {
  guard let shape = broadcastShape(a.shape, b.shape) else {
    fatalError("The shapes of an elementwise operation do not broadcast.")
  }
  let size = elementCount(shape)
  if size == 0 { return Tensor(unchecked: shape, []) }
  let (left, right) = (a.values.count, b.values.count)
  let isPlain = (left == size || left == 1) && (right == size || right == 1)
  let isRow = left == size && isSuffix(b.shape, of: shape)
  if !isPlain && !isRow { return mapped(function, repeated(a, to: shape), repeated(b, to: shape)) }
  let values = [S](unsafeUninitializedCapacity: size) { result, initialized in
    let y = result.baseAddress!
    a.values.withUnsafeBufferPointer { a in
      b.values.withUnsafeBufferPointer { b in
        let (a, b) = (a.baseAddress!, b.baseAddress!)
        if isPlain {
          function.apply(
            a, isScalar: left == 1 && size > 1, b, isScalar: right == 1 && size > 1, y, size)
        } else {
          var start = 0
          while start < size {
            function.apply(a + start, isScalar: false, b, isScalar: false, y + start, right)
            start += right
          }
        }
      }
    }
    initialized = size
  }
  return Tensor(unchecked: shape, values)
}
