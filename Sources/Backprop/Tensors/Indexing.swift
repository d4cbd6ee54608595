extension Tensor {
  /// What is at the given indices of the leading axes: `w[0, 1]` is a scalar of a matrix, `w[0]`
  /// its first row. It carries a derivative if the tensor does.
  ///
  /// Traps when there are more indices than axes, or one is out of bounds.
  public subscript(
    indices: Int..., file file: StaticString = #fileID, line line: UInt = #line
  ) -> Tensor {
    get { part(at: indices, file: file, line: line) }
    set { assign(newValue, toPlace: indices, file: file, line: line) }
  }

  private mutating func assign(
    _ value: Tensor, toPlace indices: [Int], file: StaticString, line: UInt
  ) {
    assign(
      value, to: indices.map { $0..<($0 + 1) }, areIndices: true, file: file,
      line: line)
  }

  private func part(at indices: [Int], file: StaticString, line: UInt) -> Tensor {
    let fits =
      indices.count <= rank && zip(indices, shape).allSatisfy { $0.0 >= 0 && $0.0 < $0.1 }
    require(
      fits, "A tensor of shape \(shape) has nothing at \(indices).", file: file, line: line)
    var start = 0
    for (index, length) in zip(indices, shape) { start = start * length + index }
    let rest = Array(shape[indices.count...])
    return apply(.block(start: start * elementCount(rest), shape: rest), self)
  }

  /// The part along the first axis, as `[n, …]` for a range of `n`.
  ///
  /// Traps for a scalar, or a range out of bounds.
  public subscript(
    range: Range<Int>, file file: StaticString = #fileID, line line: UInt = #line
  ) -> Tensor {
    get { slice(range, axis: 0, file: file, line: line) }
    set { assign(newValue, to: [range], file: file, line: line) }
  }

  /// The part along an axis; a negative axis counts from the last.
  ///
  /// Traps where there is no such axis, or for a range out of bounds.
  public func slice(
    _ range: Range<Int>, axis: Int, file: StaticString = #fileID, line: UInt = #line
  ) -> Tensor {
    let axis = resolved(axis, file: file, line: line)
    require(
      range.lowerBound >= 0 && range.upperBound <= shape[axis],
      "A tensor of shape \(shape) has no \(range) along axis \(axis).", file: file, line: line)
    return apply(
      .slice(axis: axis, lower: range.lowerBound, upper: range.upperBound), self)
  }
}
