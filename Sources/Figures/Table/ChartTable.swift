/// A table with small drawings in its cells: bars that compare numbers, and sparklines that show how
/// each came about.
///
/// ```swift
/// ChartTable(
///   "Four optimizers", alt: "Adam is fastest, momentum ends lowest.",
///   columns: [
///     .text("optimizer", names), .sparkline("loss", histories), .number("final", losses),
///     .bar("steps", steps),
///   ])
/// ```
public struct ChartTable: Figure {
  /// A column and its cells.
  public enum Column: Sendable {
    /// Words.
    case text(String, [String])
    /// Numbers, set to the right with one precision.
    case number(String, [Double])
    /// Numbers with a bar each, from zero.
    case bar(String, [Double])
    /// A small line for each cell, all on one scale.
    case sparkline(String, [[Double]])

    var title: String {
      switch self {
      case .text(let title, _), .number(let title, _), .bar(let title, _), .sparkline(let title, _):
        title
      }
    }

    var count: Int {
      switch self {
      case .text(_, let cells): cells.count
      case .number(_, let cells), .bar(_, let cells): cells.count
      case .sparkline(_, let cells): cells.count
      }
    }
  }

  /// What the figure is, as its heading says.
  public let title: String
  /// What it shows, for those who do not see it.
  public let alternative: String
  /// The sentence printed beneath, or an empty string.
  public let caption: String
  /// The name by which prose places it, or nil.
  public let name: String?
  /// The drawing: a complete `<svg>` element.
  public let svg: String
  /// The numbers that it shows; nil when there are none, or too many for a table.
  public let dataTable: Table?
  /// The texts and their boxes, for tests.
  let labels: [Canvas.Label]

  /// A table, drawn at once.
  ///
  /// - Parameters:
  ///   - title: What the table is; traps if empty.
  ///   - alt: What it shows; traps if empty.
  ///   - caption: A sentence printed beneath.
  ///   - name: The name by which prose places it.
  ///   - columns: From left to right; traps if there is none or if they have not as many cells each.
  public init(
    _ title: String, alt: String, caption: String = "", name: String? = nil, columns: [Column],
    file: StaticString = #fileID, line: UInt = #line
  ) {
    requireWords(title: title, alternative: alt, file: file, line: line)
    let count = columns.first?.count ?? 0
    if columns.isEmpty {
      refuse("The table “\(title)” needs a column at least.", file: file, line: line)
    }
    for column in columns where column.count != count {
      refuse(
        "The columns of “\(title)” are ragged: \(count) cells are expected, but “\(column.title)” "
          + "has \(column.count).", file: file, line: line)
    }
    var drawing = ChartTableDrawing(columns: columns, rows: count)
    drawing.draw()
    self.title = title
    alternative = alt
    self.caption = caption
    self.name = name
    labels = drawing.canvas.labels
    dataTable =
      count > Table.rowLimit
      ? nil
      : Table(
        title, columns: columns.map { $0.title },
        cells: ChartTable.rows(columns.map { ChartTable.cells($0) }, count: count))
    svg = drawing.canvas.svg(
      width: drawing.width, height: drawing.height, title: title, description: alt)
  }

  private static func rows(_ columns: [[TableCell]], count: Int) -> [[TableCell]] {
    (0..<count).map { row in columns.map { $0[row] } }
  }

  /// What the cells of a column say: of a sparkline where it begins and ends.
  private static func cells(_ column: Column) -> [TableCell] {
    switch column {
    case .text(_, let cells): return cells.map { .text($0) }
    case .number(_, let cells), .bar(_, let cells): return cells.map { .number($0) }
    case .sparkline(_, let cells):
      let ends = cells.flatMap { [$0.first ?? .nan, $0.last ?? .nan] }
      let texts = NumberText.distinct(ends, digits: 3)
      return cells.enumerated().map { row, values in
        if Sample(values).values.isEmpty { return .text("—") }
        return .text(texts[2 * row] + " to " + texts[2 * row + 1])
      }
    }
  }
}
