/// A line of Markdown, such as a title, a summary or a caption.
public enum MarkdownLine {
  /// Its inlines; text that is more than one paragraph stands as it is written. Of raw HTML, no more
  /// comes to a page than is harmless.
  ///
  /// - Parameter isComputed: Whether a program may have made the line, as it does captions. Such a line
  ///   has emphasis, code and formulas; its links and images are words, and its HTML is text.
  public static func nodes(_ text: String, isComputed: Bool = false) -> [Node] {
    let document = HarmlessHTML.applied(to: MarkdownParser.parse(SourceFile(path: "", text: text)))
    guard document.children.count == 1, document.children[0].kind == .paragraph else {
      return [Node(.text(text), range: document.range)]
    }
    let nodes = document.children[0].children
    return isComputed ? nodes.flatMap(words) : nodes
  }

  /// What of a node has no address and is no HTML.
  private static func words(of node: Node) -> [Node] {
    switch node.kind {
    case .htmlInline(let html): return [Node(.text(html), range: node.range)]
    case .link, .image: return node.children.flatMap(words)
    default:
      var node = node
      node.children = node.children.flatMap(words)
      return [node]
    }
  }

  /// The line as text without markup.
  public static func plainText(_ text: String) -> String {
    nodes(text).map(\.plainText).joined()
  }
}
