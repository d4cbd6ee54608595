import LessonFormat
import LessonRunner

/// A documentation comment on a reference page. Nothing in it has an anchor, since a page holds
/// many of them.
struct DocumentationView {
  let comment: DocumentationComment
  let links: SymbolLinks
  let formula: (Formula) -> RenderedFormula

  var html: String {
    var html = Prose.html(comment.text.flatMap(lower))
    if !comment.parameters.isEmpty {
      let items = comment.parameters.map { field in
        "<dt><code>\(field.name.escapedForPage)</code></dt><dd>\(inner(field))</dd>\n"
      }
      html += "<dl class=\"parameters\">\n\(items.joined())</dl>\n"
    }
    if !comment.fields.isEmpty {
      let items = comment.fields.map { field in
        "<dt>\(field.name)</dt><dd>\(inner(field))</dd>\n"
      }
      html += "<dl class=\"fields\">\n\(items.joined())</dl>\n"
    }
    return html
  }

  /// The text of a field; a single paragraph needs no tags.
  private func inner(_ field: DocumentationComment.Field) -> String {
    if field.text.count == 1, field.text[0].kind == .paragraph {
      return Prose.html(field.text[0].children.flatMap(lower))
    }
    return Prose.html(field.text.flatMap(lower))
  }

  private func lower(_ node: Node) -> [Node] {
    var node = node
    switch node.kind {
    case .math(let tex, let display):
      let formula = Formula(tex: tex, display: display)
      node.kind = .htmlInline(MathView.html(self.formula(formula), of: formula))
      return [node]
    case .mathBlock(let tex):
      let formula = Formula(tex: tex, display: true)
      let html = MathView.html(self.formula(formula), of: formula)
      node.kind = .htmlBlock("<div class=\"math\">\(html)</div>\n")
      return [node]
    case .codeBlock(let fence):
      let isSwift = fence.info.isEmpty || fence.info.hasPrefix("swift")
      var code = fence.literal
      if code.hasSuffix("\n") { code.removeLast() }
      let html = isSwift ? DeclarationView.highlighted(code) : code.escapedForPage
      node.kind = .htmlBlock("<pre class=\"example\"><code>\(html)</code></pre>\n")
      return [node]
    case .code(let name, _):
      guard node.symbolName != nil else { return [node] }
      if let link = links.html(name) {
        node.kind = .htmlInline(link)
      } else {
        node.kind = .code(SymbolIndex.spelling(of: name), backticks: 1)
      }
      return [node]
    // `Tensor<S>` without backticks would be read as a tag.
    case .htmlInline(let text), .htmlBlock(let text):
      if text.hasPrefix("<!--") { return [] }
      let plain = Node(.text(text), range: node.range)
      if case .htmlInline = node.kind { return [plain] }
      return [Node(.paragraph, range: node.range, children: [plain])]
    case .footnoteReference, .footnoteDefinition: return []
    case .image: return node.children.flatMap(lower)
    case .heading:
      let strong = Node(.strong, range: node.range, children: node.children.flatMap(lower))
      return [Node(.paragraph, range: node.range, children: [strong])]
    case .link(let destination, _):
      let children = node.children.flatMap(lower)
      guard destination.hasPrefix("https://") || destination.hasPrefix("http://") else {
        return children
      }
      node.children = children
      return [node]
    case .alert(.quiz), .alert(.card), .alert(.hint): node.kind = .blockQuote
    default: break
    }
    node.children = node.children.flatMap(lower)
    return [node]
  }
}
