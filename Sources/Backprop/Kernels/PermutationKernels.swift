/// The numbers with their axes in another order: axis `i` of the result is axis `axes[i]` of `x`.
@inline(__always)
func permuted<S: Scalar>(_ x: Tensor<S>, _ axes: [Int]) -> Tensor<S> {
  let rank = axes.count
  var strides = [Int](repeating: 1, count: rank)
  for axis in stride(from: rank - 2, through: 0, by: -1) {
    strides[axis] = strides[axis + 1] * x.shape[axis + 1]
  }
  let shape = axes.map { x.shape[$0] }
  let steps = axes.map { strides[$0] }
  let size = x.count
  guard rank > 0, size > 0 else { return Tensor(unchecked: shape, x.values) }
  // The last axis is the innermost loop; the others count as the wheels of a meter do.
  let (length, step) = (shape[rank - 1], steps[rank - 1])
  var position = [Int](repeating: 0, count: rank)
  let values = [S](unsafeUninitializedCapacity: size) { result, count in
    let result = result.baseAddress!
    x.values.withUnsafeBufferPointer { x in
      var (from, to) = (0, 0)
      while to < size {
        for i in 0..<length { (result + to + i).initialize(to: x[from + i * step]) }
        to += length
        var axis = rank - 2
        while axis >= 0 {
          position[axis] += 1
          from += steps[axis]
          if position[axis] < shape[axis] { break }
          from -= steps[axis] * shape[axis]
          position[axis] = 0
          axis -= 1
        }
      }
    }
    count = size
  }
  return Tensor(unchecked: shape, values)
}
