/// How the derivatives of backpropagation compare with differences of the function.
public struct GradientReport<S: Scalar> {
  /// One number of one parameter.
  public struct Entry {
    /// The parameter's name.
    public let parameter: String
    /// The number's place in the parameter, in row-major order.
    public let index: Int
    /// The derivative by backpropagation.
    public let analytic: S
    /// The derivative by a central difference.
    public let numeric: S

    /// `|a − n| / max(|a|, |n|)`, or the plain difference where both are below `10⁻⁶`, since there
    /// the rounding of the difference is all that is compared.
    public var relativeError: S {
      let scale = max(analytic.magnitude, numeric.magnitude)
      let difference = (analytic - numeric).magnitude
      return scale < 1e-6 ? difference : difference / scale
    }
  }

  /// All numbers of all parameters, in order.
  public let entries: [Entry]

  /// The largest relative error of all; NaN if one is.
  public var maximumRelativeError: S { worst(entries) }

  /// The parameters in order, each with the largest relative error of its numbers.
  public var parameters: [(name: String, maximumRelativeError: S)] {
    var names: [String] = []
    for entry in entries where names.last != entry.parameter { names.append(entry.parameter) }
    return names.map { name in (name, worst(entries.filter { $0.parameter == name })) }
  }

  private func worst(_ entries: [Entry]) -> S {
    var worst: S = 0
    for entry in entries {
      let error = entry.relativeError
      if error > worst || error.isNaN { worst = error }
    }
    return worst
  }
}

#if !hasFeature(Embedded)
  extension GradientReport: CustomStringConvertible {
    /// A line for each parameter: its name, how many numbers it has, and the largest error.
    public var description: String {
      parameters.map { name, error in
        let count = entries.filter { $0.parameter == name }.count
        return "\(name): \(count) derivatives, largest relative error \(error)"
      }.joined(separator: "\n")
    }
  }
#endif

/// Compares the gradient of a function with central differences
/// `(f(x + h) − f(x − h)) / 2h`, number by number.
///
///     checkGradients(at: network) { meanSquaredError($0(x), y) }.maximumRelativeError   // < 1e-7
///
/// For `n` numbers it runs the function `2n` times more.
///
/// - Parameter step: `h`, relative to the number where that is larger than 1. The default,
///   the cube root of the precision, balances the rounding of `f` against the curvature.
@_disfavoredOverload
public func checkGradients<M: Model>(
  at point: M, step: M.Number? = nil, file: StaticString = #fileID, line: UInt = #line,
  of function: (M) -> Tensor<M.Number>
) -> GradientReport<M.Number> {
  checkModelGradients(at: point, step: step, file: file, line: line, of: function)
}

private func checkModelGradients<M: Model>(
  at point: M, step: M.Number?, file: StaticString, line: UInt,
  of function: (M) -> Tensor<M.Number>
) -> GradientReport<M.Number> {
  let gradient = valueWithModelGradient(at: point, file: file, line: line, of: function).gradient
  let analytic = gradient.flattenedParameters.scalars
  let start = point.flattenedParameters.detached
  let step = step ?? M.Number.pow(M.Number.ulpOfOne, 1 / 3)

  var entries: [GradientReport<M.Number>.Entry] = []
  for (name, value) in point.parameters {
    for index in 0..<value.count {
      let place = entries.count
      let h = step * max(1, start.values[place].magnitude)
      func moved(by h: M.Number) -> (point: M.Number, value: M.Number) {
        var vector = start
        vector.values[place] += h
        return (vector.values[place], function(point.withFlattenedParameters(vector)).item)
      }
      let above = moved(by: h)
      let below = moved(by: -h)
      entries.append(
        GradientReport.Entry(
          parameter: name, index: index, analytic: analytic[place],
          numeric: (above.value - below.value) / (above.point - below.point)))
    }
  }
  return GradientReport(entries: entries)
}

/// Compares the gradient of a function of a tensor with central differences.
public func checkGradients(
  at point: Tensor<Double>, step: Double? = nil, file: StaticString = #fileID, line: UInt = #line,
  of function: (Tensor<Double>) -> Tensor<Double>
) -> GradientReport<Double> {
  checkModelGradients(at: point, step: step, file: file, line: line, of: function)
}

/// Compares the gradient of a function of a tensor with central differences.
public func checkGradients(
  at point: Tensor<Float>, step: Float? = nil, file: StaticString = #fileID, line: UInt = #line,
  of function: (Tensor<Float>) -> Tensor<Float>
) -> GradientReport<Float> {
  checkModelGradients(at: point, step: step, file: file, line: line, of: function)
}
