/// The finite values of a sample, sorted, and what is said of them.
struct Sample: Sendable {
  /// In ascending order.
  let values: [Double]
  /// How many others there were.
  let dropped: Int

  init(_ all: [Double]) {
    var finite: [Double] = []
    finite.reserveCapacity(all.count)
    for value in all where value.hasPlace { finite.append(value) }
    dropped = all.count - finite.count
    finite.sort()
    values = finite
  }

  /// The quantile at a share from 0 to 1, between neighbours by linear interpolation. Source:
  /// Hyndman and Fan, Sample Quantiles in Statistical Packages, 1996, definition 7, which NumPy,
  /// R and spreadsheets take.
  func quantile(_ share: Double) -> Double {
    guard !values.isEmpty else { return .nan }
    let place = share * Double(values.count - 1)
    let index = min(Int(place), values.count - 1)
    let next = min(index + 1, values.count - 1)
    return values[index] + (values[next] - values[index]) * (place - Double(index))
  }

  /// The arithmetic mean.
  var mean: Double { Sample.mean(values) }

  /// The standard deviation with n − 1; zero for fewer than two values.
  var standardDeviation: Double { Sample.standardDeviation(values) }

  /// The sentence about values that are not finite, as the notes of a layer.
  var notes: [String] {
    if dropped == 0 { return [] }
    if dropped == 1 { return ["One value is not finite and is left out."] }
    return [numeral(Double(dropped), digits: 15) + " values are not finite and are left out."]
  }

  static func mean(_ values: [Double]) -> Double {
    if values.isEmpty { return .nan }
    var sum = 0.0
    for value in values { sum += value }
    let first = sum / Double(values.count)
    // Once more around the first result, so that rounding does not add up.
    var rest = 0.0
    for value in values { rest += value - first }
    return first + rest / Double(values.count)
  }

  static func standardDeviation(_ values: [Double]) -> Double {
    if values.count < 2 { return 0 }
    let center = mean(values)
    var sum = 0.0
    for value in values { sum += (value - center) * (value - center) }
    return Decimal.squareRoot(sum / Double(values.count - 1))
  }
}
