// Comparisons number by number. What they give is a mask: a tensor of ones, where the comparison holds,
// and zeros. Masks are multiplied for "and", and select numbers; no derivative goes through them. A
// comparison with NaN does not hold, as IEEE 754 has it.

extension Tensor {
  /// 1 where `a > b`, else 0. Traps unless the shapes broadcast.
  ///
  ///     Tensor([1, 2, 3]) > Tensor([3, 2, 1])   // [0.0, 0.0, 1.0]
  public static func > (a: Tensor, b: Tensor) -> Tensor { a.larger(than: b, orEqual: false, ">") }

  /// 1 where `a < b`, else 0. Traps unless the shapes broadcast.
  public static func < (a: Tensor, b: Tensor) -> Tensor { b.larger(than: a, orEqual: false, "<") }

  /// 1 where `a ≥ b`, else 0. Traps unless the shapes broadcast.
  public static func >= (a: Tensor, b: Tensor) -> Tensor { a.larger(than: b, orEqual: true, ">=") }

  /// 1 where `a ≤ b`, else 0. Traps unless the shapes broadcast.
  public static func <= (a: Tensor, b: Tensor) -> Tensor { b.larger(than: a, orEqual: true, "<=") }

  /// 1 where a number is above another one, else 0.
  ///
  ///     Tensor([-1, 0, 2]) > 0   // [0.0, 0.0, 1.0]
  public static func > (a: Tensor, b: S) -> Tensor { a > Tensor(b) }

  /// 1 where a number is below another one, else 0.
  public static func < (a: Tensor, b: S) -> Tensor { a < Tensor(b) }

  /// 1 where a number is at or above another one, else 0.
  public static func >= (a: Tensor, b: S) -> Tensor { a >= Tensor(b) }

  /// 1 where a number is at or below another one, else 0.
  public static func <= (a: Tensor, b: S) -> Tensor { a <= Tensor(b) }

  /// 1 where the numbers of two tensors are equal, else 0; `==` says whether all of them are.
  ///
  /// Traps unless the shapes broadcast.
  public func equals(
    _ other: Tensor, file: StaticString = #fileID, line: UInt = #line
  ) -> Tensor {
    require(
      broadcastShape(shape, other.shape) != nil,
      "equals of \(shape) and \(other.shape): these shapes do not broadcast.", file: file,
      line: line)
    return elementwise(.isEqual, self, other)
  }

  /// 1 where a number equals another one, else 0.
  public func equals(_ number: S) -> Tensor { elementwise(.isEqual, self, Tensor(number)) }

  /// 1 where a number is NaN, else 0.
  public var isNaN: Tensor { 1 - elementwise(.isEqual, self, self) }

  private func larger(than other: Tensor, orEqual: Bool, _ name: StaticString) -> Tensor {
    require(
      broadcastShape(shape, other.shape) != nil,
      "A comparison by \(name) of \(shape) and \(other.shape): these shapes do not broadcast.",
      file: #fileID, line: #line)
    // Of 1, ½ and 0 for larger, equal and neither.
    let order = elementwise(.isLarger, self, other)
    return elementwise(.step(below: 0), order - (orEqual ? 0.25 : 0.75))
  }
}
