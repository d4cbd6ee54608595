import LessonFormat

/// Markdown as the HTML of a page.
enum Prose {
  /// Blocks that ``LessonBody`` has lowered.
  static func html(_ nodes: [Node]) -> String {
    var hooks = HTMLHooks()
    hooks.alert = { alert, inner, _ in AlertView(alert: alert, content: inner).html }
    hooks.table = { rows, _ in "<table>\n\(withoutEmptyHeads(rows))</table>\n" }
    return finished(HTMLRenderer(hooks: hooks).render(nodes))
  }

  /// Inlines without links: a heading's entry in the contents, the label of a link.
  static func html(inline nodes: [Node], formula: (Formula) -> RenderedFormula) -> String {
    HTMLRenderer().render(nodes.flatMap { label($0, formula) })
  }

  /// Inlines with their links.
  static func html(
    linked nodes: [Node], links: LessonLinks, formula: (Formula) -> RenderedFormula
  ) -> String {
    HTMLRenderer().render(nodes.map { linked($0, links, formula) })
  }

  /// The nodes of a line of Markdown, such as a summary or a caption.
  static func inlineNodes(_ text: String) -> [Node] {
    let document = MarkdownParser.parse(SourceFile(path: "", text: text))
    guard document.children.count == 1, document.children[0].kind == .paragraph else {
      return [Node(.text(text), range: document.range)]
    }
    return document.children[0].children
  }

  /// A line of Markdown as text without markup.
  static func plainText(_ text: String) -> String {
    inlineNodes(text).map(\.plainText).joined()
  }

  // MARK: Lowering a line

  private static func label(_ node: Node, _ formula: (Formula) -> RenderedFormula) -> [Node] {
    switch node.kind {
    case .math(let tex, let display):
      [typeset(Formula(tex: tex, display: display), node, formula)]
    case .link: node.children.flatMap { label($0, formula) }
    case .footnoteReference, .image, .htmlInline: []
    default: [withChildren(node, node.children.flatMap { label($0, formula) })]
    }
  }

  private static func linked(
    _ node: Node, _ links: LessonLinks, _ formula: (Formula) -> RenderedFormula,
    isInLink: Bool = false
  ) -> Node {
    var isLink = isInLink
    if case .link = node.kind { isLink = true }
    var node = withChildren(
      node, node.children.map { linked($0, links, formula, isInLink: isLink) })
    switch node.kind {
    case .code:
      guard let name = node.symbolName, !isInLink, let link = links.symbols.html(name) else {
        return node
      }
      return Node(.htmlInline(link), range: node.range)
    case .math(let tex, let display):
      return typeset(Formula(tex: tex, display: display), node, formula)
    case .link(let destination, let title):
      node.kind = .link(destination: links.destination(destination), title: title)
      return node
    default: return node
    }
  }

  private static func typeset(
    _ formula: Formula, _ node: Node, _ rendered: (Formula) -> RenderedFormula
  ) -> Node {
    Node(.htmlInline(MathView.html(rendered(formula), of: formula)), range: node.range)
  }

  private static func withChildren(_ node: Node, _ children: [Node]) -> Node {
    var node = node
    node.children = children
    return node
  }

  // MARK: Details of the renderer's HTML

  /// A head of a column without text is none: it becomes an ordinary cell.
  private static let withoutEmptyHeads = TagReplacement(
    ["", " class=\"left\"", " class=\"center\"", " class=\"right\""].map { side in
      ("<th scope=\"col\"\(side)></th>", "<td></td>")
    })

  /// Gives the footnotes a heading, and void elements the form that HTML has for them.
  private static let finished = TagReplacement([
    (
      "<section class=\"footnotes\" data-footnotes>\n",
      "<section class=\"footnotes\" aria-labelledby=\"lesson-notes\">\n"
        + "<h2 id=\"lesson-notes\">Notes</h2>\n"
    ),
    ("<br />", "<br>"), ("<hr />", "<hr>"),
  ])
}
