/// A range of the places along an axis, as subscripts of tensors take it: of any of the standard library's
/// kinds. One place is a range too, `1...1`; an index as in `x[1]` takes the axis away.
public protocol AxisSelection {
  /// The places of an axis of a length, whether they are there or not.
  func places(ofLength length: Int) -> Range<Int>
}

extension Range: AxisSelection where Bound == Int {
  /// The range itself.
  public func places(ofLength length: Int) -> Range<Int> { self }
}

extension ClosedRange: AxisSelection where Bound == Int {
  /// The range with its last place.
  public func places(ofLength length: Int) -> Range<Int> { lowerBound..<(upperBound + 1) }
}

extension PartialRangeFrom: AxisSelection where Bound == Int {
  /// From a place to the last.
  public func places(ofLength length: Int) -> Range<Int> {
    lowerBound..<Swift.max(lowerBound, length)
  }
}

extension PartialRangeUpTo: AxisSelection where Bound == Int {
  /// From the first place up to one that is left out.
  public func places(ofLength length: Int) -> Range<Int> {
    Swift.min(0, upperBound)..<upperBound
  }
}

extension PartialRangeThrough: AxisSelection where Bound == Int {
  /// From the first place to one that is counted.
  public func places(ofLength length: Int) -> Range<Int> {
    Swift.min(0, upperBound + 1)..<(upperBound + 1)
  }
}

extension Tensor {
  /// The part along the first axis: `x[2...]`, `x[..<3]`.
  ///
  /// A part can be assigned to, number by number or with what broadcasts to its shape; what was there gets
  /// no derivative, and what is put there its own. Traps for places that are not there.
  public subscript<A: AxisSelection>(
    a: A, file file: StaticString = #fileID, line line: UInt = #line
  ) -> Tensor {
    get { part([a.places], file: file, line: line) }
    set { assign(newValue, [a.places], file: file, line: line) }
  }

  /// The part along the first two axes: `x[0..<2, 1...]`.
  ///
  /// It can be assigned to. Traps for places or axes that are not there.
  public subscript<A: AxisSelection, B: AxisSelection>(
    a: A, b: B, file file: StaticString = #fileID, line line: UInt = #line
  ) -> Tensor {
    get { part([a.places, b.places], file: file, line: line) }
    set { assign(newValue, [a.places, b.places], file: file, line: line) }
  }

  /// The part along the first three axes.
  ///
  /// It can be assigned to. Traps for places or axes that are not there.
  public subscript<A: AxisSelection, B: AxisSelection, C: AxisSelection>(
    a: A, b: B, c: C, file file: StaticString = #fileID, line line: UInt = #line
  ) -> Tensor {
    get { part([a.places, b.places, c.places], file: file, line: line) }
    set { assign(newValue, [a.places, b.places, c.places], file: file, line: line) }
  }

  /// The part along the first four axes.
  ///
  /// It can be assigned to. Traps for places or axes that are not there.
  public subscript<A: AxisSelection, B: AxisSelection, C: AxisSelection, D: AxisSelection>(
    a: A, b: B, c: C, d: D, file file: StaticString = #fileID, line line: UInt = #line
  ) -> Tensor {
    get { part([a.places, b.places, c.places, d.places], file: file, line: line) }
    set {
      let parts = [a.places, b.places, c.places, d.places]
      assign(newValue, parts, file: file, line: line)
    }
  }

  private func part(
    _ parts: [(Int) -> Range<Int>], file: StaticString, line: UInt
  ) -> Tensor {
    let ranges = ranges(parts, file: file, line: line)
    var result = self
    for (axis, range) in ranges.enumerated() where range != 0..<shape[axis] {
      result = apply(
        .slice(axis: axis, lower: range.lowerBound, upper: range.upperBound), result)
    }
    return result
  }

  private mutating func assign(
    _ value: Tensor, _ parts: [(Int) -> Range<Int>], file: StaticString, line: UInt
  ) {
    assign(value, to: ranges(parts, file: file, line: line), file: file, line: line)
  }

  private func ranges(_ parts: [(Int) -> Range<Int>], file: StaticString, line: UInt) -> [Range<
    Int
  >] {
    require(
      parts.count <= rank, "A tensor of shape \(shape) has no \(parts.count) axes.", file: file,
      line: line)
    let ranges = zip(parts, shape).map { $0($1) }
    let areThere = zip(ranges, shape).allSatisfy { $0.lowerBound >= 0 && $0.upperBound <= $1 }
    require(
      areThere, "A tensor of shape \(shape) has nothing at \(listed(ranges)).", file: file,
      line: line)
    return ranges
  }

  /// Puts numbers where ranges of the leading axes are. Those that were single places are no axes of the
  /// numbers.
  mutating func assign(
    _ value: Tensor, to ranges: [Range<Int>], areIndices: Bool = false, file: StaticString,
    line: UInt
  ) {
    let fits =
      ranges.count <= rank
      && zip(ranges, shape).allSatisfy { $0.lowerBound >= 0 && $0.upperBound <= $1 }
    require(
      fits, "A tensor of shape \(shape) has nothing at \(listed(ranges)).", file: file, line: line)
    var part = shape
    for (axis, range) in ranges.enumerated() { part[axis] = range.count }
    let shown = areIndices ? Array(part[ranges.count...]) : part
    require(
      broadcastShape(value.shape, shown) == shown,
      "Numbers of shape \(value.shape) cannot be put in a part of shape \(shown).", file: file,
      line: line)
    var (numbers, mask) = (
      value.broadcast(to: shown).reshaped(part), Tensor(repeating: 1, shape: part)
    )
    for (axis, range) in ranges.enumerated() {
      let padding = UnaryOperation.padding(
        axis: axis, lower: range.lowerBound, length: shape[axis])
      (numbers, mask) = (apply(padding, numbers), apply(padding, mask))
    }
    self = select(numbers, where: mask, else: self)
  }
}

/// Ranges as they would be written: `[0..<2, 1..<3]`.
private func listed(_ ranges: [Range<Int>]) -> String {
  var text = "["
  for range in ranges {
    if text.utf8.count > 1 { text += ", " }
    text += "\(range)"
  }
  return text + "]"
}
