import LessonFormat

/// Markdown as HTML.
enum Prose {
  /// Blocks.
  static func html(_ nodes: [Node]) -> String {
    ""
  }

  /// Inlines without links, for a heading's entry in the contents or a line of Markdown.
  static func html(inline nodes: [Node], formula: (Formula) -> RenderedFormula) -> String {
    ""
  }

  /// The nodes of a line of Markdown, such as a summary or a caption.
  static func inlineNodes(_ text: String) -> [Node] {
    [Node(.text(text), range: SourceRange(start: .init(line: 1, column: 1), end: .init(line: 1, column: 1)))]
  }
}
