/// Joins tensors along an axis.
@inline(__always)
func joined<S: Scalar>(_ parts: [Tensor<S>], along axis: Int) -> Tensor<S> {
  var shape = parts[0].shape
  shape[axis] = 0
  for part in parts { shape[axis] += part.shape[axis] }
  let (outer, _, inner) = extents(shape, around: axis)
  var values: [S] = []
  values.reserveCapacity(elementCount(shape))
  for o in 0..<outer {
    for part in parts {
      let run = part.shape[axis] * inner
      values += part.values[(o * run)..<((o + 1) * run)]
    }
  }
  return Tensor(unchecked: shape, values)
}

/// The part of a tensor from `lower` up to `upper` along an axis.
@inline(__always)
func sliced<S: Scalar>(
  _ x: Tensor<S>, along axis: Int, from lower: Int, to upper: Int
) -> Tensor<S> {
  let (outer, length, inner) = extents(x.shape, around: axis)
  var shape = x.shape
  shape[axis] = upper - lower
  var values: [S] = []
  values.reserveCapacity(elementCount(shape))
  for o in 0..<outer {
    let start = (o * length + lower) * inner
    let end = (o * length + upper) * inner
    values += x.values[start..<end]
  }
  return Tensor(unchecked: shape, values)
}

/// A tensor of zeros, `length` long along an axis, that holds `x` from `lower` on.
@inline(__always)
func padded<S: Scalar>(
  _ x: Tensor<S>, along axis: Int, from lower: Int, length: Int
) -> Tensor<S> {
  var shape = x.shape
  shape[axis] = length
  let (outer, part, inner) = extents(x.shape, around: axis)
  var values = [S](repeating: 0, count: elementCount(shape))
  for o in 0..<outer {
    for i in 0..<(part * inner) {
      values[(o * length + lower) * inner + i] = x.values[o * part * inner + i]
    }
  }
  return Tensor(unchecked: shape, values)
}
