/// Lays panels out in rows, and draws each as a plot in a frame that is given.
struct FacetsDrawing {
  var canvas = Canvas()
  var notes: [String] = []
  var height = 0.0
  /// The share of the usual detail with which marks are drawn.
  var detail = 1.0

  private let panels: [Panel]
  private let x: Axis
  private let y: Axis
  private let columns: Int
  private let width: Double
  private let ratio: Double
  private let sharesX: Bool
  private let sharesY: Bool
  private let legend: Plot.Legend
  /// The styles of all panels' layers, decided together.
  private var styled: [[PlotDrawing.StyledLayer]] = []

  init(
    panels: [Panel], x: Axis, y: Axis, columns: Int, width: Double, ratio: Double,
    sharing: Facets.Sharing, legend: Plot.Legend
  ) {
    self.panels = panels
    self.x = x
    self.y = y
    self.columns = columns
    self.width = width
    self.ratio = ratio
    self.legend = legend
    sharesX = sharing == .both || sharing == .x
    sharesY = sharing == .both || sharing == .y
    var all: [Plot.Layer] = []
    for panel in panels { all += panel.layers }
    let styles = FacetsDrawing.styles(panels)
    var next = 0
    for panel in panels {
      styled.append(Array(styles[next..<(next + panel.layers.count)]))
      next += panel.layers.count
    }
  }

  /// Styles of all layers together. Series without a name start again in each panel, where nothing
  /// has to tell them from those of the others.
  private static func styles(_ panels: [Panel]) -> [PlotDrawing.StyledLayer] {
    var hasNames = false
    for panel in panels {
      for layer in panel.layers where layer.geometry.traits.series != nil && layer.label != nil {
        hasNames = true
      }
    }
    if hasNames {
      var all: [Plot.Layer] = []
      for panel in panels { all += panel.layers }
      return PlotDrawing.styled(all)
    }
    var result: [PlotDrawing.StyledLayer] = []
    for panel in panels { result += PlotDrawing.styled(panel.layers) }
    return result
  }

  /// The numbers of all panels, when their tables have the same columns.
  func table(_ title: String) -> Table? {
    var columns: [String] = []
    var rows: [[TableCell]] = []
    for (index, panel) in panels.enumerated() {
      let one = PlotTable(
        layers: styled[index], xAxis: PlotDrawing.axis(panel.x ?? x, of: styled[index], isX: true),
        yAxis: PlotDrawing.axis(panel.y ?? y, of: styled[index], isX: false)
      ).table(title)
      guard let one else { return nil }
      if index == 0 { columns = one.columns }
      if one.columns.count != columns.count { return nil }
      for row in one.cells { rows.append([.text(panel.title)] + row) }
    }
    return rows.isEmpty || rows.count > Table.rowLimit
      ? nil : Table(title, columns: ["panel"] + columns, cells: rows)
  }

  private typealias Domain = (lower: Double, upper: Double)

  mutating func draw() {
    // All layers in one drawing: shared domains, the legend and the bar.
    var all: [Plot.Layer] = []
    for panel in panels { all += panel.layers }
    var master = PlotDrawing(
      layers: all, x: x, y: y, width: width, aspect: .automatic, legend: .above)
    let (xAll, yAll) = master.domains()
    let bar = legend == .hidden ? nil : ColorBar(of: master)
    var top = 6.0
    if legend != .hidden { top += master.legendHeight() }
    let sharedTitle = sharesY && !y.title.isEmpty
    if sharedTitle { top += PlotDrawing.rowHeight }

    var drawings: [PlotDrawing] = []
    var domains: [(x: Domain, y: Domain)] = []
    for (index, panel) in panels.enumerated() {
      let row = index / columns
      let hasBelow = index + columns < panels.count
      var look = PanelLook(title: panel.title)
      look.showsXLabels = !sharesX || !hasBelow
      look.showsYLabels = !sharesY || index % columns == 0
      look.showsXTitle = !sharesX
      look.showsYTitle = !sharesY
      _ = row
      var drawing = PlotDrawing(
        styled: styled[index], x: panel.x ?? x, y: panel.y ?? y, width: width, height: 0,
        frame: Box(left: 0, top: 0, right: 160, bottom: 120), panel: look)
      drawing.detail = detail
      let own = drawing.domains()
      drawing.xIsWhole = sharesX ? master.xIsWhole : drawing.xIsWhole
      if sharesX { drawing.xCrossesZero = master.xCrossesZero }
      if sharesY { drawing.yCrossesZero = master.yCrossesZero }
      drawing.yIsWhole = sharesY ? master.yIsWhole : drawing.yIsWhole
      for note in drawing.notes {
        notes.append((panel.title.isEmpty ? "" : panel.title + ": ") + note)
      }
      domains.append((sharesX ? xAll : own.x, sharesY ? yAll : own.y))
      drawings.append(drawing)
    }
    place(&drawings, domains, top: top, barRoom: bar?.room ?? 0)

    if legend != .hidden {
      master.frame = drawings[0].frame
      master.directLabels = []
      master.drawLegend()
      canvas = master.canvas
    }
    if sharedTitle {
      canvas.text(y.title, x: 2, baseline: top - 9)
    }
    for index in drawings.indices {
      drawings[index].canvas = canvas
      drawings[index].height = height
      drawings[index].drawMarks()
      canvas = drawings[index].canvas
    }
    if let bar {
      bar.draw(beside: drawings[min(columns, drawings.count) - 1].frame, on: &canvas)
    }
    if sharesX, !x.title.isEmpty {
      canvas.text(
        x.title,
        x: (drawings[0].frame.left + drawings[min(columns, drawings.count) - 1].frame.right) / 2,
        baseline: height - 7, anchor: .middle)
    }
  }

