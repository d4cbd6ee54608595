/// A line of Markdown, such as a title, a summary or a caption.
public enum MarkdownLine {
  /// Its inlines; text that is more than one paragraph stands as it is written.
  public static func nodes(_ text: String) -> [Node] {
    let document = MarkdownParser.parse(SourceFile(path: "", text: text))
    guard document.children.count == 1, document.children[0].kind == .paragraph else {
      return [Node(.text(text), range: document.range)]
    }
    return document.children[0].children
  }

  /// The line as text without markup.
  public static func plainText(_ text: String) -> String {
    nodes(text).map(\.plainText).joined()
  }
}
