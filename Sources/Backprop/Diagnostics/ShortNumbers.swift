#if !hasFeature(Embedded)
  /// A number with four digits, for a line that a person reads.
  func shortened(_ x: Double) -> String {
    if x == 0 || !x.isFinite { return x == 0 ? "0" : x.isNaN ? "NaN" : x < 0 ? "−∞" : "∞" }
    // Powers of ten up to 10²² are exact, so that the rounded number is the nearest to its digits.
    var (digits, exponent) = (x.magnitude, 0)
    while digits >= 10_000 {
      digits /= 10
      exponent += 1
    }
    while digits < 1000 {
      digits *= 10
      exponent -= 1
    }
    let rounded = digits.rounded()
    let sign = x < 0 ? "−" : ""
    if (-22...22).contains(exponent) {
      let power = (0..<exponent.magnitude).reduce(1.0) { power, _ in 10 * power }
      var text = "\(exponent < 0 ? rounded / power : rounded * power)"
      if text.hasSuffix(".0") { text.removeLast(2) }
      return sign + text
    }
    // Beyond: digits and a power, with a point after the first digit.
    var text = String(Int(rounded))
    let power = exponent + text.count - 1
    while text.count > 1 && text.hasSuffix("0") { text.removeLast() }
    if text.count > 1 { text.insert(".", at: text.index(after: text.startIndex)) }
    return sign + text + "e" + (power < 0 ? "-" : "+") + "\(power.magnitude)"
  }

  /// A part of a whole in per cent.
  func percentage(_ part: Double) -> String { "\(shortened(100 * part)) %" }
#endif
