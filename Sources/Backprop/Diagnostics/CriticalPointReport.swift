/// What the second derivatives say of a point where the gradient vanishes.
///
///     let report = CriticalPointReport(at: Tensor([0, 0])) { p in square(p[0]) - square(p[1]) }
///     report.kind      // saddle(index: 1)
///
/// The Hessian's eigenvalues are how much the function bends along its eigenvectors. Those that are no
/// larger in magnitude than ``threshold`` count as zero: along them it is flat, as far as second
/// derivatives tell.
public struct CriticalPointReport: Equatable, Sendable {
  /// The kind of critical point, by the eigenvalues that are not zero.
  public let kind: CriticalPoint
  /// The Hessian's eigenvalues in ascending order.
  public let eigenvalues: [Double]
  /// The eigenvectors as the columns of a matrix `[n, n]`, in the same order.
  public let directions: Tensor<Double>
  /// Up to which magnitude an eigenvalue counts as zero: the tolerance times the largest magnitude.
  public let threshold: Double
  /// The norm of the gradient, which should be all but zero; nil if only the Hessian was given.
  public let gradientNorm: Double?

  /// In how many directions the function falls.
  public var fallingCount: Int { eigenvalues.filter { $0 < -threshold }.count }
  /// In how many directions it rises.
  public var risingCount: Int { eigenvalues.filter { $0 > threshold }.count }
  /// Along how many directions it is flat: those that are degenerate.
  public var flatCount: Int { eigenvalues.count - fallingCount - risingCount }

  /// The directions along which the function is flat, as the columns of a matrix of shape `[n, k]`, with
  /// `k` the ``flatCount``.
  public var flatDirections: Tensor<Double> {
    directions.slice(fallingCount..<(fallingCount + flatCount), axis: 1)
  }

  /// Looks at a Hessian.
  ///
  /// - Parameter tolerance: Which part of the largest eigenvalue's magnitude counts as zero. The
  ///   default is 10⁻¹⁰ in `Double` and `1.2 · 10⁻⁵` in `Float`, well above rounding.
  ///
  /// Traps unless the matrix is square and symmetric, and the tolerance is not negative.
  public init<S: Scalar>(
    hessian: Tensor<S>, tolerance: Double? = nil, file: StaticString = #fileID, line: UInt = #line
  ) {
    self.init(hessian, nil, tolerance, file: file, line: line)
  }

  /// Looks at a function where its gradient should vanish; how close it comes to that is
  /// ``gradientNorm``. It takes `n` times as long as a gradient, and the eigenvalues `O(n³)`.
  ///
  /// Traps unless the function's value is one number.
  @_disfavoredOverload
  public init<M: Model>(
    at point: M, tolerance: Double? = nil, file: StaticString = #fileID, line: UInt = #line,
    of function: (M) -> Tensor<M.Number>
  ) {
    self.init(point, tolerance, file: file, line: line, function)
  }

  /// Looks at a function of a tensor where its gradient should vanish. Traps unless the function's
  /// value is one number.
  public init(
    at point: Tensor<Double>, tolerance: Double? = nil, file: StaticString = #fileID,
    line: UInt = #line, of function: (Tensor<Double>) -> Tensor<Double>
  ) {
    self.init(point, tolerance, file: file, line: line, function)
  }

  private init<M: Model>(
    _ point: M, _ tolerance: Double?, file: StaticString, line: UInt,
    _ function: (M) -> Tensor<M.Number>
  ) {
    let slope = valueWithModelGradient(at: point, file: file, line: line, of: function).gradient
    self.init(
      Backprop.hessian(at: point, file: file, line: line, of: function),
      Double(slope.globalNorm), tolerance, file: file, line: line)
  }

  private init<S: Scalar>(
    _ hessian: Tensor<S>, _ gradientNorm: Double?, _ tolerance: Double?, file: StaticString,
    line: UInt
  ) {
    let decomposition = symmetricEigendecomposition(hessian, file: file, line: line)
    eigenvalues = decomposition.values
    directions = decomposition.vectors
    threshold = zeroThreshold(
      eigenvalues, of: S.self, tolerance: tolerance, file: file, line: line)
    kind = CriticalPoint(eigenvalues: eigenvalues, threshold: threshold)
    self.gradientNorm = gradientNorm
  }
}

extension CriticalPoint {
  /// The kind that eigenvalues show, of which those up to a threshold count as zero.
  init(eigenvalues: [Double], threshold: Double) {
    let negative = eigenvalues.filter { $0 < -threshold }.count
    let positive = eigenvalues.filter { $0 > threshold }.count
    if negative > 0 && positive > 0 {
      self = .saddle(index: negative)
    } else if negative + positive < eigenvalues.count || eigenvalues.isEmpty {
      self = .degenerate
    } else {
      self = negative == 0 ? .minimum : .maximum
    }
  }
}

/// Up to which magnitude eigenvalues count as zero.
func zeroThreshold<S: Scalar>(
  _ eigenvalues: [Double], of type: S.Type, tolerance: Double?, file: StaticString, line: UInt
) -> Double {
  let tolerance = tolerance ?? max(1e-10, 100 * Double(S.ulpOfOne))
  require(
    tolerance >= 0, "A tolerance is 0 or more, not \(tolerance).", file: file, line: line)
  return tolerance * eigenvalues.reduce(0) { max($0, $1.magnitude) }
}

#if !hasFeature(Embedded)
  extension CriticalPointReport: CustomStringConvertible {
    /// The report in a sentence or two, with the threshold if anything is flat.
    public var description: String {
      var text = "\(kind): falls along \(fallingCount), flat along \(flatCount) and rises along "
      text += "\(risingCount) of \(eigenvalues.count) directions"
      if flatCount > 0 {
        text += ", where eigenvalues up to ±\(shortened(threshold)) count as zero"
      }
      if let gradientNorm { text += "; the gradient's norm is \(shortened(gradientNorm))" }
      return text + "."
    }
  }
#endif
