/// Labels for the ticks of one axis: one precision for all of them.
struct TickFormat: Sendable {
  /// Decimals after the point.
  var decimals = 0
  /// The power of ten drawn out of every label, when plain digits would be long.
  var exponent: Int?

  /// The plainest format that tells the values apart and misrepresents none.
  init(values: [Double]) {
    var largest = 0.0
    for value in values where value.magnitude > largest { largest = value.magnitude }
    guard largest > 0 else { return }
    let top = Decimal.exponent(largest)
    let needed = TickFormat.decimals(toWrite: values, scale: 1, largest: largest)
    if top >= 6 || needed > 5 {
      exponent = top
      let scale = Decimal.power(-top)
      decimals = TickFormat.decimals(toWrite: values, scale: scale, largest: largest * scale)
      // Small steps far from zero are read more easily in full: 1 000 000.25.
      if decimals > 4, top >= 6, top <= 9, needed <= 3 {
        exponent = nil
        decimals = needed
      }
    } else {
      decimals = needed
    }
  }

  /// The fewest decimals with which every value is written to a part in 10⁸ of the largest.
  private static func decimals(toWrite values: [Double], scale: Double, largest: Double) -> Int {
    for decimals in 0..<15 {
      let power = Decimal.power(decimals)
      var exact = true
      for value in values {
        let scaled = value * scale * power
        if (scaled - scaled.roundedToNearest).magnitude > 1e-8 * largest * power { exact = false }
      }
      if exact { return decimals }
    }
    return 15
  }

  /// The label of one value.
  func text(_ value: Double) -> String {
    if value == 0 { return "0" }
    var scaled = value.magnitude
    if let exponent { scaled *= Decimal.power(-exponent) }
    let mantissa = (scaled * Decimal.power(decimals)).roundedToNearest
    if mantissa == 0 { return "0" }
    if mantissa > 1e18 { return numeral(value) }
    let digits = NumberText.decimal(
      UInt64(mantissa), decimals: decimals, trimming: false, grouping: true)
    let sign = value < 0 ? "−" : ""
    guard let exponent else { return sign + digits }
    let power = "10" + NumberText.superscript(exponent)
    return sign + (digits == "1" ? power : digits + "×" + power)
  }
}
