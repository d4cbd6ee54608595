/// What the numbers of a tensor are like.
///
/// The mean and what follows are those of the finite numbers, computed in `Double`; how many are
/// not finite is counted separately. Where no number is finite, as in an empty tensor, the mean,
/// deviation, smallest and largest are NaN, and the norm is 0.
///
///     Tensor([3, 0, -4]).statistics
///     // mean −0.3333, deviation 2.867, −4 to 3, norm 5, 33.33 % zeros
public struct TensorStatistics: Equatable, Sendable {
  /// How many numbers there are.
  public let count: Int
  /// How many are NaN.
  public let nanCount: Int
  /// How many are `∞` or `−∞`.
  public let infinityCount: Int
  /// How many are zero.
  public let zeroCount: Int
  /// `μ = Σ x / n`.
  public let mean: Double
  /// `√(Σ (x − μ)² / n)`: over `n`, not `n − 1`.
  public let standardDeviation: Double
  /// The smallest finite number.
  public let minimum: Double
  /// The largest finite number.
  public let maximum: Double
  /// `√Σ x²`.
  public let norm: Double

  /// The part of all numbers that is zero; 0 if there are none.
  public var zeroShare: Double { count == 0 ? 0 : Double(zeroCount) / Double(count) }

  /// Whether no number is NaN or infinite.
  public var isFinite: Bool { nanCount == 0 && infinityCount == 0 }

  /// Looks at the numbers of a tensor, three times over.
  @_specialize(where S == Double)
  @_specialize(where S == Float)
  public init<S: Scalar>(of tensor: Tensor<S>) {
    var (nans, infinities, zeros) = (0, 0, 0)
    var (smallest, largest) = (Double.infinity, -Double.infinity)
    for value in tensor.values {
      let x = Double(value)
      if x.isNaN {
        nans += 1
      } else if x.isInfinite {
        infinities += 1
      } else {
        if x == 0 { zeros += 1 }
        smallest = Swift.min(smallest, x)
        largest = Swift.max(largest, x)
      }
    }
    count = tensor.count
    nanCount = nans
    infinityCount = infinities
    zeroCount = zeros
    let finite = tensor.count - nans - infinities
    if finite == 0 {
      (mean, standardDeviation, minimum, maximum, norm) = (.nan, .nan, .nan, .nan, 0)
      return
    }
    (minimum, maximum) = (smallest, largest)
    // Numbers whose squares, or their sum, would overflow or vanish are taken in a unit of their
    // size.
    let size = Swift.max(smallest.magnitude, largest.magnitude)
    let unit = (1e-100...1e100).contains(size) || size == 0 ? 1 : size
    let n = Double(finite)
    var sum = 0.0
    for value in tensor.values where value.isFinite { sum += Double(value) / unit }
    let center = sum / n
    var (squares, deviations) = (0.0, 0.0)
    for value in tensor.values where value.isFinite {
      let x = Double(value) / unit
      squares += x * x
      deviations += (x - center) * (x - center)
    }
    mean = center * unit
    standardDeviation = (deviations / n).squareRoot() * unit
    norm = squares.squareRoot() * unit
  }
}

extension Tensor {
  /// What the tensor's numbers are like: mean, standard deviation, extremes, zeros and so on.
  public var statistics: TensorStatistics { TensorStatistics(of: self) }
}

#if !hasFeature(Embedded)
  extension TensorStatistics: CustomStringConvertible {
    /// The statistics in a line, to four digits.
    public var description: String {
      if count == 0 { return "empty" }
      var text =
        "mean \(shortened(mean)), deviation \(shortened(standardDeviation)), "
        + "\(shortened(minimum)) to \(shortened(maximum)), norm \(shortened(norm))"
      if zeroCount > 0 { text += ", \(percentage(zeroShare)) zeros" }
      if nanCount > 0 { text += ", \(nanCount) NaN" }
      if infinityCount > 0 { text += ", \(infinityCount) infinite" }
      return text
    }
  }
#endif
