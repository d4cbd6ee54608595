import LessonFormat
import LessonRunner
import Markup

/// A documentation comment on a reference page. Nothing in it has an anchor, since a page holds
/// many of them.
struct DocumentationView {
  let comment: DocumentationComment
  let index: SymbolIndex
  let typeset: [Formula: TypesetFormula]
  let renderer: LessonRenderer

  /// - Parameter page: the module on whose page the comment stands.
  init(
    comment: DocumentationComment, page: String, index: SymbolIndex,
    typeset: [Formula: TypesetFormula]
  ) {
    self.comment = comment
    self.index = index
    self.typeset = typeset
    let links = LessonLinks(lessons: [], symbols: SymbolLinks(page: page))
    renderer = LessonRenderer(style: .documentation(PageContext(links: links)))
  }

  var html: HTML<Flow> {
    var html = renderer.html(comment.text.flatMap(nodes))
    if !comment.parameters.isEmpty {
      let items = comment.parameters.html { field -> HTML<Descriptions> in
        .dt([], .code([], .text(field.name))) + .dd([], inner(field)) + "\n"
      }
      html += .dl([.class("parameters")], "\n", items) + "\n"
    }
    if !comment.fields.isEmpty {
      let items = comment.fields.html { field -> HTML<Descriptions> in
        .dt([], .text(field.name)) + .dd([], inner(field)) + "\n"
      }
      html += .dl([.class("fields")], "\n", items) + "\n"
    }
    return html
  }

  /// The text of a field; a single paragraph needs no tags.
  private func inner(_ field: DocumentationComment.Field) -> HTML<Flow> {
    if field.text.count == 1, field.text[0].kind == .paragraph {
      return renderer.html(field.text[0].children.flatMap(nodes))
    }
    return renderer.html(field.text.flatMap(nodes))
  }

  /// What is shown of a node: no notes, no images, no tags, and links to other sites only.
  private func nodes(_ node: Node) -> [LessonNode] {
    func prose(_ kind: Node.Kind) -> [LessonNode] {
      [.prose(ProseNode(kind, range: node.range, children: node.children.flatMap(nodes)))]
    }
    switch node.kind {
    case .math, .mathBlock: return [LessonNode(unverified: node, typeset: typeset)]
    case .code(let name, _):
      guard node.symbolName != nil else { return prose(node.kind) }
      if let symbol = SymbolNode(name, in: index) { return [.symbol(symbol)] }
      return prose(.code(SymbolIndex.spelling(of: name), backticks: 1))
    // `Tensor<S>` without backticks would be read as a tag.
    case .htmlInline(let text): return text.hasPrefix("<!--") ? [] : prose(.text(text))
    case .htmlBlock(let text):
      if text.hasPrefix("<!--") { return [] }
      let plain = LessonNode.prose(ProseNode(.text(text), range: node.range))
      return [.prose(ProseNode(.paragraph, range: node.range, children: [plain]))]
    case .footnoteReference, .footnoteDefinition: return []
    case .image: return node.children.flatMap(nodes)
    case .link(let destination, _):
      let leadsAway = destination.hasPrefix("https://") || destination.hasPrefix("http://")
      return leadsAway ? prose(node.kind) : node.children.flatMap(nodes)
    case .alert(.quiz), .alert(.predict), .alert(.card), .alert(.hint): return prose(.blockQuote)
    default: return prose(node.kind)
    }
  }
}
