/// What a course must teach: a table whose first column holds ids, which lessons name under `covers`.
public struct CoverageTable: Sendable {
  /// The file that holds the table.
  public let file: SourceFile
  /// The rows, in the order of the file.
  public let rows: [Row]
  /// The stem of the file where it lies beside the lessons: it is none of them.
  let stem: String?

  /// A row: one thing to teach.
  public struct Row: Hashable, Sendable {
    /// What lessons call it.
    public let id: String
    /// The rest of the row, in words.
    public let item: String
    /// Where the id stands.
    public let position: SourcePosition
  }

  /// Reads the tables of a Markdown file that have the head of the first one in their first column.
  /// A row without an id is passed over.
  package init(_ file: SourceFile, stem: String? = nil) {
    self.file = file
    self.stem = stem
    var head: String?
    var rows: [Row] = []
    MarkdownParser.parse(file).visit { node in
      guard case .table = node.kind, let first = node.children.first?.children.first?.text else {
        return
      }
      if head == nil { head = first.lowercased() }
      guard first.lowercased() == head else { return }
      for row in node.children.dropFirst() {
        guard let cell = row.children.first, !cell.text.isEmpty else { continue }
        rows.append(
          Row(
            id: cell.text, item: row.children.dropFirst().map(\.text).joined(separator: ", "),
            position: cell.range.start))
      }
    }
    self.rows = rows
  }

  /// The ids of the rows.
  public var ids: [String] { rows.map(\.id) }
}

extension Node {
  /// What a reader sees in a cell.
  fileprivate var text: String { plainText.trimmingBlanks }
}
