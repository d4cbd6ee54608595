import CCommonMark

/// Reads Markdown: CommonMark through libcmark, and what GitHub adds to it.
///
/// libcmark is asked twice. First for the blocks, with the content of `$$` blocks hidden and the
/// definitions of footnotes taken out; paragraphs are then cut into tables and `$$` blocks. Then
/// for the inlines: every content becomes a heading of its own in one document, with math and
/// footnote references masked, followed by the text itself for its link definitions.
public enum MarkdownParser {
  /// The tree of a file, from the line `firstLine` on.
  ///
  /// - Parameters:
  ///   - file: What to read. Positions are those of the file.
  ///   - firstLine: The first line that is Markdown, counted from 1: the lines before it hold
  ///     front matter.
  ///   - commonMarkOnly: Whether to read CommonMark alone, without GitHub's additions.
  public static func parse(
    _ file: SourceFile, firstLine: Int = 1, commonMarkOnly: Bool = false
  ) -> Node {
    read(file, firstLine: firstLine, commonMarkOnly: commonMarkOnly).document
  }

  /// The tree of a file, and the footnotes that are not in it, since nothing refers to them.
  static func read(
    _ file: SourceFile, firstLine: Int, commonMarkOnly: Bool = false
  ) -> (document: Node, unusedFootnotes: [UnusedFootnote]) {
    let source = MarkdownSource(file)
    var reader = DocumentReader(source: source, isExtended: !commonMarkOnly)
    let document = reader.read(firstLine: firstLine)
    return (document, reader.unusedFootnotes)
  }
}
