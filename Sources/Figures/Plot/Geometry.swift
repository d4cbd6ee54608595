extension Plot {
  /// The shapes that the plot knows how to draw, in data coordinates.
  enum Geometry: Sendable {
    /// Points joined by lines; a point without finite coordinates is a gap.
    case polyline([DataPoint])
    /// A symbol at each point.
    case symbols([DataPoint])
    /// The way of an iteration, with arrow heads on every so many steps (0: none, nil: a few).
    case iterates([DataPoint], arrows: Int?)
    /// What lies between two heights over each x; one that is not finite is a gap.
    case ribbon([RibbonPoint])
    /// Rectangles from a base line.
    case bars([Bar], isHorizontal: Bool)
    /// Straight lines apart from each other.
    case segments([Segment], ends: SegmentEnd)
    /// A line across the plot at one x.
    case verticalRule(Double)
    /// A line across the plot at one y.
    case horizontalRule(Double)
    /// Words at a point.
    case note(DataPoint, marked: Bool)
    /// Nested regions below levels.
    case regions(ContourMap)
    /// A matrix of coloured cells.
    case cells(Cells)
    /// Arrows on a grid, scaled so that they do not touch.
    case field(
      [FieldArrow], x: ClosedRange<Double>, y: ClosedRange<Double>, columns: Int, rows: Int,
      isDirectionOnly: Bool)
    /// Ways through a field, with a head on each.
    case streams([[DataPoint]], x: ClosedRange<Double>, y: ClosedRange<Double>)
    /// A part of the plot, drawn larger in a corner.
    case inset(x: ClosedRange<Double>, y: ClosedRange<Double>, corner: Inset.Corner)
    /// The region of one class, as closed loops.
    case territory([[DataPoint]], x: ClosedRange<Double>, y: ClosedRange<Double>)
  }
}

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
}

/// Two heights over one x.
struct RibbonPoint: Equatable, Sendable {
  var x: Double
  var lower: Double
  var upper: Double
}

/// A rectangle from a base line to a value, across some width.
struct Bar: Equatable, Sendable {
  /// The sides across: from left to right, or of a horizontal bar from top to bottom.
  var near: Double
  var far: Double
  /// Where it stands.
  var base: Double
  /// What it reaches to.
  var value: Double
  /// What is written at its end.
  var text = ""
}

/// A straight line between two points.
struct Segment: Equatable, Sendable {
  var start: DataPoint
  var end: DataPoint
}

/// What stands at the ends of segments.
enum SegmentEnd: Equatable, Sendable {
  case plain
  /// Short cross strokes at both, in pixels, of strokes that stand or lie.
  case caps(Double, isHorizontal: Bool)
  /// A head at the end.
  case arrow
}

extension Plot.Geometry {
  /// Whether it belongs to a series, with its colour, dash or symbol and its entry in the legend.
  var isSeries: Bool {
    switch self {
    case .polyline, .symbols, .iterates, .ribbon, .bars, .segments, .field, .streams, .territory:
      true
    case .verticalRule, .horizontalRule, .note, .regions, .cells, .inset: false
    }
  }

  /// A number for each sort of series.
  var kind: Int {
    switch self {
    case .polyline: 0
    case .symbols: 1
    case .iterates: 2
    case .ribbon: 3
    case .bars: 4
    case .segments: 5
    case .field: 6
    case .streams: 7
    case .territory: 8
    default: 9
    }
  }

  /// Whether its series differ in dashes, not in symbols.
  var isLine: Bool {
    switch self {
    case .polyline, .ribbon, .segments, .field, .streams: true
    default: false
    }
  }

  /// Whether it fills the frame to its edges, so that grid lines have nothing to say.
  var fillsFrame: Bool {
    switch self {
    case .regions, .cells, .territory, .streams, .field: true
    default: false
    }
  }

  /// Whether it holds nothing.
  var isEmpty: Bool {
    switch self {
    case .polyline(let points), .symbols(let points), .iterates(let points, _): points.isEmpty
    case .ribbon(let points): points.isEmpty
    case .bars(let bars, _): bars.isEmpty
    case .segments(let segments, _): segments.isEmpty
    case .streams(let lines, _, _): lines.isEmpty
    default: false
    }
  }
}
