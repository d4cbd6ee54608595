/// How many numbers lie in each of a row of intervals.
///
///     let histogram = TensorHistogram(of: gradient.layers[0].weights)
///     print(histogram)
///
/// Each bin holds its lower edge, and the last one its upper edge too. Numbers that are not finite,
/// and those beyond the edges, are in no bin; they are counted separately.
public struct TensorHistogram: Equatable, Sendable {
  /// Where bins begin and end.
  ///
  ///     TensorHistogram(of: x, bins: .count(20, in: -1...1))
  ///     TensorHistogram(of: x, bins: .edges([0, 1, 10, 100]))
  public enum Bins: Equatable, Sendable {
    /// Bins of equal width from the smallest number to the largest, as wide as the rule of Freedman
    /// and Diaconis says, `2 IQR / ∛n` with the distance between the quartiles, but no more than
    /// 1,000. One bin where that distance is zero.
    ///
    /// Source: D. Freedman and P. Diaconis, "On the histogram as a density estimator", Zeitschrift
    /// für Wahrscheinlichkeitstheorie 57 (1981).
    case freedmanDiaconis
    /// So many bins of equal width over a range, by default from the smallest number to the
    /// largest.
    case count(Int, in: ClosedRange<Double>? = nil)
    /// Bins between neighbouring edges, which ascend.
    case edges([Double])
  }

  /// The ends of the bins in ascending order: one more than there are bins, or none if there are no
  /// bins, because there were no finite numbers to find a range from.
  public let edges: [Double]
  /// How many numbers are in each bin.
  public let counts: [Int]
  /// How many finite numbers are below the first edge.
  public let countBelow: Int
  /// How many finite numbers are above the last edge.
  public let countAbove: Int
  /// How many are NaN.
  public let nanCount: Int
  /// How many are infinite, `∞` or `−∞`.
  public let infinityCount: Int

  /// Counts the numbers of a tensor.
  ///
  /// Equal numbers stand in the middle of a bin of width 1. Traps for fewer than one bin, an empty
  /// range, or edges that do not ascend. The numbers are sorted, which takes `O(n log n)`.
  @_specialize(where S == Double)
  @_specialize(where S == Float)
  public init<S: Scalar>(
    of tensor: Tensor<S>, bins: Bins = .freedmanDiaconis, file: StaticString = #fileID,
    line: UInt = #line
  ) {
    var numbers: [Double] = []
    numbers.reserveCapacity(tensor.count)
    var (nans, infinities) = (0, 0)
    for value in tensor.values {
      if value.isFinite {
        numbers.append(Double(value))
      } else if value.isNaN {
        nans += 1
      } else {
        infinities += 1
      }
    }
    numbers.sort()
    let edges = binEdges(bins, of: numbers, file: file, line: line)
    // The numbers are sorted, so each bin's are those between the places of its edges.
    var places = edges.map { firstPlace(in: numbers, from: $0) }
    if let last = edges.last { places[edges.count - 1] = firstPlace(in: numbers, above: last) }
    self.edges = edges
    counts = zip(places, places.dropFirst()).map { $1 - $0 }
    countBelow = places.first ?? 0
    countAbove = numbers.count - (places.last ?? 0)
    nanCount = nans
    infinityCount = infinities
  }

  /// How many numbers were counted, in bins or not.
  public var total: Int {
    counts.reduce(0, +) + countBelow + countAbove + nanCount + infinityCount
  }

  /// The part of the numbers in all bins that is in each, over the bin's width, so that the area is
  /// 1; zeros if there are none.
  public var densities: [Double] {
    let all = Double(max(counts.reduce(0, +), 1))
    return counts.indices.map { Double(counts[$0]) / all / (edges[$0 + 1] - edges[$0]) }
  }
}

