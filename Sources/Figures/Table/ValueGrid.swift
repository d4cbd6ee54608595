/// Some of the values of a function over the plane, to be read as a table: a row for each y, the
/// highest on top, and a column for each x.
struct ValueGrid: Sendable {
  let xs: [Double]
  let ys: [Double]
  /// Row by row, from the highest y.
  let rows: [[Double]]

  /// At most so many of each.
  static let limit = 7

  /// Every second, third … value of a sampled function, the first and the last among them.
  init(_ field: SampledField) {
    let columns = ValueGrid.chosen(of: field.xs.count)
    let lines: [Int] = ValueGrid.chosen(of: field.ys.count).reversed()
    xs = columns.map { field.xs[$0] }
    ys = lines.map { field.ys[$0] }
    rows = lines.map { line in columns.map { field.values[line * field.xs.count + $0] } }
  }

  private static func chosen(of count: Int) -> [Int] {
    let number = min(limit, count)
    guard number > 1 else { return Array(0..<number) }
    return (0..<number).map { $0 * (count - 1) / (number - 1) }
  }

  /// The table, with the names of the axes.
  func table(_ title: String, x: String, y: String) -> Table {
    Table(
      title, columns: [y + ", " + x + " = "] + NumberText.distinct(xs),
      cells: zip(ys, rows).map { head, row in
        [.number(head)] + row.map { $0 == $0 ? .sample($0) : .text("—") }
      })
  }
}