  /// Decides the frames: equal ones, with the room between them that their labels need.
  private mutating func place(
    _ drawings: inout [PlotDrawing], _ domains: [(x: Domain, y: Domain)], top: Double,
    barRoom: Double
  ) {
    let inRow = Double(columns)
    var margins = [Double](repeating: 16, count: columns)
    var inner = (width - 60 - barRoom - 16 * inRow) / inRow
    // Labels decide the margins, which decide the labels.
    for _ in 0..<2 {
      margins = [Double](repeating: 16, count: columns)
      // How far labels under the panels of a column stand out to its right.
      var beyond = [Double](repeating: 0, count: columns)
      for index in drawings.indices {
        drawings[index].frame = Box(left: 0, top: 0, right: inner, bottom: inner / ratio)
        let widest = drawings[index].setScales(x: domains[index].x, y: domains[index].y)
        let column = index % columns
        if drawings[index].panel?.showsYLabels == true {
          margins[column] = max(margins[column], (widest + (column == 0 ? 3 : 18)).roundedUp)
        }
        beyond[column] = max(beyond[column], drawings[index].labelsBeyond(isRight: true))
      }
      for index in drawings.indices {
        let column = index % columns
        let room = drawings[index].labelsBeyond(isRight: false)
        let before = column == 0 ? 0 : beyond[column - 1] + 2
        margins[column] = max(margins[column], (before + room + 2).roundedUp)
      }
      let last = beyond[columns - 1]
      var taken = (last > 12 ? (last + 2).roundedUp : 12) + barRoom
      for margin in margins { taken += margin }
      inner = max(60, ((width - taken) / inRow).roundedDown)
    }
    var frameTop = top
    let rows = (drawings.count + columns - 1) / columns
    for row in 0..<rows {
      let members = (row * columns)..<min(drawings.count, (row + 1) * columns)
      var hasTitle = false
      var hasAxisTitle = false
      var below = 10.0
      for index in members {
        if !panels[index].title.isEmpty { hasTitle = true }
        guard let look = drawings[index].panel else { continue }
        if look.showsYTitle, !drawings[index].yAxis.title.isEmpty { hasAxisTitle = true }
        var room = 8.0
        if look.showsXLabels {
          room += PlotDrawing.tickGap + PlotDrawing.rowHeight * Double(drawings[index].labelRows)
        }
        if look.showsXTitle, !drawings[index].xAxis.title.isEmpty {
          room += PlotDrawing.rowHeight
        }
        below = max(below, room)
      }
      frameTop += (hasTitle ? PlotDrawing.rowHeight + 3 : 0)
      frameTop += (hasAxisTitle ? PlotDrawing.rowHeight : 0) + 4
      var left = 0.0
      for index in members {
        left += margins[index % columns]
        drawings[index].frame = Box(
          left: left, top: frameTop, right: left + inner,
          bottom: frameTop + (inner / ratio).roundedToNearest)
        let widest = drawings[index].setScales(x: domains[index].x, y: domains[index].y)
        drawings[index].titleLeft = max(2, left - widest)
        left += inner
      }
      var lift = 0.0
      for index in members { lift = max(lift, drawings[index].neededTitleLift) }
      for index in members { drawings[index].panel?.titleLift = lift }
      frameTop += (inner / ratio).roundedToNearest + below
    }
    height = (frameTop - 4 + (sharesX && !x.title.isEmpty ? PlotDrawing.rowHeight : 0)).roundedUp
  }
}
