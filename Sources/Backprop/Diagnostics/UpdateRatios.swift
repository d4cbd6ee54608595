/// How far a parameter has moved, relative to its size.
///
/// In a training that goes well a step of plain gradient descent moves weights by about a thousandth
/// of their norm; much more, and they are thrown about; much less, and they hardly learn.
///
///     for ratio in optimizer.updateRatios(of: network, along: gradient) { print(ratio) }
///     // layers.0.weights: 0.001 (0.005 of 5)
///
/// Source: A. Karpathy, CS231n, "Neural networks part 3: learning and evaluation".
public struct UpdateRatio: Equatable, Sendable {
  /// The parameter's name.
  public let parameter: String
  /// `‖Δθ‖`, the Euclidean norm of how its numbers changed.
  public let updateNorm: Double
  /// `‖θ‖`, the norm of its numbers before.
  public let parameterNorm: Double

  /// `‖Δθ‖ / ‖θ‖`: infinite for a parameter that moved away from zero, 0 for one that did not move.
  public var ratio: Double { updateNorm == 0 ? 0 : updateNorm / parameterNorm }
}

extension Model {
  /// How far each parameter has moved from what it was, relative to its size then.
  ///
  /// Traps unless the earlier model has the same parameters.
  public func updateRatios(
    since earlier: Self, file: StaticString = #fileID, line: UInt = #line
  ) -> [UpdateRatio] {
    let (after, before) = (parameters, earlier.parameters)
    require(
      after.count == before.count,
      "A model of \(after.count) parameters has not become of one of \(before.count).",
      file: file, line: line)
    return zip(after, before).map { after, before in
      require(
        after.value.shape == before.value.shape,
        "The parameter \(after.name) has the shape \(after.value.shape), and had "
          + "\(before.value.shape).", file: file, line: line)
      return UpdateRatio(
        parameter: after.name, updateNorm: differences(after.value, before.value).globalNorm,
        parameterNorm: differences(before.value, nil).globalNorm)
    }
  }
}

extension Optimizer {
  /// How far a step would move each parameter of a model, relative to its size. Nothing is moved, and
  /// the optimizer stays as it is, if it is a structure.
  ///
  ///     for ratio in optimizer.updateRatios(of: network, along: gradient) { print(ratio) }
  ///
  /// Traps when the gradient, or the state from earlier steps, is that of another model.
  public func updateRatios<M: Model>(
    of model: M, along gradient: M, file: StaticString = #fileID, line: UInt = #line
  ) -> [UpdateRatio] where M.Number == Number {
    var optimizer = self
    var moved = model
    optimizer.update(&moved, along: gradient, file: file, line: line)
    return moved.updateRatios(since: model, file: file, line: line)
  }
}

#if !hasFeature(Embedded)
  extension UpdateRatio: CustomStringConvertible {
    /// The ratio in a line: `layers.0.weights: 0.0012 (0.0031 of 2.58)`.
    public var description: String {
      "\(parameter): \(shortened(ratio)) (\(shortened(updateNorm)) of \(shortened(parameterNorm)))"
    }
  }
#endif

/// The differences of two tensors of one shape as doubles, or the first's numbers.
@_specialize(where S == Double)
@_specialize(where S == Float)
private func differences<S: Scalar>(_ a: Tensor<S>, _ b: Tensor<S>?) -> Tensor<Double> {
  var result = Tensor<Double>(unchecked: a.shape, a.values.map { Double($0) })
  guard let b else { return result }
  for i in 0..<b.count { result.values[i] -= Double(b.values[i]) }
  return result
}
