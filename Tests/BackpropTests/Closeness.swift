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
}
