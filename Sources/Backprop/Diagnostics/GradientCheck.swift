/// Compares the gradient of a function with central differences
/// `(f(x + h) − f(x − h)) / 2h`, number by number.
///
///     checkGradients(at: network) { meanSquaredError($0(x), y) }.maximumRelativeError   // < 1e-7
///
/// For `n` numbers it runs the function `2n` times more. At a kink, such as ReLU's at zero, the
/// difference is that of both sides, and the error says nothing. Traps unless the function's value is
/// one number.
///
/// - Parameter step: `h`, relative to the number where that is larger than 1. The default,
///   the cube root of the precision, balances the rounding of `f` against the curvature.
///
/// Source: W. Press et al., Numerical Recipes, section 5.7.
@_disfavoredOverload
public func checkGradients<M: Model>(
  at point: M, step: M.Number? = nil, file: StaticString = #fileID, line: UInt = #line,
  of function: (M) -> Tensor<M.Number>
) -> GradientReport<M.Number> {
  checkModelGradients(at: point, step: step, file: file, line: line, of: function)
}

/// Compares the gradient of a function in a pass with central differences.
///
///     let report = checkGradients(at: network, in: Pass(.training)) { network, pass in
///       crossEntropy(logits: network(x, in: &pass), labels: y)
///     }
///
/// Each time the function gets a copy of the pass as it is, so that dropout leaves out the same
/// numbers; states stay as they are. See ``checkGradients(at:step:file:line:of:)`` for the step and the
/// cost. Traps unless the function's value is one number.
public func checkGradients<M: Model>(
  at point: M, in pass: Pass<M.Number>, step: M.Number? = nil, file: StaticString = #fileID,
  line: UInt = #line, of function: (M, inout Pass<M.Number>) -> Tensor<M.Number>
) -> GradientReport<M.Number> {
  var (model, recording) = (point, pass)
  let gradient = valueWithGradient(
    at: &model, in: &recording, file: file, line: line, of: function
  ).gradient
  return report(at: point, gradient, step: step) { point in
    var pass = pass
    pass.place = (file, line)
    return function(point, &pass)
  }
}

private func checkModelGradients<M: Model>(
  at point: M, step: M.Number?, file: StaticString, line: UInt,
  of function: (M) -> Tensor<M.Number>
) -> GradientReport<M.Number> {
  let gradient = valueWithModelGradient(at: point, file: file, line: line, of: function).gradient
  return report(at: point, gradient, step: step, function)
}

private func report<M: Model>(
  at point: M, _ gradient: M, step: M.Number?, _ function: (M) -> Tensor<M.Number>
) -> GradientReport<M.Number> {
  let step = step ?? M.Number.pow(M.Number.ulpOfOne, 1 / 3)
  let slopes = gradient.parameterValues
  var parameters: [GradientReport<M.Number>.Parameter] = []
  for (number, (name, value)) in point.parameters.enumerated() {
    var entries: [GradientReport<M.Number>.Entry] = []
    for index in 0..<value.count {
      let h = step * max(1, value.values[index].magnitude)
      func moved(by h: M.Number) -> (number: M.Number, value: M.Number) {
        var (model, next) = (point, 0)
        model.updateParameters { _, parameter in
          if next == number {
            parameter = parameter.detached
            parameter.values[index] += h
          }
          next += 1
        }
        return (value.values[index] + h, function(model).item)
      }
      let above = moved(by: h)
      let below = moved(by: -h)
      entries.append(
        GradientReport.Entry(
          parameter: name, index: index, place: indices(ofPlace: index, in: value.shape),
          analytic: slopes[number].values[index],
          numeric: (above.value - below.value) / (above.number - below.number)))
    }
    parameters.append(GradientReport.Parameter(name: name, shape: value.shape, entries: entries))
  }
  return GradientReport(parameters: parameters)
}

/// Compares the gradient of a function of a tensor with central differences.
///
/// Traps unless the function's value is one number.
public func checkGradients(
  at point: Tensor<Double>, step: Double? = nil, file: StaticString = #fileID, line: UInt = #line,
  of function: (Tensor<Double>) -> Tensor<Double>
) -> GradientReport<Double> {
  checkModelGradients(at: point, step: step, file: file, line: line, of: function)
}

/// Compares the gradient of a function of a tensor with central differences.
///
/// Traps unless the function's value is one number.
public func checkGradients(
  at point: Tensor<Float>, step: Float? = nil, file: StaticString = #fileID, line: UInt = #line,
  of function: (Tensor<Float>) -> Tensor<Float>
) -> GradientReport<Float> {
  checkModelGradients(at: point, step: step, file: file, line: line, of: function)
}
