import LessonRunner

/// A figure on the page, with its number and caption.
struct FigureView {
  let figure: ShownFigure
  /// The number among the figures of the page, from 1.
  let number: Int
  /// The caption as HTML; empty for none.
  let caption: String

  var html: String {
    let id = figure.name.map { " id=\"figure-\($0.escapedForPage)\"" } ?? ""
    let caption = caption.isEmpty ? "" : " " + caption
    return """
      <figure class="figure"\(id)><div class="drawing scroll" role="region" tabindex="0" \
      aria-label="Figure \(number)"\(drawnWidth)>\(figure.svg)</div>\
      <figcaption><b>Figure \(number).</b> <span class="title">\(title)</span>\(caption)\
      \(table)</figcaption></figure>

      """
  }

  /// The numbers, folded away beneath. They are part of the caption, which HTML wants last.
  private var table: String {
    guard let table = figure.table else { return "" }
    let name = "The numbers of figure \(number)"
    return """
      <details class="numbers"><summary>Numbers</summary><div class="table scroll" role="region" \
      tabindex="0" aria-label="\(name)"><table>\(TableView.content(of: table))</table></div></details>
      """
  }

  /// The width that the figure was drawn for, which tells the style sheet how small it may become.
  private var drawnWidth: String {
    guard let start = figure.svg.firstRange(of: "viewBox=\"") else { return "" }
    let numbers = figure.svg[start.upperBound...].prefix { $0 != "\"" }.split(separator: " ")
    guard numbers.count == 4, let width = Double(numbers[2]), width >= 1, width < 10000 else {
      return ""
    }
    return " style=\"--drawn: \(Int(width))\""
  }

  private var title: String {
    let title = figure.title.escapedForPage
    guard let last = title.last, !".?!".contains(last) else { return title }
    return title + "."
  }
}

/// A table on the page that a lesson's code has filled. Columns of numbers are set flush right.
struct TableView {
  let table: ShownTable
  /// The number among the tables of the page, from 1.
  let number: Int

  var html: String {
    """
    <div class="table scroll" role="region" tabindex="0" aria-label="Table \(number)"><table>\
    <caption><b>Table \(number).</b> \(table.title.escapedForPage)</caption>\
    \(Self.content(of: table))</table></div>

    """
  }

  /// Head and body of a table. Columns of numbers are set flush right.
  static func content(of table: ShownTable) -> String {
    let numeric = table.columns.indices.map { column in
      !table.rows.isEmpty
        && table.rows.allSatisfy { $0.count <= column || isNumber($0[column]) }
    }
    let head = zip(table.columns, numeric).map { title, isNumeric in
      "<th scope=\"col\"\(isNumeric ? " class=\"number\"" : "")>\(title.escapedForPage)</th>"
    }
    let rows = table.rows.map { row in
      let cells = row.enumerated().map { index, text in
        let isNumeric = index < numeric.count && numeric[index]
        return "<td\(isNumeric ? " class=\"number\"" : "")>\(text.escapedForPage)</td>"
      }
      return "<tr>\(cells.joined())</tr>"
    }
    return "<thead><tr>\(head.joined())</tr></thead><tbody>\(rows.joined())</tbody>"
  }

  private static func isNumber(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    let numerals = "0123456789.,+-−eE×^% ⁻⁰¹²³⁴⁵⁶⁷⁸⁹".unicodeScalars
    let hasDigit = scalars.contains { ("0"..."9").contains($0) }
    return text.isEmpty || text == "–" || text == "—"
      || hasDigit && scalars.allSatisfy { numerals.contains($0) }
  }
}
