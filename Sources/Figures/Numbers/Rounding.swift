/// Rounding by integers. The standard library's `rounded()` calls the C library's `floor` and
/// `round` where the processor has no instruction for them, and this module links with none.
extension Double {
  /// ⌊x⌋. Numbers from 2⁵² on have no fraction, and NaN stays NaN.
  var roundedDown: Double {
    guard magnitude < 4_503_599_627_370_496 else { return self }
    let whole = Double(Int64(self))
    return whole > self ? whole - 1 : whole
  }

  /// ⌈x⌉.
  var roundedUp: Double { -(-self).roundedDown }

  /// The nearest integer; halves go away from zero.
  var roundedToNearest: Double {
    guard magnitude < 4_503_599_627_370_496 else { return self }
    let whole = Double(Int64(self))
    let rest = self - whole
    return rest >= 0.5 ? whole + 1 : rest <= -0.5 ? whole - 1 : whole
  }
}
