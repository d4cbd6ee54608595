// Loops over plain arrays. They are generic and always inlined, so that each of them becomes a
// loop for Double and one for Float in the specialised functions that call them.

@inline(__always)
func mapped<S: Scalar>(_ x: [S], _ transform: (S) -> S) -> [S] {
  Array(unsafeUninitializedCapacity: x.count) { result, count in
    x.withUnsafeBufferPointer { x in
      for i in 0..<x.count { (result.baseAddress! + i).initialize(to: transform(x[i])) }
    }
    count = x.count
  }
}

/// An elementwise operation on two tensors that broadcast to `shape`.
@inline(__always)
func combined<S: Scalar>(
  _ a: Tensor<S>, _ b: Tensor<S>, _ shape: [Int], _ combine: (S, S) -> S
) -> Tensor<S> {
  let size = elementCount(shape)
  if size == 0 { return Tensor(unchecked: shape, []) }
  let values = [S](unsafeUninitializedCapacity: size) { result, count in
    let result = result.baseAddress!
    a.values.withUnsafeBufferPointer { x in
      b.values.withUnsafeBufferPointer { y in
        if x.count == size && y.count == size {
          for i in 0..<size { (result + i).initialize(to: combine(x[i], y[i])) }
        } else if y.count == 1 {
          let right = y[0]
          for i in 0..<size { (result + i).initialize(to: combine(x[i], right)) }
        } else if x.count == 1 {
          let left = x[0]
          for i in 0..<size { (result + i).initialize(to: combine(left, y[i])) }
        } else if x.count == size && isSuffix(b.shape, of: shape) {
          var start = 0
          while start < size {
            for i in 0..<y.count {
              (result + start + i).initialize(to: combine(x[start + i], y[i]))
            }
            start += y.count
          }
        } else {
          var left = BroadcastOffsets(a.shape, to: shape)
          var right = BroadcastOffsets(b.shape, to: shape)
          for i in 0..<size {
            (result + i).initialize(to: combine(x[left.offset], y[right.offset]))
            left.advance()
            right.advance()
          }
        }
      }
    }
    count = size
  }
  return Tensor(unchecked: shape, values)
}
