/// What a layer gave in a pass, and which derivatives came back to it.
///
/// Where deviations shrink or grow from layer to layer, the layers' weights began too small or too
/// large; where results are saturated, or units dead, learning has come to a halt.
///
///     for layer in pass.layerStatistics() where !layer.deadUnits.isEmpty {
///       print(layer.name, "has", layer.deadUnits.count, "dead units of", layer.unitCount)
///     }
///
/// Source: X. Glorot and Y. Bengio, "Understanding the difficulty of training deep feedforward neural
/// networks", AISTATS (2010), sections 3 and 4.
public struct LayerStatistics: Equatable, Sendable {
  /// The layer's name, such as `layers.0`.
  public let name: String
  /// The shape of its result.
  public let shape: [Int]
  /// The numbers of its result.
  public let activation: TensorStatistics
  /// The derivative with respect to the result, if a gradient was taken.
  public let gradient: TensorStatistics?
  /// The part of the result's numbers that are close to an end of the layer's
  /// ``Layer/saturationRange``, where next to no derivative passes; nil for layers without one.
  public let saturatedShare: Double?
  /// The units whose result is zero for all examples: with ReLU no derivative passes them, so that
  /// these examples teach them nothing.
  ///
  /// A unit is a place along the second axis of images, `[n, channels, height, width]`, and of other
  /// results along the last one.
  public let deadUnits: [Int]
  /// How many units there are.
  public let unitCount: Int

  /// Looks at what a pass has recorded.
  ///
  /// - Parameter saturationMargin: How close to an end a number counts as saturated, as a part of
  ///   the distance of both. The default takes the hyperbolic tangent beyond `±0.97`, and the sigmoid
  ///   below 0.015 and above 0.985.
  ///
  /// Traps for a margin that is not in `0...0.5`.
  public init<S: Scalar>(
    of recorded: RecordedActivation<S>, saturationMargin: Double = 0.015,
    file: StaticString = #fileID, line: UInt = #line
  ) {
    require(
      saturationMargin >= 0 && saturationMargin <= 0.5,
      "A margin is in 0...0.5 of a range, not \(saturationMargin).", file: file, line: line)
    name = recorded.name
    shape = recorded.value.shape
    activation = recorded.value.statistics
    gradient = recorded.gradient?.statistics
    saturatedShare = recorded.saturationRange.map { range in
      let margin = saturationMargin * (range.upperBound - range.lowerBound)
      let inner = (range.lowerBound + margin)...(range.upperBound - margin)
      return shareOutside(recorded.value, inner)
    }
    let alive = aliveUnits(recorded.value)
    unitCount = alive.count
    deadUnits = alive.indices.filter { !alive[$0] }
  }
}

extension Pass {
  /// What the layers gave, in the order in which they were computed, and which derivatives came back
  /// to them.
  ///
  ///     var pass = Pass<Double>(.training, recordsActivations: true)
  ///     let (loss, gradient) = valueWithGradient(at: &network, in: &pass) { … }
  ///     for layer in pass.layerStatistics() { print(layer) }
  ///
  /// - Parameter saturationMargin: How close to an end of its layer's range a number counts as
  ///   saturated, as a part of the range.
  ///
  /// Traps unless the pass records activations, and for a margin that is not in `0...0.5`.
  public func layerStatistics(
    saturationMargin: Double = 0.015, file: StaticString = #fileID, line: UInt = #line
  ) -> [LayerStatistics] {
    require(
      recordsActivations,
      "This pass has nothing to look at: make it with recordsActivations: true.", file: file,
      line: line)
    return activations.map {
      LayerStatistics(of: $0, saturationMargin: saturationMargin, file: file, line: line)
    }
  }
}

#if !hasFeature(Embedded)
  extension LayerStatistics: CustomStringConvertible {
    /// The layer's statistics as a sentence.
    public var description: String {
      var text = "\(name) \(shape): \(activation)"
      if !deadUnits.isEmpty { text += ", \(deadUnits.count) of \(unitCount) units dead" }
      if let saturatedShare { text += ", \(percentage(saturatedShare)) saturated" }
      if let gradient { text += "; gradient: \(gradient)" }
      return text
    }
  }
#endif

/// The part of a tensor's numbers that lie outside of a range; 0 if there are none.
@_specialize(where S == Double)
@_specialize(where S == Float)
private func shareOutside<S: Scalar>(_ x: Tensor<S>, _ range: ClosedRange<Double>) -> Double {
  var outside = 0
  for value in x.values {
    let number = Double(value)
    if number < range.lowerBound || number > range.upperBound { outside += 1 }
  }
  return x.count == 0 ? 0 : Double(outside) / Double(x.count)
}

/// For each unit whether it gave anything but zero; all are alive where there are no examples.
@_specialize(where S == Double)
@_specialize(where S == Float)
private func aliveUnits<S: Scalar>(_ x: Tensor<S>) -> [Bool] {
  let axis = x.rank == 4 ? 1 : x.rank - 1
  let units = axis < 0 ? 1 : x.shape[axis]
  if x.count == 0 { return [Bool](repeating: true, count: units) }
  let inner = elementCount(Array(x.shape[(axis + 1)...]))
  var alive = [Bool](repeating: false, count: units)
  for (place, value) in x.values.enumerated() where value != 0 {
    alive[place / inner % units] = true
  }
  return alive
}
