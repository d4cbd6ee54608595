/// The region below a level, as closed loops in data coordinates, which may run outside the domain.
struct LevelRegion: Sendable {
  var level: Double
  var loops: [[DataPoint]]
}

/// Nested regions below levels, from the highest to the lowest.
struct ContourMap: Sendable {
  var regions: [LevelRegion]
  var colors: ColorScale?
  var isLabeled: Bool
  var x: ClosedRange<Double>
  var y: ClosedRange<Double>
  /// Where the function has no value, as closed loops.
  var holes: [[DataPoint]] = []

  /// The attribute of a curve on the lower side of a diverging scale.
  func dash(below level: Double) -> String {
    guard case .diverging(let center)? = colors, level < center else { return "" }
    return " stroke-dasharray=\"4 3\" stroke-width=\"1.1\" stroke-opacity=\".9\""
  }

  /// The share on the colour scale of what lies below a region's level and above the next one, or
  /// for −1 of what lies above all: equal steps from level to level, so that every spacing shows.
  func share(_ index: Int) -> Double {
    guard let colors, !regions.isEmpty else { return 0 }
    let count = regions.count
    if case .diverging(let center) = colors {
      var below = 0
      var isLevel = false
      for region in regions {
        if region.level <= center { below += 1 }
        if (region.level - center).magnitude < 1e-9 * (region.level.magnitude + 1e-300) {
          isLevel = true
        }
      }
      // Bands are counted from the lowest. The one that holds the centre has the ground's colour;
      // with a level at the centre there is none, and its neighbours differ.
      let offset = isLevel ? 0.5 : 0
      let band = Double(count - 1 - index) - Double(below) + offset
      let reach = Double(max(below, count - below + (isLevel ? 1 : 0))) - offset
      return reach <= 0 ? 0 : band / reach * 0.85
    }
    return Double(count - 1 - index) / Double(count) * 0.92
  }

  /// A level's text, on its curve and beside the colour bar: as many decimals for each, or three
  /// digits where levels span decades, or as many more as tell them apart.
  func text(_ level: Double) -> String {
    let levels = regions.map { $0.level }
    var least = Double.infinity
    var greatest = 0.0
    for region in regions where region.level != 0 {
      least = min(least, region.level.magnitude)
      greatest = max(greatest, region.level.magnitude)
    }
    let format = TickFormat(values: levels)
    if greatest > least * 50 || format.exponent != nil || format.decimals > 3 {
      let texts = NumberText.distinct(levels, digits: 3)
      return levels.firstIndex(of: level).map { texts[$0] } ?? numeral(level, digits: 3)
    }
    return format.text(level)
  }
}

extension ContourMap: MarkGeometry {
  var traits: GeometryTraits {
    GeometryTraits(
      name: "regions", plane: .ground, series: nil, fillsFrame: true, needsLinearAxesFor: nil,
      turnsTable: false, inInset: .everything)
  }

  var isEmpty: Bool { false }

  func extend(_ extent: inout PlotExtent, as layer: Plot.Layer) {
    extent.includeTightly(x, y)
  }

  func draw(_ styled: PlotDrawing.StyledLayer, in drawing: inout PlotDrawing) {
    drawing.drawContours(self)
  }

  func write(_ styled: PlotDrawing.StyledLayer, in drawing: inout PlotDrawing) {
    if isLabeled { drawing.drawLevels(of: self) }
  }

  func drawKey(
    _ styled: PlotDrawing.StyledLayer, at place: LegendKey, in drawing: inout PlotDrawing
  ) {}

  var pointsBeyondAxes: [DataPoint] { [] }

  func tableSeries(named name: String, in table: TableOrientation) -> [TableSeries] { [] }

  func colorBar(width: Double) -> ColorBar? {
    guard let colors, !regions.isEmpty else { return nil }
    var labels: [(share: Double, text: String)] = []
    let levels = regions.map { $0.level }
    // Of many levels every second or third has a number.
    let stride = (levels.count + 9) / 10
    for (index, level) in levels.enumerated() where index % stride == 0 {
      labels.append((Double(levels.count - index) / Double(levels.count + 1), text(level)))
    }
    return ColorBar(
      colors: colors, shares: (-1..<regions.count).reversed().map { share($0) }, labels: labels)
  }

  var onSurface: SurfaceShape { .nothing }
}
