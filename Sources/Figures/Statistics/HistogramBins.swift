/// Bins of equal width whose edges are round numbers, and how many values fall into each.
struct HistogramBins: Sendable {
  let lower: Double
  let width: Double
  let counts: [Int]

  /// About `count` bins over a sorted sample; by default as wide as Freedman and Diaconis say
  /// (On the histogram as a density estimator, 1981): 2 · IQR / ∛n.
  init(_ sample: Sample, count: Int?) {
    guard let least = sample.values.first, let greatest = sample.values.last else {
      lower = 0
      width = 1
      counts = []
      return
    }
    let span = greatest - least
    if span <= 0 {
      width = least == 0 ? 1 : HistogramBins.round(least.magnitude * 0.1)
      lower = (least / width).roundedDown * width
      counts = [sample.values.count]
      return
    }
    var wanted: Double
    if let count {
      wanted = span / Double(max(1, count))
    } else {
      let number = Double(sample.values.count)
      let spread = sample.quantile(0.75) - sample.quantile(0.25)
      wanted = 2 * spread / Decimal.signedPower(number, 1.0 / 3)
      // Sturges' rule where the middle half is of one value, and no more bins than can be seen.
      if wanted <= 0 { wanted = span / (1 + Decimal.logarithm(number) * 3.3219280948873623) }
      wanted = max(wanted, span / 120)
    }
    let step = HistogramBins.round(wanted)
    let first = (least / step).roundedDown
    var number = Int((greatest / step).roundedDown - first) + 1
    // A greatest value on an edge belongs to the bin that ends there, as the last bin is closed.
    if number > 1, (first + Double(number - 1)) * step >= greatest { number -= 1 }
    var counts = [Int](repeating: 0, count: number)
    for value in sample.values {
      let place = Int((value / step).roundedDown - first)
      counts[max(0, min(number - 1, place))] += 1
    }
    width = step
    lower = first * step
    self.counts = counts
  }

  /// The edge at the left of a bin.
  func edge(_ index: Int) -> Double {
    ((lower / width).roundedToNearest + Double(index)) * width
  }

  /// The round number nearest by ratio: 1, 2, 2.5 or 5 times a power of ten.
  static func round(_ wanted: Double) -> Double {
    let exponent = Decimal.exponent(wanted)
    let power = Decimal.power(exponent)
    let mantissa = wanted / power
    var best = 1.0
    var least = Double.infinity
    for candidate in [1.0, 2, 2.5, 5, 10] {
      let ratio = candidate > mantissa ? candidate / mantissa : mantissa / candidate
      if ratio < least {
        least = ratio
        best = candidate
      }
    }
    return exponent < 0 ? best / Decimal.power(-exponent) : best * power
  }
}
