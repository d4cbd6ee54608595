extension Tensor {
  /// The axes in another order: axis `i` of the result is axis `axes[i]` of this tensor.
  ///
  /// `[2, 0, 1]` makes `[4, 2, 3]` of `[2, 3, 4]`. Traps unless each axis is named once.
  public func permuted(
    _ axes: [Int], file: StaticString = #fileID, line: UInt = #line
  ) -> Tensor {
    var isNamed = [Bool](repeating: false, count: rank)
    for axis in axes where isNamed.indices.contains(axis) { isNamed[axis] = true }
    require(
      axes.count == rank && !isNamed.contains(false),
      "The axes of shape \(shape) cannot be put in the order \(axes): each must be named once.",
      file: file, line: line)
    return apply(.permute(axes: axes), self)
  }
}
