/// Examples to learn from: inputs, and beside each its target.
///
///     let data = Dataset.moons(count: 200, noise: 0.1, using: &generator)
///     let parts = data.split(validation: 0.2, test: 0.2, using: &generator)
///     for batch in parts.training.batches(upTo: 32, using: &generator) {
///       …  // batch.inputs, batch.targets
///     }
///
/// A data set is a value of constants: a derivative does not reach through it.
public struct Dataset<S: Scalar>: Equatable, Sendable {
  /// The inputs, `[n, …]`: an example for each place along the first axis.
  public let inputs: Tensor<S>
  /// The targets, `[n, …]`: class numbers `[n]`, or whatever a model should give for each input.
  public let targets: Tensor<S>

  /// A data set of inputs `[n, …]` and targets `[n, …]`. Traps unless there are as many of both.
  public init(
    inputs: Tensor<S>, targets: Tensor<S>, file: StaticString = #fileID, line: UInt = #line
  ) {
    require(
      inputs.rank > 0 && targets.rank > 0 && inputs.shape[0] == targets.shape[0],
      "A data set takes inputs [n, …] and targets [n, …], not \(inputs.shape) and "
        + "\(targets.shape).", file: file, line: line)
    self.inputs = inputs.detached
    self.targets = targets.detached
  }

  /// A data set of inputs `[n, …]` and their classes, from 0 on. Traps unless there are as many of
  /// both.
  public init(
    inputs: Tensor<S>, labels: [Int], file: StaticString = #fileID, line: UInt = #line
  ) {
    self.init(inputs: inputs, targets: Tensor(labels.map { S($0) }), file: file, line: line)
  }

  /// The same examples with numbers of another type, each rounded to the nearest.
  public init<T: Scalar>(_ other: Dataset<T>) {
    self.init(inputs: Tensor(converting: other.inputs), targets: Tensor(converting: other.targets))
  }

  /// How many examples there are, `n`.
  public var count: Int { inputs.shape[0] }

  /// The targets as class numbers.
  ///
  /// Traps unless they have the shape `[n]` or `[n, 1]` and are whole numbers from 0 on.
  public var labels: [Int] {
    require(
      targets.count == count && targets.rank <= 2,
      "Targets of shape \(targets.shape) are no classes: one number an example would be.",
      file: #fileID, line: #line)
    return targets.values.map { target in
      guard let label = Int(exactly: target), label >= 0 else {
        fail(
          "The target \(Double(target)) is no class: classes are 0, 1, 2 and so on.",
          file: #fileID, line: #line)
      }
      return label
    }
  }

  /// The same examples, their classes as rows `[classes]` of zeros with a one at the class.
  ///
  /// Traps unless the targets are ``labels`` below `classes`.
  public func withOneHotTargets(
    classes: Int, file: StaticString = #fileID, line: UInt = #line
  ) -> Dataset {
    var rows = [S](repeating: 0, count: count * classes)
    for (row, label) in labels.enumerated() {
      require(
        label < classes, "The label \(label) is not one of \(classes) classes.",
        file: file, line: line)
      rows[row * classes + label] = 1
    }
    return Dataset(inputs: inputs, targets: Tensor(unchecked: [count, classes], rows))
  }

  /// The same examples, their targets `[n]` as a column `[n, 1]`, as a model of one output gives
  /// it.
  ///
  /// Traps unless there is one number for each example.
  public func withColumnTargets(
    file: StaticString = #fileID, line: UInt = #line
  ) -> Dataset {
    Dataset(inputs: inputs, targets: targets.reshaped([count, 1], file: file, line: line))
  }

  /// The same targets with inputs that a closure makes of these. Traps unless it gives as many.
  public func mapInputs(
    file: StaticString = #fileID, line: UInt = #line, _ transform: (Tensor<S>) -> Tensor<S>
  ) -> Dataset {
    Dataset(inputs: transform(inputs), targets: targets, file: file, line: line)
  }

  /// The same inputs with targets that a closure makes of these. Traps unless it gives as many.
  public func mapTargets(
    file: StaticString = #fileID, line: UInt = #line, _ transform: (Tensor<S>) -> Tensor<S>
  ) -> Dataset {
    Dataset(inputs: inputs, targets: transform(targets), file: file, line: line)
  }

  /// The examples at the given places, in that order. Traps if a place has none.
  @_specialize(where S == Double)
  @_specialize(where S == Float)
  public func selecting(
    _ places: [Int], file: StaticString = #fileID, line: UInt = #line
  ) -> Dataset {
    for place in places {
      require(
        place >= 0 && place < count, "A data set of \(count) examples has none at \(place).",
        file: file, line: line)
    }
    return Dataset(inputs: rows(places, of: inputs), targets: rows(places, of: targets))
  }

  /// The examples in a range. Traps where it is out of bounds.
  public subscript(
    range: Range<Int>, file file: StaticString = #fileID, line line: UInt = #line
  ) -> Dataset {
    require(
      range.lowerBound >= 0 && range.upperBound <= count,
      "A data set of \(count) examples has no \(range).", file: file, line: line)
    return Dataset(
      inputs: inputs[range, file: file, line: line],
      targets: targets[range, file: file, line: line])
  }

  /// The examples in a random order, each equally likely.
  public func shuffled(using generator: inout RandomNumbers) -> Dataset {
    selecting(generator.permutation(of: count))
  }

  /// The examples of this data set, then those of another. Traps unless both have the same shapes.
  public func appending(
    _ other: Dataset, file: StaticString = #fileID, line: UInt = #line
  ) -> Dataset {
    Dataset(
      inputs: concatenated([inputs, other.inputs], file: file, line: line),
      targets: concatenated([targets, other.targets], file: file, line: line))
  }
}

/// The parts at the given places along the first axis, one after another.
@_specialize(where S == Double)
@_specialize(where S == Float)
private func rows<S: Scalar>(_ places: [Int], of tensor: Tensor<S>) -> Tensor<S> {
  var shape = tensor.shape
  shape[0] = places.count
  let width = elementCount(Array(shape.dropFirst()))
  let values = [S](unsafeUninitializedCapacity: places.count * width) { result, count in
    tensor.values.withUnsafeBufferPointer { source in
      for (row, place) in places.enumerated() {
        for i in 0..<width {
          (result.baseAddress! + (row * width + i)).initialize(to: source[place * width + i])
        }
      }
    }
    count = places.count * width
  }
  return Tensor(unchecked: shape, values)
}
