/// A format of numbers with fewer bits than the tensors have, to see what becomes of a training in it.
public enum NarrowFormat: Equatable, Sendable {
  /// Eight bits of exponent, as `Float` has, and eight of precision.
  case bfloat16
  /// IEEE 754's half precision: five bits of exponent, and eleven of precision.
  case float16

  /// How many significant bits a number has.
  var precision: Int { self == .bfloat16 ? 8 : 11 }
  /// The exponent of the smallest number of full precision.
  var leastExponent: Int { self == .bfloat16 ? -126 : -14 }
  /// The exponent of the largest numbers.
  var largestExponent: Int { self == .bfloat16 ? 127 : 15 }

  /// The number of the format that is nearest to `x`, of two the one whose last bit is zero: IEEE 754's
  /// rounding, also for what is beyond the largest, which is infinite, or below the smallest of full precision.
  public func rounded(_ x: Double) -> Double {
    if !x.isFinite || x == 0 { return x }
    let exponent = max(Int(x.exponent), leastExponent) - (precision - 1)
    let unit = Double(sign: .plus, exponent: exponent, significand: 1)
    let result = (x / unit).rounded(.toNearestOrEven) * unit
    let isTooLarge = result.exponent > largestExponent && result != 0
    return isTooLarge ? (x < 0 ? -.infinity : .infinity) : result
  }
}

extension Tensor {
  /// Each number rounded to a narrower format.
  ///
  ///     Tensor([0.1]).rounded(to: .bfloat16)   // [0.10009765625]
  ///
  /// The derivative passes as if nothing were rounded. The numbers are read, so that a step of training with
  /// it is not replayed.
  public func rounded(to format: NarrowFormat) -> Tensor {
    withPullback(
      self,
      of: { x in
        x.noteReading()
        return Tensor(
          unchecked: x.shape, x.values.map { S(format.rounded(Double($0))) })
      }, pullback: { slope, _, _ in slope })
  }
}
