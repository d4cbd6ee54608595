/// How the derivatives of backpropagation compare with differences of the function.
///
///     let report = checkGradients(at: network) { meanSquaredError($0(x), y) }
///     report.maximumRelativeError      // < 1e-7
///     report.worst?.parameter          // "layers.0.weights"
///     print(report)                    // a line for each parameter
public struct GradientReport<S: Scalar>: Equatable, Sendable {
  /// One number of one parameter.
  ///
  ///     if let entry = report.worst {
  ///       print(entry.parameter, entry.place, entry.analytic, entry.numeric)
  ///     }
  public struct Entry: Equatable, Sendable {
    /// The parameter's name.
    public let parameter: String
    /// The number's place in the parameter, in row-major order.
    public let index: Int
    /// The number's indices in the parameter's shape.
    public let place: [Int]
    /// The derivative by backpropagation.
    public let analytic: S
    /// The derivative by a central difference.
    public let numeric: S

    /// `|a − n| / max(|a|, |n|)`, or the plain difference where both are below `10⁻⁶`, since there
    /// the rounding of the difference is all that is compared. NaN if one of them is.
    public var relativeError: S {
      let scale = max(analytic.magnitude, numeric.magnitude)
      let difference = (analytic - numeric).magnitude
      return scale < 1e-6 ? difference : difference / scale
    }
  }

  /// All numbers of one parameter.
  ///
  ///     for parameter in report.parameters where parameter.maximumRelativeError > 1e-6 {
  ///       print(parameter)
  ///     }
  public struct Parameter: Equatable, Sendable {
    /// The parameter's name.
    public let name: String
    /// Its shape.
    public let shape: [Int]
    /// Its numbers in row-major order.
    public let entries: [Entry]

    /// The number with the largest relative error, or the first whose error is NaN; nil if it is
    /// empty.
    public var worst: Entry? { Backprop.worst(entries) }

    /// The largest relative error of its numbers; NaN if one is, 0 if there are none.
    public var maximumRelativeError: S { worst?.relativeError ?? 0 }

    /// The relative errors in the parameter's shape, to be drawn as a map.
    public var relativeErrors: Tensor<S> {
      Tensor(unchecked: shape, entries.map { $0.relativeError })
    }
  }

  /// The parameters in order.
  public let parameters: [Parameter]

  /// All numbers of all parameters, in order.
  public var entries: [Entry] { parameters.flatMap { $0.entries } }

  /// The number with the largest relative error of all, or the first whose error is NaN; nil if all
  /// are empty.
  public var worst: Entry? { Backprop.worst(entries) }

  /// The largest relative error of all; NaN if one is, 0 if all are empty.
  public var maximumRelativeError: S { worst?.relativeError ?? 0 }
}

private func worst<S: Scalar>(_ entries: [GradientReport<S>.Entry]) -> GradientReport<S>.Entry? {
  var worst: GradientReport<S>.Entry?
  for entry in entries {
    let error = entry.relativeError
    if error.isNaN { return entry }
    if worst.map({ error > $0.relativeError }) ?? true { worst = entry }
  }
  return worst
}

#if !hasFeature(Embedded)
  extension GradientReport: CustomStringConvertible {
    /// A line for each parameter: its name and shape, the largest error, and where it is.
    public var description: String {
      parameters.map { "\($0)" }.joined(separator: "\n")
    }
  }

  extension GradientReport.Parameter: CustomStringConvertible {
    /// `layers.0.weights [2, 3]: largest relative error 2e-10, at [1, 0]: 0.25 by backpropagation, 0.25
    /// by differences`.
    public var description: String {
      guard let worst else { return "\(name) \(shape): empty" }
      let error = shortened(Double(worst.relativeError))
      return "\(name) \(shape): largest relative error \(error), at "
        + "\(worst.place): \(worst.analytic) by backpropagation, \(worst.numeric) by differences"
    }
  }
#endif
