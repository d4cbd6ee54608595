// Sums run from the first number to the last, whatever the processor could do at once, so that
// they have the same bits everywhere.

@inline(__always)
func total<S: Scalar>(_ x: [S]) -> S {
  var sum: S = 0
  x.withUnsafeBufferPointer { for value in $0 { sum += value } }
  return sum
}

/// The lengths before, along and after an axis.
@inline(__always)
func extents(_ shape: [Int], around axis: Int) -> (outer: Int, length: Int, inner: Int) {
  (elementCount(Array(shape[..<axis])), shape[axis], elementCount(Array(shape[(axis + 1)...])))
}

@inline(__always)
func reduced<S: Scalar>(
  _ x: Tensor<S>, along axis: Int, from start: S, _ combine: (S, S) -> S
) -> Tensor<S> {
  let (outer, length, inner) = extents(x.shape, around: axis)
  var shape = x.shape
  shape.remove(at: axis)
  var values = [S](repeating: start, count: outer * inner)
  values.withUnsafeMutableBufferPointer { result in
    x.values.withUnsafeBufferPointer { x in
      for o in 0..<outer {
        for k in 0..<length {
          let from = (o * length + k) * inner
          for i in 0..<inner { result[o * inner + i] = combine(result[o * inner + i], x[from + i]) }
        }
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
  let inputShape = x.shape
  var values = [S](repeating: 0, count: size)
  values.withUnsafeMutableBufferPointer { result in
    x.values.withUnsafeBufferPointer { x in
      if isSuffix(shape, of: inputShape) {
        var start = 0
        while start < x.count {
          for i in 0..<size { result[i] += x[start + i] }
          start += size
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
  if x.values.count == 1 {
    return Tensor(unchecked: shape, Array(repeating: x.values[0], count: size))
  }
  var source = BroadcastOffsets(x.shape, to: shape)
  var values: [S] = []
  values.reserveCapacity(size)
  for _ in 0..<size {
    values.append(x.values[source.offset])
    source.advance()
  }
  return Tensor(unchecked: shape, values)
}
