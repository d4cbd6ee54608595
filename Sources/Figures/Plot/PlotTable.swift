/// The numbers of a plot as a table: one row for each x where all series stand over the same ones,
/// otherwise one for each point.
struct PlotTable {
  let layers: [PlotDrawing.StyledLayer]
  let xAxis: Axis
  let yAxis: Axis

  private struct Series {
    var name: String
    var points: [DataPoint]
    /// Points before some were left out.
    var count: Int

    /// Says after a word how many points are shown, if not all are.
    func noting(_ word: String) -> String {
      if count == points.count { return word }
      return word + " (" + String(points.count) + " of " + String(count) + ")"
    }
  }

  /// Of a longer series every second, third … point is in the table, and its last one.
  static let seriesLimit = 24

  func table(_ title: String) -> Table? {
    if let matrix = matrix(title) { return matrix }
    if let own = ownTables(title) { return own }
    let series = allSeries()
    if series.isEmpty {
      for styled in layers {
        guard let grid = styled.layer.grid else { continue }
        return grid.table(title, x: name(of: xAxis, or: "x"), y: name(of: yAxis, or: "y"))
      }
    }
    if series.isEmpty || series.count > 12 { return nil }
    return standOverTheSame(series) ? wide(title, series) : long(title, series)
  }

  private func name(of axis: Axis, or letter: String) -> String {
    axis.title.isEmpty ? letter : axis.title
  }

  private func standOverTheSame(_ series: [Series]) -> Bool {
    for one in series {
      if one.points.count != series[0].points.count { return false }
      for index in one.points.indices where one.points[index].x != series[0].points[index].x {
        return false
      }
    }
    return true
  }

  /// A row for each place, and a column for each series.
  private func wide(_ title: String, _ series: [Series]) -> Table? {
    let count = series[0].points.count
    if count == 0 || count > Table.rowLimit { return nil }
    let value = name(of: along, or: isTurned ? "x" : "y")
    var heads = [series[0].noting(name(of: across, or: isTurned ? "y" : "x"))]
    var columns = [column(series[0].points.map { $0.x }, across)]
    for (number, one) in series.enumerated() {
      let isAlone = series.count == 1
      if one.name.isEmpty {
        var others = 0
        for other in series where other.name.isEmpty { others += 1 }
        heads.append(others > 1 ? value + " " + String(number + 1) : value)
      } else {
        heads.append(isAlone ? one.name + ": " + value : one.name)
      }
      columns.append(column(one.points.map { $0.y }, along))
    }
    return Table(
      title, columns: heads, cells: (0..<count).map { row in columns.map { $0[row] } })
  }

  /// A row for each point.
  private func long(_ title: String, _ series: [Series]) -> Table? {
    var names: [String] = []
    var points: [DataPoint] = []
    for one in series {
      for index in one.points.indices { names.append(index == 0 ? one.noting(one.name) : one.name) }
      points += one.points
    }
    if points.isEmpty || points.count > Table.rowLimit { return nil }
    let xs = column(points.map { $0.x }, across)
    let ys = column(points.map { $0.y }, along)
    return Table(
      title,
      columns: [
        "series", name(of: across, or: isTurned ? "y" : "x"),
        name(of: along, or: isTurned ? "x" : "y"),
      ], cells: names.indices.map { [.text(names[$0]), xs[$0], ys[$0]] })
  }

  /// Whether the marks lie: the values are on the horizontal axis.
  private var isTurned: Bool {
    if yAxis.categories != nil, xAxis.categories == nil { return true }
    for styled in layers where styled.behavior.traits.turnsTable { return true }
    return false
  }

  private var across: Axis { isTurned ? yAxis : xAxis }
  private var along: Axis { isTurned ? xAxis : yAxis }

  /// The tables that marks bring, one under the other.
  private func ownTables(_ title: String) -> Table? {
    var parts: [(name: String, table: Table)] = []
    for styled in layers {
      if let table = styled.layer.table { parts.append((styled.layer.label ?? "", table)) }
    }
    guard let first = parts.first else { return nil }
    if parts.count == 1 {
      return Table(title, columns: first.table.columns, cells: first.table.cells)
    }
    var rows: [[TableCell]] = []
    for part in parts {
      if part.table.columns != first.table.columns { return nil }
      for row in part.table.cells { rows.append([.text(part.name)] + row) }
    }
    return rows.count > Table.rowLimit
      ? nil : Table(title, columns: ["series"] + first.table.columns, cells: rows)
  }

  /// Values on an axis: names, dates or numbers.
  private func column(_ values: [Double], _ axis: Axis) -> [TableCell] {
    values.map { cell($0, axis) }
  }

  private func cell(_ value: Double, _ axis: Axis) -> TableCell {
    if let names = axis.categories, value == value.roundedDown, value >= 0,
      value < Double(names.count)
    {
      return .text(names[Int(value)])
    }
    if case .time = axis.scale, value.hasDate { return .moment(value) }
    return .numberOrDash(value)
  }

  private func allSeries() -> [Series] {
    var result: [Series] = []
    let orientation = TableOrientation(isTurned: isTurned, hasNames: across.categories != nil)
    for styled in layers {
      let name = styled.layer.label ?? ""
      // A view of data that another layer has brought.
      if styled.layer.joins, result.last?.name == name { continue }
      for one in styled.behavior.tableSeries(name, orientation) {
        let series = Series(
          name: one.name, points: PlotTable.thinned(one.count, one.point), count: one.count)
        if result.contains(where: { $0.name == series.name && $0.points == series.points }) {
          continue
        }
        result.append(series)
      }
    }
    return result
  }

  /// At most so many points, evenly chosen, the first and the last among them.
  private static func thinned(_ count: Int, _ point: (Int) -> DataPoint) -> [DataPoint] {
    if count <= seriesLimit + 1 { return (0..<count).map(point) }
    return (0...seriesLimit).map { point($0 * (count - 1) / seriesLimit) }
  }

  /// A matrix with its names.
  private func matrix(_ title: String) -> Table? {
    for styled in layers {
      guard case .cells(let cells) = styled.layer.geometry, cells.rowsRunDown,
        cells.columns > 0, cells.columns <= 24, cells.rows > 0, cells.rows <= 60
      else { continue }
      let columns = xAxis.categories ?? []
      let rows = yAxis.categories ?? []
      guard columns.count == cells.columns, rows.count == cells.rows else { continue }
      let format = CellFormat(cells)
      var body: [[TableCell]] = []
      for row in 0..<cells.rows {
        var line = [TableCell.text(rows[row])]
        for column in 0..<cells.columns {
          let index = row * cells.columns + column
          let text = format.text(cells.values[index], cell: index)
          // Words and digits that the author asked for stay.
          line.append(
            cells.digits == nil && cells.texts.isEmpty
              ? .number(cells.values[index], text: text) : .text(text))
        }
        body.append(line)
      }
      return Table(title, columns: [yAxis.title] + columns, cells: body)
    }
    return nil
  }
}

/// How the table of a plot takes numbers from its layers.
struct TableOrientation {
  /// Whether the rows are those of the vertical axis.
  var isTurned: Bool
  /// Whether they are names: a series stands for the nearest one.
  var hasNames: Bool
}

/// Numbers of a layer for the table: the place across the marks as x, the value as y.
struct TableSeries {
  var name: String
  var count: Int
  var point: (Int) -> DataPoint

  init(_ name: String, count: Int, point: @escaping (Int) -> DataPoint) {
    self.name = name
    self.count = count
    self.point = point
  }
}
