import LessonRunner
import Markup

/// A table on the page that a lesson's code has filled. Columns of numbers are set flush right.
struct TableView {
  let table: ShownTable
  /// The number among the tables of the page, from 1.
  let number: Int

  var html: HTML<Flow> {
    .scroll(
      "table", label: "Table \(number)",
      .table(
        [], .caption([], .b([], "Table \(number)."), " ", .text(table.title)),
        Self.content(of: table))) + "\n"
  }

  /// Head and body of a table. Columns of numbers are set flush right.
  static func content(of table: ShownTable) -> HTML<TableParts> {
    let numeric = table.columns.indices.map { column in
      !table.rows.isEmpty
        && table.rows.allSatisfy { $0.count <= column || isNumber($0[column]) }
    }
    func side(_ index: Int) -> [HTMLAttribute<HTMLElement.Cell>] {
      index < numeric.count && numeric[index] ? [.class("number")] : []
    }
    let head = table.columns.enumerated().html { index, title -> HTML<TableCells> in
      .th([.scope("col")] + side(index), .text(title))
    }
    let rows = table.rows.html { row -> HTML<TableRows> in
      .tr([], row.enumerated().html { index, text in .td(side(index), .text(text)) })
    }
    return .thead([], .tr([], head)) + .tbody([], rows)
  }

  private static func isNumber(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    let numerals = "0123456789.,+-−eE×^% ⁻⁰¹²³⁴⁵⁶⁷⁸⁹".unicodeScalars
    let hasDigit = scalars.contains { ("0"..."9").contains($0) }
    return text.isEmpty || text == "–" || text == "—"
      || hasDigit && scalars.allSatisfy { numerals.contains($0) }
  }
}