#if !hasFeature(Embedded)
  extension TensorHistogram: CustomStringConvertible {
    /// A line for each bin with its edges, its count and a bar, then what is in no bin.
    public var description: String {
      var lines: [String] = []
      let largest = max(counts.max() ?? 0, 1)
      for (index, count) in counts.enumerated() {
        let bar = String(repeating: "█", count: (count * 40 + largest - 1) / largest)
        let end = index == counts.count - 1 ? "]" : ")"
        lines.append(
          "[\(shortened(edges[index])), \(shortened(edges[index + 1]))\(end): \(count)"
            + (bar.isEmpty ? "" : " \(bar)"))
      }
      if countBelow > 0 { lines.append("below: \(countBelow)") }
      if countAbove > 0 { lines.append("above: \(countAbove)") }
      if nanCount > 0 { lines.append("NaN: \(nanCount)") }
      if infinityCount > 0 { lines.append("infinite: \(infinityCount)") }
      return lines.isEmpty ? "empty" : lines.joined(separator: "\n")
    }
  }
#endif

private func binEdges(
  _ bins: TensorHistogram.Bins, of numbers: [Double], file: StaticString, line: UInt
) -> [Double] {
  switch bins {
  case .edges(let edges):
    require(
      edges.count >= 2 && zip(edges, edges.dropFirst()).allSatisfy { $0 < $1 }
        && edges.allSatisfy { $0.isFinite },
      "The edges of bins are two finite numbers or more in ascending order, not \(edges).",
      file: file, line: line)
    return edges
  case .count(let count, let range):
    require(count > 0, "A histogram has one bin or more, not \(count).", file: file, line: line)
    if let range {
      require(
        range.lowerBound < range.upperBound && range.lowerBound.isFinite
          && range.upperBound.isFinite,
        "Bins cannot share the range \(range).", file: file, line: line)
      return equalEdges(count, range.lowerBound, range.upperBound)
    }
    guard let (lower, upper) = span(of: numbers) else { return [] }
    return equalEdges(count, lower, upper)
  case .freedmanDiaconis:
    guard let (lower, upper) = span(of: numbers) else { return [] }
    let spread = quantile(numbers, 0.75) - quantile(numbers, 0.25)
    let width = 2 * spread / pow(Double(numbers.count), 1 / 3)
    let count = numbers[0] < numbers[numbers.count - 1] ? ((upper - lower) / width) : 1
    return equalEdges(count.isFinite ? Int(min(max(count.rounded(.up), 1), 1000)) : 1, lower, upper)
  }
}

/// The range of sorted numbers, widened if it is a point; nil if there are none.
private func span(of numbers: [Double]) -> (Double, Double)? {
  guard let first = numbers.first, let last = numbers.last else { return nil }
  if first < last { return (first, last) }
  // Half on either side, or what is left of it between the largest numbers.
  let half = max(0.5, first.ulp)
  return (max(first - half, -.greatestFiniteMagnitude), min(first + half, .greatestFiniteMagnitude))
}

/// Ends of bins of equal width; fewer bins where floating point has no numbers in between.
private func equalEdges(_ count: Int, _ lower: Double, _ upper: Double) -> [Double] {
  let step = (upper - lower) / Double(count)
  var edges = [lower]
  for index in 1..<count {
    let part = Double(index) / Double(count)
    // Between very large numbers the distance overflows.
    let edge = step.isFinite ? lower + Double(index) * step : lower * (1 - part) + upper * part
    if edge > edges[edges.count - 1] && edge < upper { edges.append(edge) }
  }
  return edges + [upper]
}

/// A quantile of sorted numbers, on the line between the two next to it.
private func quantile(_ numbers: [Double], _ part: Double) -> Double {
  let place = part * Double(numbers.count - 1)
  let lower = Int(place)
  let upper = min(lower + 1, numbers.count - 1)
  let weight = place - Double(lower)
  return numbers[lower] * (1 - weight) + numbers[upper] * weight
}

/// How many of the sorted numbers are below a bound.
private func firstPlace(in numbers: [Double], from bound: Double) -> Int {
  partition(numbers) { $0 < bound }
}

/// How many of the sorted numbers are no larger than a bound.
private func firstPlace(in numbers: [Double], above bound: Double) -> Int {
  partition(numbers) { $0 <= bound }
}

private func partition(_ numbers: [Double], _ isBefore: (Double) -> Bool) -> Int {
  var (low, high) = (0, numbers.count)
  while low < high {
    let middle = (low + high) / 2
    if isBefore(numbers[middle]) { low = middle + 1 } else { high = middle }
  }
  return low
}
