/// Shifts and scales each column so that its smallest number becomes `a` and its largest `b`:
/// `z = a + (x − min) (b − a) / (max − min)`, by default from 0 to 1.
///
/// Fit it on training data alone. Other data may then lie outside the range, and is left there. For
/// what a column is, see ``Standardizer``. A column whose numbers are all equal is taken to be 1
/// wide, so that it becomes `a`. NaN, which stands for a missing value, is left out, and stays NaN; a
/// column of nothing else has a minimum of 0 and a maximum of 1.
///
///     let scaler = MinMaxScaler(fitting: Tensor([[0, 10], [4, 30]]))
///     scaler.transform(Tensor([[1, 20]]))      // [[0.25, 0.5]]
///     scaler.inverse(Tensor([[0.25, 0.5]]))    // [[1.0, 20.0]]
public struct MinMaxScaler<S: Scalar>: Equatable, Sendable {
  /// The smallest number of each column, of the shape of one example.
  public let minimum: Tensor<S>
  /// The largest number of each column, of the shape of one example.
  public let maximum: Tensor<S>
  /// What the numbers are scaled to.
  public let range: ClosedRange<S>

  /// A scaler with the smallest and largest numbers of data `[n, …]`.
  ///
  /// Traps for a scalar, or a range of one number.
  @_specialize(where S == Double)
  @_specialize(where S == Float)
  public init(
    fitting x: Tensor<S>, to range: ClosedRange<S> = 0...1, file: StaticString = #fileID,
    line: UInt = #line
  ) {
    requireExamples(x, file: file, line: line)
    require(
      range.lowerBound < range.upperBound, "Numbers can't be scaled to a range of one number.",
      file: file, line: line)
    let columns = Columns(x)
    var (smallest, largest) = (columns.filled(0), columns.filled(1))
    for column in 0..<columns.count {
      let numbers = columns.numbers(in: column)
      guard let first = numbers.first else { continue }
      smallest[column] = numbers.reduce(first) { $1 < $0 ? $1 : $0 }
      largest[column] = numbers.reduce(first) { $1 > $0 ? $1 : $0 }
    }
    minimum = Tensor(unchecked: columns.shape, smallest)
    maximum = Tensor(unchecked: columns.shape, largest)
    self.range = range
  }

  /// The data `[n, …]`, or one example, scaled. Traps for examples of another shape.
  public func transform(
    _ x: Tensor<S>, file: StaticString = #fileID, line: UInt = #line
  ) -> Tensor<S> {
    requireFit(x, minimum.shape, file: file, line: line)
    let half = halves
    let part = half.map { (x * $0 - minimum * $0) / width } ?? (x - minimum) / width
    let length = range.upperBound - range.lowerBound
    if length.isFinite { return part * length + range.lowerBound }
    return part * range.upperBound + (1 - part) * range.lowerBound
  }

  /// The data that would be transformed to `z`. Traps for examples of another shape.
  public func inverse(
    _ z: Tensor<S>, file: StaticString = #fileID, line: UInt = #line
  ) -> Tensor<S> {
    requireFit(z, minimum.shape, file: file, line: line)
    let length = range.upperBound - range.lowerBound
    let part =
      length.isFinite
      ? (z - range.lowerBound) / length
      : (z / 2 - range.lowerBound / 2) / (range.upperBound / 2 - range.lowerBound / 2)
    return halves.map { (part * width + minimum * $0) / $0 } ?? part * width + minimum
  }

  /// ½ for each column that is wider than the largest number, and else 1; nil if none is. The width of such a
  /// column is that of its halves.
  private var halves: Tensor<S>? {
    let isWide = zip(minimum.values, maximum.values).map { !($1 - $0).isFinite }
    guard isWide.contains(true) else { return nil }
    return Tensor(unchecked: minimum.shape, isWide.map { $0 ? 0.5 : 1 })
  }

  private var width: Tensor<S> {
    let widths = zip(minimum.values, maximum.values).map { smallest, largest -> S in
      if smallest == largest { return 1 }
      let width = largest - smallest
      return width.isFinite ? width : largest / 2 - smallest / 2
    }
    return Tensor(unchecked: minimum.shape, widths)
  }
}
