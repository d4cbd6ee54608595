/// Ticks on a symmetric-logarithmic axis: zero, and powers of ten from the threshold outwards on
/// both sides; round numbers when the axis stays near zero.
enum SymmetricTicks {
  /// Ticks within the domain, about `count` with labels.
  static func ticks(
    lower: Double, upper: Double, threshold: Double, count: Int
  ) -> AxisTicks {
    let size = max(lower.magnitude, upper.magnitude)
    if size <= threshold * 10 || (lower > 0 && upper < lower * 10)
      || (upper < 0 && lower > upper * 10)
    {
      let values = LinearTicks.ticks(lower: lower, upper: upper, count: count)
      let format = TickFormat(values: values)
      return AxisTicks(major: values, labels: values.map { format.text($0) })
    }
    let first = Decimal.exponent(threshold)
    let last = Decimal.exponent(size)
    var sides = 0
    if upper > 0 { sides += 1 }
    if lower < 0 { sides += 1 }
    let each = max(1, max(2, count) / max(1, sides))
    var stride = 1
    while (last - first) / stride + 1 > each { stride += 1 }
    var result = AxisTicks(major: [], labels: [])
    func add(_ value: Double, _ label: String) {
      guard value >= lower, value <= upper else { return }
      result.major.append(value)
      result.labels.append(label)
    }
    // Counted from the outermost power, which says most.
    let least = first + (last - first) % stride
    var exponents: [Int] = []
    let scale = Axis.Scale.symmetricLogarithmic(threshold: threshold)
    for exponent in first...last where (exponent - least) % stride == 0 {
      // The first one keeps away from zero.
      if scale.transformed(Decimal.power(exponent)) < 0.6 * Double(stride) { continue }
      exponents.append(exponent)
    }
    let isPlain = least >= -3 && last <= 3
    func label(_ exponent: Int) -> String {
      if isPlain || exponent == 0 { return numeral(Decimal.power(exponent)) }
      return exponent == 1 ? "10" : "10" + NumberText.superscript(exponent)
    }
    for exponent in exponents.reversed() { add(-Decimal.power(exponent), "−" + label(exponent)) }
    add(0, "0")
    for exponent in exponents { add(Decimal.power(exponent), label(exponent)) }
    if stride > 1, stride <= 5 {
      // The powers that go without labels.
      for exponent in first...last where !exponents.contains(exponent) {
        let value = Decimal.power(exponent)
        if value >= threshold, value <= upper { result.minor.append(value) }
        if value >= threshold, -value >= lower { result.minor.append(-value) }
      }
    } else if stride == 1 {
      for exponent in first...last {
        for mantissa in 2...9 {
          let value = Double(mantissa) * Decimal.power(exponent)
          if value >= lower, value <= upper { result.minor.append(value) }
          if -value >= lower, -value <= upper { result.minor.append(-value) }
        }
      }
    }
    return result
  }
}
