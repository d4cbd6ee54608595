/// Labels for the ticks of one axis: one precision for all of them, which tells them apart. Ticks that
/// are close for their size have all the digits that this needs; where one precision would make them
/// long, each has its own.
struct TickFormat: Sendable {
  /// Decimals after the point.
  var decimals = 0
  /// The power of ten drawn out of every label, when plain digits would be long.
  var exponent: Int?
  /// The labels of ticks that a format of few digits does not tell apart.
  private var close: [(value: Double, text: String)] = []

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
    // Of larger steps what is written to a part in 10⁸ of the largest is within a hundredth.
    guard let gap = TickFormat.leastGap(values), gap < 1e-6 * largest || largest < 1e-290 else {
      return
    }
    let place = decimals - (exponent ?? 0)
    let isEnough =
      largest >= 1e-290 && place + top < 14
      && values.allSatisfy {
        TickFormat.isWell($0, place: place, gap: gap, size: largest)
      }
    if !isEnough { write(closeTicks: values, gap: gap, largest: largest) }
  }

  /// The least difference of two values, or nil where all are the same.
  private static func leastGap(_ values: [Double]) -> Double? {
    var sorted = values.filter { $0.isFinite }
    sorted.sort()
    var result: Double?
    for (low, high) in zip(sorted, sorted.dropFirst()) where low < high {
      result = min(result ?? .infinity, high - low)
    }
    return result
  }

  /// Writes labels in full, with a power of ten, or each with digits of its own, whichever is
  /// shortest.
  private mutating func write(closeTicks values: [Double], gap: Double, largest: Double) {
    let top = Decimal.exponent(largest)
    var candidates: [(texts: [String], decimals: Int, exponent: Int?)] = []
    if let place = TickFormat.place(toTellApart: values, gap: gap, largest: largest) {
      if max(0, place) + top <= 17 {
        candidates.append(
          (values.map { TickFormat.exact($0, decimals: max(0, place)) }, max(0, place), nil))
      }
      if top >= 6 || top < -4 {
        candidates.append(
          (values.map { TickFormat.exact($0, decimals: place, exponent: top) }, place + top, top))
      }
    }
    var least = Double.infinity
    func use(_ candidate: (texts: [String], decimals: Int, exponent: Int?), below share: Double) {
      var widest = 0.0
      for text in candidate.texts { widest = max(widest, TextMetrics.width(text, size: 1)) }
      if widest >= least * share { return }
      least = widest
      close = Array(zip(values, candidate.texts)).map { (value: $0.0, text: $0.1) }
      decimals = candidate.decimals
      exponent = candidate.exponent
    }
    for candidate in candidates { use(candidate, below: 1) }
    // One precision is read more easily, unless it is much longer.
    use((values.map { TickFormat.separately($0, among: values) }, 15, top), below: 0.75)
  }

  /// Whether a value to a decimal place is within a hundredth of a step or the last bit of `size`,
  /// and nearer to itself than to its neighbours.
  private static func isWell(
    _ value: Double, place: Int, gap: Double, size: Double
  ) -> Bool {
    guard let (_, error) = DecimalRounding.rounded(value, decimals: place) else { return false }
    return error.magnitude <= NumberText.scaled(max(0.01 * gap, size.ulp), by: place)
      && error.magnitude < NumberText.scaled(gap, by: place) * 0.499
  }

  /// The first decimal place to which all values are written well, or nil where a value would need
  /// more than 17 digits.
  private static func place(
    toTellApart values: [Double], gap: Double, largest: Double
  ) -> Int? {
    let top = Decimal.exponent(largest)
    return (-top...16 - top).first { place in
      values.allSatisfy { isWell($0, place: place, gap: gap, size: largest) }
    }
  }

  /// A value with as many digits of its own, four at least, as write it well among others.
  private static func separately(_ value: Double, among others: [Double]) -> String {
    if value == 0 { return "0" }
    var gap = Double.infinity
    for other in others where other != value { gap = min(gap, (other - value).magnitude) }
    let top = Decimal.exponent(value)
    for digits in 4...16 where isWell(value, place: digits - 1 - top, gap: gap, size: value) {
      return NumberText.rounded(value, digits: digits)
    }
    return NumberText.rounded(value, digits: 17)
  }

  /// A value to a decimal place, with the given power of ten drawn out.
  private static func exact(_ value: Double, decimals: Int, exponent: Int? = nil) -> String {
    guard let (mantissa, _) = DecimalRounding.rounded(value, decimals: decimals) else {
      return numeral(value)
    }
    if mantissa == 0 { return "0" }
    let sign = value < 0 ? "−" : ""
    guard let exponent else {
      return sign
        + NumberText.decimal(mantissa, decimals: decimals, trimming: false, grouping: true)
    }
    return sign
      + NumberText.scientific(
        mantissa, decimals: decimals + exponent, exponent: exponent, trimming: false)
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
    for one in close where one.value == value { return one.text }
    if value == 0 { return "0" }
    var scaled = value.magnitude
    if let exponent { scaled *= Decimal.power(-exponent) }
    let mantissa = (scaled * Decimal.power(decimals)).roundedToNearest
    if mantissa == 0 { return "0" }
    if mantissa > 1e18 { return numeral(value) }
    let sign = value < 0 ? "−" : ""
    guard let exponent else {
      return sign
        + NumberText.decimal(UInt64(mantissa), decimals: decimals, trimming: false, grouping: true)
    }
    return sign
      + NumberText.scientific(
        UInt64(mantissa), decimals: decimals, exponent: exponent, trimming: false)
  }
}
