/// A density estimated with a Gaussian kernel, at evenly spaced places.
///
/// The sample is put on a fine grid first, each value shared by the two places next to it, so that
/// the cost does not grow with the square of its size. Source: Silverman, Density Estimation for
/// Statistics and Data Analysis, 1986, sections 3.4 and 3.5.
enum KernelDensity {
  /// Silverman's rule of thumb: 0.9 · min(s, IQR / 1.34) · n^(−1/5).
  static func bandwidth(_ sample: Sample) -> Double {
    let deviation = sample.standardDeviation
    let spread = (sample.quantile(0.75) - sample.quantile(0.25)) / 1.34
    let scale = spread > 0 ? min(deviation, spread) : deviation
    let number = Double(max(1, sample.values.count))
    let width = 0.9 * scale / Decimal.signedPower(number, 0.2)
    if width > 0 { return width }
    let size = sample.values.first?.magnitude ?? 1
    return size > 0 ? size * 0.05 : 1
  }

  /// The density from three bandwidths before the least value to three after the greatest.
  static func curve(_ sample: Sample, bandwidth: Double, places: Int = 201) -> [DataPoint] {
    guard let least = sample.values.first, let greatest = sample.values.last else { return [] }
    let lower = least - 3 * bandwidth
    let upper = greatest + 3 * bandwidth
    let fine = 1024
    let step = (upper - lower) / Double(fine - 1)
    var weights = [Double](repeating: 0, count: fine)
    for value in sample.values {
      let place = (value - lower) / step
      let index = min(fine - 2, max(0, Int(place)))
      let share = place - Double(index)
      weights[index] += 1 - share
      weights[index + 1] += share
    }
    // 1 / √(2π)
    let factor = 0.3989422804014327 / (bandwidth * Double(sample.values.count))
    // Beyond six bandwidths the kernel is below 10⁻⁷ of its height.
    let reach = min(fine, Int(6 * bandwidth / step) + 1)
    var kernel: [Double] = []
    for distance in 0...reach {
      let z = Double(distance) * step / bandwidth
      kernel.append(Decimal.exponential(-z * z / 2))
    }
    var result: [DataPoint] = []
    for index in 0..<places {
      let center = index * (fine - 1) / (places - 1)
      var sum = 0.0
      for other in max(0, center - reach)...min(fine - 1, center + reach) {
        sum += weights[other] * kernel[other > center ? other - center : center - other]
      }
      result.append(DataPoint(x: lower + Double(center) * step, y: sum * factor))
    }
    return result
  }
}
