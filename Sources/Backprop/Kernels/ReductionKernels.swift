// Sums run from the first number to the last, whatever the processor could do at once, so that
// they have the same bits everywhere.

@inline(__always)
func total<S: Scalar>(_ x: [S]) -> S {
  x.withUnsafeBufferPointer { $0.baseAddress.map { [count = x.count] in total($0, count) } ?? 0 }
}

@inline(__always)
func total<S: Scalar>(_ x: UnsafePointer<S>, _ count: Int) -> S {
  var sum: S = 0
  for i in 0..<count { sum += x[i] }
  return sum
}

/// The lengths before, along and after an axis.
@inline(__always)
func extents(_ shape: [Int], around axis: Int) -> (outer: Int, length: Int, inner: Int) {
  (elementCount(Array(shape[..<axis])), shape[axis], elementCount(Array(shape[(axis + 1)...])))
}

/// Combines the numbers along an axis, given the lengths before, along and after it.
@inline(__always)
func reduce<S: Scalar>(
  _ x: UnsafePointer<S>, _ size: (outer: Int, length: Int, inner: Int), from start: S,
  into result: UnsafeMutablePointer<S>, _ combine: (S, S) -> S
) {
  let (outer, length, inner) = size
  for i in 0..<(outer * inner) { result[i] = start }
  for o in 0..<outer {
    let to = result + o * inner
    for k in 0..<length {
      let from = x + (o * length + k) * inner
      for i in 0..<inner { to[i] = combine(to[i], from[i]) }
    }
  }
}

@inline(__always)
func reduced<S: Scalar>(
  _ x: Tensor<S>, along axis: Int, from start: S, _ combine: (S, S) -> S
) -> Tensor<S> {
  let size = extents(x.shape, around: axis)
  var shape = x.shape
  shape.remove(at: axis)
  var values = [S](repeating: start, count: size.outer * size.inner)
  values.withUnsafeMutableBufferPointer { result in
    x.values.withUnsafeBufferPointer { x in
      if let x = x.baseAddress, let result = result.baseAddress {
        reduce(x, size, from: start, into: result, combine)
      }
    }
  }
  return Tensor(unchecked: shape, values)
}

/// Sums a tensor over the axes along which one of `shape` would be repeated to give it.
@inline(__always)
func summed<S: Scalar>(_ x: Tensor<S>, to shape: [Int]) -> Tensor<S> {
  let size = elementCount(shape)
  if size == 1 { return Tensor(unchecked: shape, [total(x.values)]) }
  let (inputShape, inputCount) = (x.shape, x.count)
  var values = [S](repeating: 0, count: size)
  values.withUnsafeMutableBufferPointer { result in
    x.values.withUnsafeBufferPointer { x in
      if isSuffix(shape, of: inputShape) {
        if let x = x.baseAddress, let result = result.baseAddress {
          reduce(x, (1, inputCount / size, size), from: 0, into: result) { $0 + $1 }
        }
      } else {
        var target = BroadcastOffsets(shape, to: inputShape)
        for value in x {
          result[target.offset] += value
          target.advance()
        }
      }
    }
  }
  return Tensor(unchecked: shape, values)
}

/// Repeats a tensor to fill a larger shape.
@inline(__always)
func repeated<S: Scalar>(_ x: Tensor<S>, to shape: [Int]) -> Tensor<S> {
  let size = elementCount(shape)
  let numbers = x.values
  if numbers.count == 1 {
    return Tensor(unchecked: shape, Array(repeating: numbers[0], count: size))
  }
  var source = BroadcastOffsets(x.shape, to: shape)
  var values: [S] = []
  values.reserveCapacity(size)
  for _ in 0..<size {
    values.append(numbers[source.offset])
    source.advance()
  }
  return Tensor(unchecked: shape, values)
}

/// The larger of two numbers, or NaN if one is.
@inline(__always)
func larger<S: Scalar>(_ a: S, _ b: S) -> S {
  a > b || a.isNaN ? a : b
}
