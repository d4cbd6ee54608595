import Backprop

extension Tensor where S == Double {
  init(_ numbers: Oracle.Numbers) { self.init(shape: numbers.shape, scalars: numbers.scalars) }

  /// Whether another tensor has the same shape, and numbers that differ by no more than `tolerance`
  /// times the largest of either (or 1, if that is larger).
  func isClose(to other: Tensor, tolerance: Double = 1e-12) -> Bool {
    let scale = (scalars + other.scalars).reduce(1) { Swift.max($0, $1.magnitude) }
    return shape == other.shape
      && zip(scalars, other.scalars).allSatisfy { ($0 - $1).magnitude <= tolerance * scale }
  }

  /// Whether another tensor has the same shape, and each of its numbers differs from this one's by no
  /// more than `tolerance` times the larger of both.
  func isRelativelyClose(to other: Tensor, tolerance: Double = 1e-12) -> Bool {
    shape == other.shape
      && zip(scalars, other.scalars).allSatisfy { a, b in
        a == b || (a - b).magnitude <= tolerance * Swift.max(a.magnitude, b.magnitude)
      }
  }
}
