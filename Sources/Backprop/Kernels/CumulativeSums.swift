/// The sums along an axis up to each place, or from each place on, each place counted.
func cumulativeSums<S: Scalar>(_ x: Tensor<S>, along axis: Int, fromEnd: Bool) -> Tensor<S> {
  let (outer, length, inner) = extents(x.shape, around: axis)
  var values = x.values
  for o in 0..<outer {
    let start = o * length * inner
    for step in 1..<Swift.max(length, 1) {
      let (place, before) = fromEnd ? (length - 1 - step, length - step) : (step, step - 1)
      for i in 0..<inner { values[start + place * inner + i] += values[start + before * inner + i] }
    }
  }
  return Tensor(unchecked: x.shape, values)
}
