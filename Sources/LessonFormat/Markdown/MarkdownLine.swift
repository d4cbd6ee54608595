/// A line of Markdown, such as a title, a summary or a caption.
public enum MarkdownLine {
  /// Its inlines; text that is more than one paragraph stands as it is written. Of raw HTML, no more
  /// comes to a page than is harmless: a program may have made the line.
  public static func nodes(_ text: String) -> [Node] {
    let document = HarmlessHTML.applied(to: MarkdownParser.parse(SourceFile(path: "", text: text)))
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
