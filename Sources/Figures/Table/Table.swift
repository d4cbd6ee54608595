/// Rows and columns of text, for the page to set as a table.
///
/// ```swift
/// Table("Steps to the minimum", columns: ["η", "steps"], rows: [["0.1", "20"], ["0.2", "9"]])
/// ```
public struct Table: Sendable {
  /// The table beneath a figure has so many rows at most; a longer one would not be read.
  static let rowLimit = 200

  /// What the table is; never empty.
  public let title: String
  /// The heads of the columns.
  public let columns: [String]
  /// The rows, each with as many cells as there are columns.
  public let rows: [[String]]
  /// Whether all filled cells of a column are numbers, which are set to the right.
  public let isNumeric: [Bool]
  /// What the cells hold, by rows, from which their texts have been made; empty where it is text.
  private let contents: [[TableCell]]

  /// What the cells hold, by rows, for a table that takes them over.
  var cells: [[TableCell]] {
    contents.isEmpty ? rows.map { row in row.map { .text($0) } } : contents
  }

  /// A table of text. Traps if the title is empty, there is no column, or a row is ragged.
  public init(
    _ title: String, columns: [String], rows: [[String]], file: StaticString = #fileID,
    line: UInt = #line
  ) {
    self.init(title, columns: columns, rows: rows, contents: [], file: file, line: line)
  }

  private init(
    _ title: String, columns: [String], rows: [[String]], contents: [[TableCell]],
    file: StaticString, line: UInt
  ) {
    if title.isEmpty {
      refuse("A table needs a title that says what it is.", file: file, line: line)
    }
    if columns.isEmpty {
      refuse("The table “\(title)” needs a column at least.", file: file, line: line)
    }
    for (index, row) in rows.enumerated() where row.count != columns.count {
      refuse(
        "The table “\(title)” has \(columns.count) columns, but its row \(index + 1) has "
          + "\(row.count) cells.", file: file, line: line)
    }
    self.title = title
    self.columns = columns
    self.rows = rows
    self.contents = contents
    var numeric = [Bool](repeating: !rows.isEmpty, count: columns.count)
    for row in rows {
      for (index, cell) in row.enumerated() where !Table.looksNumeric(cell) {
        numeric[index] = false
      }
    }
    isNumeric = numeric
  }

  /// A table of numbers, each written to so many significant digits by ``numeral(_:digits:)``. By
  /// default these are four, or in a column where different numbers would then read the same, as many
  /// more as tell them apart.
  public init(
    _ title: String, columns: [String], rows: [[Double]], digits: Int? = nil,
    file: StaticString = #fileID, line: UInt = #line
  ) {
    self.init(
      title, columns: columns,
      cells: rows.map { row in
        row.map { value in
          if let digits { return .text(numeral(value, digits: digits)) }
          return .number(value)
        }
      }, file: file, line: line)
  }

  /// A table whose numbers and moments are written column by column.
  init(
    _ title: String, columns: [String], cells: [[TableCell]], file: StaticString = #fileID,
    line: UInt = #line
  ) {
    var rows = cells.map { [String](repeating: "", count: $0.count) }
    for column in columns.indices {
      // A ragged row is refused below.
      let members = cells.indices.filter { column < cells[$0].count }
      let texts = TableCell.column(members.map { cells[$0][column] })
      for (row, text) in zip(members, texts) { rows[row][column] = text }
    }
    self.init(title, columns: columns, rows: rows, contents: cells, file: file, line: line)
  }

  /// Whether a cell reads as a number; an empty one and a dash for “none” do not speak against it.
  private static func looksNumeric(_ cell: String) -> Bool {
    if cell.isEmpty || cell == "—" || cell == "–" { return true }
    var hasDigit = false
    for scalar in cell.unicodeScalars {
      switch scalar {
      case "0"..."9", "∞": hasDigit = true
      case "+", "-", "−", ".", ",", "%", "×", "e", "E", " ", "\u{202F}", "±", "≈", "<", ">",
        "⁰", "¹", "²", "³", "⁴"..."⁹", "⁻":
        continue
      default: return false
      }
    }
    return hasDigit || cell == "NaN"
  }
}
