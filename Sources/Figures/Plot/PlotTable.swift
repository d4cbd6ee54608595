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

  /// Of a longer series every second, third … point is in the table, besides its last one.
  static let seriesLimit = 24

  func table(_ title: String) -> Table? {
    if let matrix = matrix(title) { return matrix }
    if let own = ownTables(title) { return own }
    let series = allSeries()
    if series.isEmpty || series.count > 12 { return nil }
    var isCommon = true
    for one in series {
      if one.points.count != series[0].points.count { isCommon = false }
    }
    if isCommon {
      for one in series {
        for index in one.points.indices where one.points[index].x != series[0].points[index].x {
          isCommon = false
        }
      }
    }
    let xName = xAxis.title.isEmpty ? "x" : xAxis.title
    let yName = yAxis.title.isEmpty ? "y" : yAxis.title
    var rows: [[String]] = []
    if isCommon {
      for index in series[0].points.indices {
        rows.append(
          [written(series[0].points[index].x, xAxis)]
            + series.map { written($0.points[index].y, yAxis) })
      }
      let heads = series.map { one in
        one.name.isEmpty ? yName : series.count == 1 ? one.name + ": " + yName : one.name
      }
      return rows.isEmpty || rows.count > Table.rowLimit
        ? nil : Table(title, columns: [series[0].noting(xName)] + heads, rows: rows)
    }
    for one in series {
      for (index, point) in one.points.enumerated() {
        let name = index == 0 ? one.noting(one.name) : one.name
        rows.append([name, written(point.x, xAxis), written(point.y, yAxis)])
      }
    }
    return rows.isEmpty || rows.count > Table.rowLimit
      ? nil : Table(title, columns: ["series", xName, yName], rows: rows)
  }

  /// The tables that marks bring, one under the other.
  private func ownTables(_ title: String) -> Table? {
    var parts: [(name: String, table: Table)] = []
    for styled in layers {
      if let table = styled.layer.table { parts.append((styled.layer.label ?? "", table)) }
    }
    guard let first = parts.first else { return nil }
    if parts.count == 1 {
      return Table(title, columns: first.table.columns, rows: first.table.rows)
    }
    var rows: [[String]] = []
    for part in parts {
      if part.table.columns != first.table.columns { return nil }
      for row in part.table.rows { rows.append([part.name] + row) }
    }
    return rows.count > Table.rowLimit
      ? nil : Table(title, columns: ["series"] + first.table.columns, rows: rows)
  }

  /// A value as a person would write it on this axis.
  private func written(_ value: Double, _ axis: Axis) -> String {
    if value != value { return "—" }
    if let names = axis.categories, value == value.roundedDown, value >= 0,
      value < Double(names.count)
    {
      return names[Int(value)]
    }
    if case .time = axis.scale, value.magnitude < 1e14 {
      let time = CalendarTime(seconds: value)
      func padded(_ number: Int) -> String { number < 10 ? "0" + String(number) : String(number) }
      let second = Int(time.second)
      return String(time.year) + "-" + padded(time.month) + "-" + padded(time.day) + " "
        + padded(second / 3600) + ":" + padded(second / 60 % 60)
    }
    return numeral(value)
  }

  private func allSeries() -> [Series] {
    var result: [Series] = []
    for styled in layers {
      let name = styled.layer.label ?? ""
      var points: [DataPoint] = []
      switch styled.layer.geometry {
      case .polyline(let all), .symbols(let all), .iterates(let all, _):
        // A view of data that another layer has brought.
        if styled.layer.joins, result.last?.name == name { continue }
        points = all
      case .ribbon(let ribbon):
        var isBand = false
        for point in ribbon where point.lower != 0 && point.lower == point.lower { isBand = true }
        guard isBand, !name.isEmpty else { continue }
        let lower = ribbon.map { DataPoint(x: $0.x, y: $0.lower) }
        let upper = ribbon.map { DataPoint(x: $0.x, y: $0.upper) }
        for (word, edge) in [("from", lower), ("to", upper)] {
          result.append(
            Series(name: name + ", " + word, points: PlotTable.thinned(edge), count: edge.count))
        }
        continue
      case .bars(let bars, let isHorizontal):
        if isHorizontal { continue }
        for bar in bars {
          // The middle of a bar in a group stands for the name under the group.
          var x = (bar.near + bar.far) / 2
          if xAxis.categories != nil { x = x.roundedToNearest }
          points.append(DataPoint(x: x, y: bar.value - (bar.base == 0 ? 0 : bar.base)))
        }
      default: continue
      }
      if points.isEmpty { continue }
      if result.contains(where: { $0.name == name && $0.points == PlotTable.thinned(points) }) {
        continue
      }
      result.append(
        Series(name: name, points: PlotTable.thinned(points), count: points.count))
    }
    return result
  }

  /// At most so many points, evenly chosen, the first and the last among them.
  static func thinned(_ points: [DataPoint]) -> [DataPoint] {
    if points.count <= seriesLimit + 1 { return points }
    var result: [DataPoint] = []
    for index in 0...seriesLimit {
      result.append(points[index * (points.count - 1) / seriesLimit])
    }
    return result
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
      var body: [[String]] = []
      for row in 0..<cells.rows {
        var line = [rows[row]]
        for column in 0..<cells.columns {
          let index = row * cells.columns + column
          line.append(format.text(cells.values[index], cell: index))
        }
        body.append(line)
      }
      return Table(title, columns: [yAxis.title] + columns, rows: body)
    }
    return nil
  }
}
