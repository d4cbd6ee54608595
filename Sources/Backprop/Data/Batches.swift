/// A data set divided into batches, each a data set of its own that is put together when asked for.
///
///     for epoch in 0..<20 {
///       for batch in data.batches(upTo: 32, using: &generator) {
///         …  // batch.inputs, batch.targets
///       }
///     }
public struct Batches<S: Scalar>: RandomAccessCollection, Sendable {
  /// The examples, in the order that they had.
  public let dataset: Dataset<S>
  /// How many examples a batch holds; the last may be smaller.
  public let size: Int
  /// The examples' order; nil for the data set's own.
  let order: [Int]?
  /// The number of batches.
  public let count: Int

  init(
    _ dataset: Dataset<S>, size: Int, onlyFull: Bool, order: [Int]?, file: StaticString, line: UInt
  ) {
    require(
      size > 0, "A batch holds one example or more, not \(size).", file: file, line: line)
    self.dataset = dataset
    self.size = size
    self.order = order
    count = dataset.count / size + (!onlyFull && dataset.count % size > 0 ? 1 : 0)
  }

  /// The first batch's number, 0.
  public var startIndex: Int { 0 }
  /// One more than the last batch's number.
  public var endIndex: Int { count }

  /// A batch by its number. Traps where there is none.
  public subscript(index: Int) -> Dataset<S> {
    require(
      index >= 0 && index < count, "There are \(count) batches, and none has the number \(index).",
      file: #fileID, line: #line)
    let range = index * size..<Swift.min((index + 1) * size, dataset.count)
    guard let order else { return dataset[range] }
    return dataset.selecting(Array(order[range]))
  }
}

extension Dataset {
  /// Batches in the order of the examples; the last is smaller if the division leaves a rest.
  ///
  /// Traps unless the size is positive.
  public func batches(
    upTo size: Int, file: StaticString = #fileID, line: UInt = #line
  ) -> Batches<S> {
    Batches(self, size: size, onlyFull: false, order: nil, file: file, line: line)
  }

  /// Batches of the examples in a random order; the last is smaller if the division leaves a rest.
  ///
  /// Traps unless the size is positive.
  public func batches(
    upTo size: Int, using generator: inout RandomNumbers, file: StaticString = #fileID,
    line: UInt = #line
  ) -> Batches<S> {
    Batches(
      self, size: size, onlyFull: false, order: generator.permutation(of: count),
      file: file, line: line)
  }

  /// Batches in the order of the examples, all of one size; the rest of the division is dropped.
  ///
  /// Traps unless the size is positive.
  public func fullBatches(
    of size: Int, file: StaticString = #fileID, line: UInt = #line
  ) -> Batches<S> {
    Batches(self, size: size, onlyFull: true, order: nil, file: file, line: line)
  }

  /// Batches of the examples in a random order, all of one size; the rest of the division is
  /// dropped, other examples each time.
  ///
  /// Traps unless the size is positive.
  public func fullBatches(
    of size: Int, using generator: inout RandomNumbers, file: StaticString = #fileID,
    line: UInt = #line
  ) -> Batches<S> {
    Batches(
      self, size: size, onlyFull: true, order: generator.permutation(of: count),
      file: file, line: line)
  }
}
