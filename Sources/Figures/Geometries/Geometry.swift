extension Plot {
  /// The shapes that a plot knows how to draw. Each is a ``MarkGeometry`` in a file of its own; this
  /// file lists them all.
  enum Geometry: Sendable {
    case polyline(PolylineGeometry)
    case symbols(SymbolsGeometry)
    case iterates(IteratesGeometry)
    case ribbon(RibbonGeometry)
    case bars(BarsGeometry)
    case segments(SegmentsGeometry)
    case rule(RuleGeometry)
    case note(NoteGeometry)
    case regions(ContourMap)
    case cells(Cells)
    case field(FieldGeometry)
    case streams(StreamsGeometry)
    case territory(TerritoryGeometry)
    case inset(InsetGeometry)

    /// What the shape answers, whichever it is.
    var behavior: GeometryBehavior {
      switch self {
      case .polyline(let geometry): GeometryBehavior(geometry)
      case .symbols(let geometry): GeometryBehavior(geometry)
      case .iterates(let geometry): GeometryBehavior(geometry)
      case .ribbon(let geometry): GeometryBehavior(geometry)
      case .bars(let geometry): GeometryBehavior(geometry)
      case .segments(let geometry): GeometryBehavior(geometry)
      case .rule(let geometry): GeometryBehavior(geometry)
      case .note(let geometry): GeometryBehavior(geometry)
      case .regions(let geometry): GeometryBehavior(geometry)
      case .cells(let geometry): GeometryBehavior(geometry)
      case .field(let geometry): GeometryBehavior(geometry)
      case .streams(let geometry): GeometryBehavior(geometry)
      case .territory(let geometry): GeometryBehavior(geometry)
      case .inset(let geometry): GeometryBehavior(geometry)
      }
    }

    var traits: GeometryTraits { behavior.traits }
    var isEmpty: Bool { behavior.isEmpty }
  }
}

/// The answers of one geometry, without its type: Embedded Swift has no existential types.
struct GeometryBehavior {
  let traits: GeometryTraits
  let isEmpty: Bool
  let extend: (inout PlotExtent, Plot.Layer) -> Void
  let draw: (PlotDrawing.StyledLayer, inout PlotDrawing) -> Void
  let write: (PlotDrawing.StyledLayer, inout PlotDrawing) -> Void
  let drawKey: (PlotDrawing.StyledLayer, LegendKey, inout PlotDrawing) -> Void
  let pointsBeyondAxes: () -> [DataPoint]
  let tableSeries: (String, TableOrientation) -> [TableSeries]
  let colorBar: (Double) -> ColorBar?
  let onSurface: () -> SurfaceShape

  init<Geometry: MarkGeometry>(_ geometry: Geometry) {
    traits = geometry.traits
    isEmpty = geometry.isEmpty
    extend = { geometry.extend(&$0, as: $1) }
    draw = { geometry.draw($0, in: &$1) }
    write = { geometry.write($0, in: &$1) }
    drawKey = { geometry.drawKey($0, at: $1, in: &$2) }
    pointsBeyondAxes = { geometry.pointsBeyondAxes }
    tableSeries = { geometry.tableSeries(named: $0, in: $1) }
    colorBar = { geometry.colorBar(width: $0) }
    onSurface = { geometry.onSurface }
  }
}
