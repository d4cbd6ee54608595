/// Something that a block put on the page.
public enum ShownItem: Hashable, Sendable {
  /// A figure.
  case figure(ShownFigure)
  /// A table.
  case table(ShownTable)
}

/// A figure as the lesson's own code drew it.
public struct ShownFigure: Hashable, Sendable {
  /// The name for `![alt](figure:name)`; nil for one that only stands after its block.
  public var name: String?
  /// What it is called.
  public var title: String
  /// What a reader who cannot see it should know.
  public var alternative: String
  /// A line of Markdown beneath it; empty for none.
  public var caption: String
  /// A complete `<svg>` element.
  public var svg: String
  /// The width for which it is drawn, in the units of its own coordinates; nil where it says none.
  public var width: Double?
  /// The texts in the drawing that a reader sees or is read, once it was judged.
  package var words: [String] = []
  /// The numbers that it shows, when there are any that can be read as a table.
  public var table: ShownTable?

  /// A figure.
  public init(
    name: String?, title: String, alternative: String, caption: String, svg: String,
    width: Double? = nil, table: ShownTable? = nil
  ) {
    self.name = name
    self.title = title
    self.alternative = alternative
    self.caption = caption
    self.svg = svg
    self.width = width
    self.table = table
  }
}

/// A table as the lesson's own code filled it.
public struct ShownTable: Hashable, Sendable {
  /// What it is called.
  public var title: String
  /// The heads of the columns.
  public var columns: [String]
  /// The cells of each row, one for each column.
  public var rows: [[String]]

  /// A table.
  public init(title: String, columns: [String], rows: [[String]]) {
    self.title = title
    self.columns = columns
    self.rows = rows
  }
}
