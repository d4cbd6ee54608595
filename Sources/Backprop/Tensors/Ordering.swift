// Places of numbers by their size. They are read from the numbers, so that a step of training with them is
// not replayed; what is sorted is gathered, and has a derivative. NaN counts as larger than all numbers, as
// in PyTorch and NumPy.

extension Tensor {
  /// The places of the largest numbers along an axis, which goes away unless it is kept with the
  /// length 1: whole numbers, the first if there are several. A negative axis counts from the last.
  ///
  ///     Tensor([[1, 5], [7, 2]]).argmax(axis: 1)   // [1.0, 0.0]
  ///
  /// Traps where there is no such axis or it is empty.
  public func argmax(
    axis: Int, keepingAxes: Bool = false, file: StaticString = #fileID, line: UInt = #line
  ) -> Tensor {
    firstPlaces(axis, keepingAxes, "largest", file: file, line: line) { isBelow($1, $0) }
  }

  /// The places of the smallest numbers along an axis; see ``argmax(axis:keepingAxes:file:line:)``. NaN comes first.
  ///
  /// Traps where there is no such axis or it is empty.
  public func argmin(
    axis: Int, keepingAxes: Bool = false, file: StaticString = #fileID, line: UInt = #line
  ) -> Tensor {
    firstPlaces(axis, keepingAxes, "smallest", file: file, line: line) { a, b in
      a.isNaN ? !b.isNaN : a < b
    }
  }

  /// The numbers in order along an axis, and the place along it from which each came. Equal ones stay in
  /// their order.
  ///
  ///     Tensor([3, 1, 2]).sorted().values   // [1.0, 2.0, 3.0]
  ///
  /// The derivative of each number goes back to its place. Traps where there is no such axis.
  public func sorted(
    axis: Int = -1, descending: Bool = false, file: StaticString = #fileID, line: UInt = #line
  ) -> (values: Tensor, places: Tensor) {
    let axis = resolved(axis, file: file, line: line)
    return ordered(axis, count: shape[axis], descending, file: file, line: line)
  }

  /// The `count` largest numbers along an axis, the largest first, and the place along it from which each
  /// came; of equal ones those that come first.
  ///
  /// Traps where there is no such axis, or fewer numbers along it.
  public func topK(
    _ count: Int, axis: Int = -1, file: StaticString = #fileID, line: UInt = #line
  ) -> (values: Tensor, places: Tensor) {
    let axis = resolved(axis, file: file, line: line)
    require(
      count >= 0 && count <= shape[axis],
      "A tensor of shape \(shape) has no \(count) largest numbers along axis \(axis).",
      file: file, line: line)
    return ordered(axis, count: count, true, file: file, line: line)
  }

  private func ordered(
    _ axis: Int, count: Int, _ descending: Bool, file: StaticString, line: UInt
  ) -> (values: Tensor, places: Tensor) {
    require(
      self.count <= 2 << S.significandBitCount,
      "A tensor of shape \(shape) has more numbers than its type can count: it is not sorted.",
      file: file, line: line)
    noteReading()
    let (outer, length, inner) = extents(shape, around: axis)
    var result = shape
    result[axis] = count
    var places = [Int](repeating: 0, count: elementCount(result))
    var indices = places
    for o in 0..<outer {
      for i in 0..<inner {
        let start = o * length * inner + i
        let order = (0..<length).sorted { a, b in
          let (x, y) = (values[start + a * inner], values[start + b * inner])
          if descending ? isBelow(y, x) : isBelow(x, y) { return true }
          return (descending ? isBelow(x, y) : isBelow(y, x)) ? false : a < b
        }
        for k in 0..<count {
          places[(o * count + k) * inner + i] = order[k]
          indices[(o * count + k) * inner + i] = start + order[k] * inner
        }
      }
    }
    let sorted = apply(.gather, flattened, Tensor(unchecked: result, indices.map { S($0) }))
    return (sorted, Tensor(unchecked: result, places.map { S($0) }))
  }

  /// The first place along an axis at which a number comes before all others.
  private func firstPlaces(
    _ axis: Int, _ keepingAxes: Bool, _ name: StaticString, file: StaticString, line: UInt,
    _ comesBefore: (S, S) -> Bool
  ) -> Tensor {
    let axis = resolved(axis, file: file, line: line)
    require(
      shape[axis] > 0, "Axis \(axis) of shape \(shape) is empty: it has no \(name) number.",
      file: file, line: line)
    noteReading()
    let (outer, length, inner) = extents(shape, around: axis)
    var result = shape
    result.replaceSubrange(axis...axis, with: keepingAxes ? [1] : [])
    var places = [S](repeating: 0, count: outer * inner)
    for o in 0..<outer {
      for i in 0..<inner {
        let start = o * length * inner + i
        var best = 0
        for k in 1..<Swift.max(length, 1)
        where comesBefore(values[start + k * inner], values[start + best * inner]) { best = k }
        places[o * inner + i] = S(best)
      }
    }
    return Tensor(unchecked: result, places)
  }
}

/// Whether a number is below another one, NaN above all.
private func isBelow<S: Scalar>(_ a: S, _ b: S) -> Bool { a < b || (b.isNaN && !a.isNaN) }
