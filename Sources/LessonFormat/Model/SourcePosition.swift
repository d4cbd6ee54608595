/// A place in a text file. Lines and columns count from 1; a column counts Unicode scalars,
/// so that a caret set under it points where a reader looks.
public struct SourcePosition: Hashable, Comparable, Sendable {
  // Every node of a file has two; no file that is read has more lines than this counts.
  private var storedLine: Int32
  private var storedColumn: Int32

  /// The line, counted from 1.
  public var line: Int {
    get { Int(storedLine) }
    set { storedLine = Int32(clamping: newValue) }
  }
  /// The column, counted from 1 in Unicode scalars.
  public var column: Int {
    get { Int(storedColumn) }
    set { storedColumn = Int32(clamping: newValue) }
  }

  /// The place in a line; both count from 1.
  public init(line: Int, column: Int) {
    storedLine = Int32(clamping: line)
    storedColumn = Int32(clamping: column)
  }

  /// By line, and within one by column.
  public static func < (left: SourcePosition, right: SourcePosition) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// A stretch of a text file; `end` is the position after the last scalar.
public struct SourceRange: Hashable, Sendable {
  /// The first scalar.
  public var start: SourcePosition
  /// The position after the last scalar.
  public var end: SourcePosition

  /// The stretch from `start` up to, not including, `end`.
  public init(start: SourcePosition, end: SourcePosition) {
    self.start = start
    self.end = end
  }

  /// How many columns to underline: those of a stretch within a line, else 1.
  public var width: Int {
    start.line == end.line ? max(1, end.column - start.column) : 1
  }
}
