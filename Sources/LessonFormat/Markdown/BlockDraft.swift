/// A line that block structure is read from: part of a line of the file.
struct BlockLine {
  /// The line of the file, counted from 0, and the offset in it.
  var number: Int
  var byte: Int
  /// The text, as it stands in the file.
  var bytes: ArraySlice<UInt8>
  /// What libcmark sees instead, of the same length: a stand-in for the content of `$$` blocks.
  var mask: [UInt8]?
}

/// A block whose inline content has not been read yet.
struct BlockDraft {
  var kind: Node.Kind
  var range: SourceRange
  var children: [BlockDraft] = []
  /// The place of the inline content among the contents that were collected.
  var content: Int?
}

/// A line of a paragraph: its text starts after the prefixes of the containers and blanks.
struct ProseLine {
  /// The index among the lines that blocks are read from.
  var line: Int
  var start: Int
  /// Whether the line lacks the prefix of a container that it nevertheless belongs to.
  var isLazy: Bool
}
