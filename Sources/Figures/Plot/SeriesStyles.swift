extension PlotDrawing {
  /// A series: its colour, and which dash or symbol is its own among the lines or the points.
  private struct Series {
    var label: String?
    var color: Int
    var shape: Int
    var isLine: Bool
  }

  /// Series colours in the order in which the series come; the same label, the same series. Dashes
  /// are counted among lines and symbols among points and paths, so that a line over points is solid.
  static func styled(_ layers: [Plot.Layer]) -> [StyledLayer] {
    var known: [Series] = []
    var colors = 0
    var result: [StyledLayer] = []
    for layer in layers {
      var series: Int?
      var shape = 0
      if layer.joins, let previous = result.last {
        var styled = previous
        styled.layer = layer
        if let dash = layer.dash { styled.dash = dash }
        if layer.color == .text || layer.color == .muted {
          styled.paint = paint(layer.color, series: nil)
        }
        result.append(styled)
        continue
      }
      if let traits = layer.geometry.traits.series {
        let isLine = traits.distinction == .dash
        let namesake = known.first { layer.label != nil && $0.label == layer.label }
        let twin = known.first {
          layer.label != nil && $0.label == layer.label && $0.isLine == isLine
        }
        switch layer.color {
        case .series(let number):
          // A series by number has the dash and the symbol of that number everywhere.
          series = max(number, 1) - 1
          shape = max(number, 1) - 1
        case .text, .muted: series = nil
        case nil:
          series = namesake?.color ?? colors
          if namesake == nil { colors += 1 }
        }
        if let twin {
          shape = twin.shape
        } else if let series, layer.color == nil {
          for other in known where other.isLine == isLine { shape = max(shape, other.shape + 1) }
          known.append(Series(label: layer.label, color: series, shape: shape, isLine: isLine))
        }
      } else if case .series(let number)? = layer.color {
        series = max(number, 1) - 1
      }
      result.append(
        StyledLayer(
          layer: layer, series: series, paint: paint(layer.color, series: series),
          dash: layer.dash ?? Dash.series(shape), symbol: Symbol.series(shape)))
    }
    return result
  }

  private static func paint(_ color: FigureColor?, series: Int?) -> String {
    if let series { return Palette.series(series) }
    if case .muted? = color { return Palette.muted }
    return "currentColor"
  }
}
