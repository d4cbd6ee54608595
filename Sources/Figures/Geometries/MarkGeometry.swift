/// All that a plot asks of a shape, in data coordinates. Nothing here has a default, so that what a
/// new shape does not answer does not compile.
protocol MarkGeometry: Sendable {
  /// What holds of it wherever it is drawn.
  var traits: GeometryTraits { get }

  /// Whether it holds no data, which the description says of a series.
  var isEmpty: Bool { get }

  /// Stretches the axes so that they cover it, and counts what has no place on them.
  func extend(_ extent: inout PlotExtent, as layer: Plot.Layer)

  /// Draws it, when its plane's turn comes.
  func draw(_ styled: PlotDrawing.StyledLayer, in drawing: inout PlotDrawing)

  /// Writes what it says in the plot, such as the words at a rule, when everything is drawn.
  func write(_ styled: PlotDrawing.StyledLayer, in drawing: inout PlotDrawing)

  /// Draws its sample in the legend; never called for what is not a series.
  func drawKey(
    _ styled: PlotDrawing.StyledLayer, at place: LegendKey, in drawing: inout PlotDrawing)

  /// Points of which some may be infinite in one coordinate: an arrow at the edge stands for each.
  var pointsBeyondAxes: [DataPoint] { get }

  /// Its numbers in the plot's table.
  func tableSeries(named name: String, in table: TableOrientation) -> [TableSeries]

  /// What its colours mean, for a plot of some width; nil if nothing has to be said.
  func colorBar(width: Double) -> ColorBar?

  /// What of it can be drawn on a surface over the plane.
  var onSurface: SurfaceShape { get }
}

/// What holds of a geometry wherever it is drawn.
struct GeometryTraits: Sendable {
  /// What it is called. The legend shows one sample of each name under a label.
  let name: String
  /// When it is drawn.
  let plane: Plane
  /// How its series are told apart; nil for what belongs to no series.
  let series: SeriesTraits?
  /// Whether it fills the frame to its edges, so that grid lines have nothing to say.
  let fillsFrame: Bool
  /// What of it an axis that is not linear would spoil; nil if it makes sense on every axis.
  let needsLinearAxesFor: String?
  /// Whether it is horizontal, so that the plot's table has a row for each value of the vertical
  /// axis.
  let turnsTable: Bool
  /// What an inset shows of it.
  let inInset: InsetContent
}

/// The order in which the parts of a plot are drawn, from back to front.
enum Plane: CaseIterable, Comparable, Sendable {
  /// Contours, cells and regions, under the axes.
  case ground
  case ribbons
  case bars
  case rules
  case segments
  case fields
  case lines
  case iterates
  case symbols
  /// After the legend and all other words.
  case notes
  /// After everything else, and not in a panel or another inset.
  case insets
}

/// How a geometry belongs to a series, with its colour and its entry in the legend.
struct SeriesTraits: Sendable {
  /// What tells series of one colour apart.
  enum Distinction: Sendable {
    case dash
    case symbol
  }

  /// Where the name of a series may stand.
  enum Naming: Sendable {
    /// In the legend.
    case legend
    /// Beside the end of a line through points.
    case beside([DataPoint])
    /// Beside the line of the same name, which says whose it is.
    case besideItsLine
  }

  let distinction: Distinction
  let naming: Naming
}

/// What an inset shows of a geometry.
enum InsetContent: Sendable {
  case everything
  /// The shape without its words.
  case shape
  case nothing
}

/// What can be drawn on a surface.
enum SurfaceShape: Sendable {
  /// The way of an iteration, with its ends.
  case iterates([DataPoint])
  /// A line; a point without finite coordinates is a gap.
  case line([DataPoint])
  /// A symbol at each point.
  case symbols([DataPoint])
  /// Words at a point.
  case note(DataPoint, marked: Bool)
  /// Nothing, which the description says.
  case nothing
}
