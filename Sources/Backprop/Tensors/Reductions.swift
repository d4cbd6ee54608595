extension Tensor {
  /// The sum of all numbers, as a scalar.
  ///
  /// They are added from the first to the last in blocks of 1,024, the sums of these in the same way, and what
  /// comes of that one after another: the same bits on every machine, and no digits lost beyond what is
  /// lost in a few thousand additions.
  public func sum() -> Tensor { apply(.sum, self) }

  /// The sums along an axis, which goes away unless it is kept with the length 1; a negative axis
  /// counts from the last.
  ///
  /// Traps where there is no such axis.
  public func sum(
    axis: Int, keepingAxes: Bool = false, file: StaticString = #fileID, line: UInt = #line
  ) -> Tensor {
    let axis = resolved(axis, file: file, line: line)
    return apply(.sumAlong(axis: axis), self).keeping(axis, if: keepingAxes)
  }

  /// The mean of all numbers, as a scalar; NaN if there are none.
  public func mean() -> Tensor { sum() / S(count) }

  /// The means along an axis, which goes away unless it is kept with the length 1; a negative axis
  /// counts from the last.
  ///
  /// Traps where there is no such axis.
  public func mean(
    axis: Int, keepingAxes: Bool = false, file: StaticString = #fileID, line: UInt = #line
  ) -> Tensor {
    let axis = resolved(axis, file: file, line: line)
    return sum(axis: axis, keepingAxes: keepingAxes) / S(shape[axis])
  }

  /// The largest number, as a scalar; numbers that are equally large share its derivative.
  ///
  /// Traps for an empty tensor.
  public func max(file: StaticString = #fileID, line: UInt = #line) -> Tensor {
    require(
      count > 0, "A tensor of shape \(shape) is empty: it has no largest number.", file: file,
      line: line)
    return apply(.largest, self)
  }

  /// The largest numbers along an axis, which goes away unless it is kept with the length 1; a negative axis
  /// counts from the last.
  ///
  /// Traps where there is no such axis or it is empty.
  public func max(
    axis: Int, keepingAxes: Bool = false, file: StaticString = #fileID, line: UInt = #line
  ) -> Tensor {
    let axis = resolved(axis, file: file, line: line)
    require(
      shape[axis] > 0, "Axis \(axis) of shape \(shape) is empty: it has no largest number.",
      file: file, line: line)
    return apply(.largestAlong(axis: axis), self).keeping(axis, if: keepingAxes)
  }

  /// The smallest number, as a scalar; numbers that are equally small share its derivative.
  ///
  /// Traps for an empty tensor.
  public func min(file: StaticString = #fileID, line: UInt = #line) -> Tensor {
    require(
      count > 0, "A tensor of shape \(shape) is empty: it has no smallest number.", file: file,
      line: line)
    return -apply(.largest, -self)
  }

  /// The smallest numbers along an axis, which goes away unless it is kept with the length 1; a negative axis
  /// counts from the last.
  ///
  /// Traps where there is no such axis or it is empty.
  public func min(
    axis: Int, keepingAxes: Bool = false, file: StaticString = #fileID, line: UInt = #line
  ) -> Tensor {
    let axis = resolved(axis, file: file, line: line)
    require(
      shape[axis] > 0, "Axis \(axis) of shape \(shape) is empty: it has no smallest number.",
      file: file, line: line)
    return -apply(.largestAlong(axis: axis), -self).keeping(axis, if: keepingAxes)
  }

  /// The place of the largest number in row-major order, the first if there are several; of the first NaN,
  /// if there is one, as ``max(file:line:)`` is NaN then.
  ///
  /// Traps for an empty tensor.
  public func argmax(file: StaticString = #fileID, line: UInt = #line) -> Int {
    require(
      count > 0, "A tensor of shape \(shape) is empty: it has no largest number.", file: file,
      line: line)
    return values.withUnsafeBufferPointer { placeOfLargest($0.baseAddress!, $0.count, 1) }
  }

  /// The place of the smallest number in row-major order, the first if there are several.
  ///
  /// Traps for an empty tensor.
  public func argmin(file: StaticString = #fileID, line: UInt = #line) -> Int {
    require(
      count > 0, "A tensor of shape \(shape) is empty: it has no smallest number.", file: file,
      line: line)
    return (-self).argmax(file: file, line: line)
  }

  /// The Euclidean norm `√Σx²` of all numbers, as a scalar. Its derivative is `x / ‖x‖`; where all numbers
  /// are zero it has none, and is NaN.
  public func norm() -> Tensor { sqrt(square(self).sum()) }

  /// The tensor with an axis of length 1 put back, if it is kept.
  private func keeping(_ axis: Int, if isKept: Bool) -> Tensor {
    isKept ? withUnitAxis(axis) : self
  }

  func resolved(_ axis: Int, file: StaticString, line: UInt) -> Int {
    let resolved = axis < 0 ? axis + rank : axis
    require(
      shape.indices.contains(resolved), "A tensor of shape \(shape) has no axis \(axis).",
      file: file, line: line)
    return resolved
  }
}
