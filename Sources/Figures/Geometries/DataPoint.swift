/// A point in data coordinates.
struct DataPoint: Equatable, Sendable {
  var x: Double
  var y: Double

  var isFinite: Bool { x.isFinite && y.isFinite }
}

extension DataPoint {
  /// A point of a mark that stands upright, or lies: its place across the mark, and how far along.
  init(across: Double, along: Double, isHorizontal: Bool) {
    self.init(x: isHorizontal ? along : across, y: isHorizontal ? across : along)
  }

  /// The point with its coordinates exchanged, or as it is.
  func turned(_ isTurned: Bool) -> DataPoint { isTurned ? DataPoint(x: y, y: x) : self }
}
