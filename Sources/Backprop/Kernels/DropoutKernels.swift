/// Numbers that are each 0 with the probability `rate`, else `1 / (1 − rate)`; each takes one number
/// of the generator, in row-major order.
@_specialize(where S == Double)
@_specialize(where S == Float)
func drawnKeepMask<S: Scalar>(
  count: Int, rate: Double, using generator: inout RandomNumbers
) -> [S] {
  let kept = S(1 / (1 - rate))
  return Array(unsafeUninitializedCapacity: count) { mask, initialized in
    for i in 0..<count {
      (mask.baseAddress! + i).initialize(to: generator.uniform() < rate ? 0 : kept)
    }
    initialized = count
  }
}
