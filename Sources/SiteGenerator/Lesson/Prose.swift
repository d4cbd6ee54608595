import LessonFormat

/// Markdown as the HTML of a page.
enum Prose {
  /// Blocks that ``LessonBody`` has lowered.
  static func html(_ nodes: [Node]) -> String {
    var hooks = HTMLHooks()
    hooks.alert = { alert, inner, _ in AlertView(alert: alert, content: inner).html }
    hooks.table = { rows, _ in "<table>\n\(alignedByClass(rows))</table>\n" }
    return named(HTMLRenderer(hooks: hooks).render(nodes))
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
    _ node: Node, _ links: LessonLinks, _ formula: (Formula) -> RenderedFormula
  ) -> Node {
    var node = withChildren(node, node.children.map { linked($0, links, formula) })
    switch node.kind {
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

  /// Cells aligned by a class, since HTML has dropped the attribute that GitHub uses.
  private static func alignedByClass(_ rows: String) -> String {
    var rows = rows
    for tag in ["th", "td"] {
      for side in ["left", "center", "right"] where rows.contains("<\(tag) align=\"\(side)\"") {
        rows.replace("<\(tag) align=\"\(side)\"", with: "<\(tag) class=\"\(side)\"")
      }
      rows.replace("<th>", with: "<th scope=\"col\">")
      rows.replace("<th class", with: "<th scope=\"col\" class")
    }
    return rows
  }

  /// Says of the list of footnotes what it is.
  private static func named(_ html: String) -> String {
    html.replacing(
      "<section class=\"footnotes\" data-footnotes>\n",
      with: "<section class=\"footnotes\" aria-labelledby=\"footnotes\">\n"
        + "<h2 id=\"footnotes\" class=\"label\">Notes</h2>\n")
  }
}
