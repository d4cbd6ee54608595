/// Ticks on a logarithmic axis: the powers of ten; with 2 and 5 between them when there are few;
/// every second, third … one when there are many; round numbers when the axis spans less than a
/// decade. Minor ticks stand at 2, 3, … 9 times the powers of ten, or at powers without labels.
enum LogarithmicTicks {
  /// Ticks within the domain, about `count` with labels.
  static func ticks(lower: Double, upper: Double, count: Int) -> AxisTicks {
    let first = Decimal.exponent(lower)
    let last = Decimal.exponent(upper)
    let low = lower * (1 - 1e-9)
    let high = upper * (1 + 1e-9)
    var powers: [Int] = []
    for exponent in first...(last + 1) {
      let value = Decimal.power(exponent)
      if value >= low, value <= high { powers.append(exponent) }
    }
    if powers.count >= 3 || (powers.count == 2 && count <= 3) {
      var stride = 1
      for wider in [2, 3, 5, 10, 20, 50, 100, 200]
      where (powers.count + stride - 1) / stride > (count < 2 ? 2 : count) {
        stride = wider
      }
      var chosen: [Int] = []
      for exponent in powers where exponent % stride == 0 { chosen.append(exponent) }
      if chosen.count < 2 { chosen = [powers[0], powers[powers.count - 1]] }
      return AxisTicks(
        major: chosen.map { Decimal.power($0) },
        labels: chosen.map { label(power: $0, of: chosen) },
        minor: minor(from: first, to: last, low: low, high: high, stride: stride))
    }
    for mantissas in [[1.0, 2, 5], [1.0, 1.5, 2, 3, 4, 5, 6, 7, 8, 9]] {
      var values: [Double] = []
      for exponent in first...last {
        for mantissa in mantissas {
          let value =
            exponent < 0
            ? mantissa / Decimal.power(-exponent) : mantissa * Decimal.power(exponent)
          if value >= low, value <= high { values.append(value) }
        }
      }
      if values.count >= 3 {
        return AxisTicks(
          major: values, labels: values.map { numeral($0, digits: 3) },
          minor: minor(from: first, to: last, low: low, high: high, stride: 1))
      }
    }
    let values = LinearTicks.ticks(lower: lower, upper: upper, count: count)
    let format = TickFormat(values: values)
    return AxisTicks(major: values, labels: values.map { format.text($0) })
  }

  /// Plain numbers while they are short, powers of ten otherwise; one way for the whole axis.
  private static func label(power exponent: Int, of chosen: [Int]) -> String {
    if chosen[0] >= -3, chosen[chosen.count - 1] <= 3 {
      return numeral(Decimal.power(exponent))
    }
    if exponent == 0 { return "1" }
    if exponent == 1 { return "10" }
    return "10" + NumberText.superscript(exponent)
  }

  private static func minor(
    from first: Int, to last: Int, low: Double, high: Double, stride: Int
  ) -> [Double] {
    var result: [Double] = []
    if stride > 1 || last - first > 8 {
      // Where decades go without labels, they are the minor ticks.
      if stride > 5 { return [] }
      for exponent in first...last where exponent % stride != 0 {
        let value = Decimal.power(exponent)
        if value >= low, value <= high { result.append(value) }
      }
      return result
    }
    for exponent in first...last {
      for mantissa in 2...9 {
        let value = Double(mantissa) * Decimal.power(exponent)
        if value >= low, value <= high { result.append(value) }
      }
    }
    return result
  }
}
