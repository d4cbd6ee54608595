import LessonFormat
import LessonRunner
import Markup

/// Lines of text.
extension LessonRenderer {
  /// The HTML of inlines.
  func line(_ nodes: [LessonNode]) -> HTML<Phrasing> {
    var html = HTML<Phrasing>()
    var index = 0
    while index < nodes.count {
      if let joined = joinedLine(nodes, at: index) {
        html += joined
        index += 2
      } else {
        html += self.html(of: nodes[index])
        index += 1
      }
    }
    return html
  }

  /// A short formula with the punctuation right behind it, where browsers would break the line, and
  /// the rest of the text behind that; nil for anything else.
  func joinedLine(_ nodes: [LessonNode], at index: Int) -> HTML<Phrasing>? {
    guard joinsPunctuation, index + 1 < nodes.count, case .formula(let formula) = nodes[index],
      formula.formula.isShort, case .prose(let next) = nodes[index + 1],
      case .text(let text) = next.kind, let mark = text.first, ",.;:!?)”’".contains(mark)
    else { return nil }
    return .span([.class("together")], html(of: formula), .text(String(mark)))
      + .text(text.dropFirst())
  }

  /// The HTML of a node in a line of text.
  func html(of node: LessonNode) -> HTML<Phrasing> {
    switch node {
    case .prose(let node): html(of: node)
    case .formula(let formula): html(of: formula)
    case .claim(let claim): html(of: claim)
    case .symbol(let symbol): html(of: symbol)
    case .drawing(let figure): .trusted(figure.svg)
    // No line of text holds any of these.
    case .code, .exercise, .exercisePart, .figure, .table, .quiz, .prediction, .card,
      .hints:
      HTML()
    }
  }

  private func html(of node: ProseNode) -> HTML<Phrasing> {
    switch node.kind {
    case .text(let text): return .text(text)
    case .softBreak: return "\n"
    case .lineBreak: return .br(voidEnding) + "\n"
    case .code(let code, _): return .code([], .text(code))
    case .htmlInline(let html): return raw(html)
    case .emphasis: return .em([], line(node.children))
    case .strong: return .strong([], line(node.children))
    case .strikethrough: return .del([], line(node.children))
    case .link(let destination, let title): return link(node, destination, title)
    case .image(let destination, let title): return image(node, destination, title)
    case .math(let tex, let isDisplay):
      return .span([.class("math math-\(isDisplay ? "display" : "inline")")], .text(tex))
    case .footnoteReference(let label, let number, let occurrence):
      if page?.detachedFrom != nil { return HTML() }
      let suffix = occurrence > 1 ? "-\(occurrence)" : ""
      return .sup(
        [.class("footnote-ref")],
        .a(
          [
            .href(encoding: "#fn.\(label)"), .id(encoding: "fnref.\(label)\(suffix)"),
            .data("data-footnote-ref"),
          ], "\(number)"))
    default: return line(node.children)
    }
  }

  /// Raw HTML that comes to the page as HTML.
  func raw<Context>(_ html: String) -> HTML<Context> {
    .trusted(
      isSpecification ? html : ControlCharacters.shown(html, keeping: ["\n", "\r", "\t"]))
  }

  // MARK: Links and images

  private func link(_ node: ProseNode, _ destination: String, _ title: String) -> HTML<Phrasing> {
    var address = destination
    if let page {
      if let lesson = page.detachedFrom, address.hasPrefix("#") {
        address = lesson + ".md" + address
      }
      address = page.links.destination(address)
    }
    let isTerm = page?.links.isTerm(destination) ?? false
    return .a(
      (isTerm ? [.class("term")] : []) + [.href(encoding: harmless(address))]
        + (title.isEmpty ? [] : [.title(title)]),
      line(node.children))
  }

  private func image(_ node: ProseNode, _ destination: String, _ title: String) -> HTML<Phrasing> {
    .img(
      [.src(encoding: harmless(destination)), .alt(Self.alternative(node.children))]
        + (title.isEmpty ? [] : [.title(title)]), .xhtml)
  }

  /// An address, or nothing for one that runs code.
  private func harmless(_ address: String) -> String {
    !isSpecification && MarkupText.isDangerousAddress(address) ? "" : address
  }

  /// What an image shows in words: the text of its description.
  private static func alternative(_ nodes: [LessonNode]) -> String {
    nodes.map { node in
      if case .prose(let node) = node, case .htmlInline(let html) = node.kind { return html }
      if case .prose(let node) = node, !node.children.isEmpty { return alternative(node.children) }
      return node.plainText
    }.joined()
  }

  private func html(of symbol: SymbolNode) -> HTML<Phrasing> {
    page?.links.symbols.html(symbol) ?? .code([], .text(symbol.name))
  }

  // MARK: Claims and formulas

  func html(of claim: ClaimNode) -> HTML<Phrasing> {
    let marks = claim.claims.map { CheckMark($0.value, $0.relation) }
    return switch claim.text {
    case .span(let code): marks.html { $0.html(ofClaim: code) }
    case .number(let text): marks.html { $0.html(behind: .text(text)) }
    case .code(let code): marks.html { $0.html(behind: .code([], .text(code))) }
    case .nothing: marks.html { $0.html(behind: "") }
    }
  }

  private func html(of formula: FormulaNode) -> HTML<Phrasing> {
    let html = MathView(formula: formula.formula, typeset: formula.typeset).html()
    guard !formula.claims.isEmpty else { return html }
    let mark = CheckMark(formula.claims)
    return formula.formula.isShort ? mark.html(behind: html) : html + mark.html(behind: "")
  }

  /// A formula on lines of its own, which scrolls where the screen is too narrow for it.
  func block(_ formula: FormulaNode) -> HTML<Flow> {
    let html = HTML<Flow>(html(of: formula))
    if case .documentation = style { return .div([.class("math")], html) + "\n" }
    return .scroll("math", label: "Formula, line \(formula.line)", html) + "\n"
  }

  // MARK: Labels

  /// Inlines without links and notes, for what stands in a link itself: a heading's entry in the
  /// contents, the title of another lesson.
  func label(_ nodes: [LessonNode]) -> HTML<Phrasing> {
    nodes.html { node -> HTML<Phrasing> in
      switch node {
      case .claim(let claim):
        switch claim.text {
        case .span(let code), .code(let code): .code([], .text(code))
        case .number(let text): .text(text)
        case .nothing: HTML()
        }
      case .symbol(let symbol): .code([], .text(symbol.name))
      case .formula(let formula):
        MathView(formula: formula.formula, typeset: formula.typeset).html()
      case .prose(let node): label(node)
      case .drawing, .code, .exercise, .exercisePart, .figure, .table, .quiz, .prediction, .card,
        .hints:
        HTML()
      }
    }
  }

  private func label(_ node: ProseNode) -> HTML<Phrasing> {
    switch node.kind {
    case .footnoteReference, .image, .htmlInline: HTML()
    case .emphasis: .em([], label(node.children))
    case .strong: .strong([], label(node.children))
    case .strikethrough: .del([], label(node.children))
    case .text, .softBreak, .lineBreak, .code, .math: html(of: node)
    default: label(node.children)
    }
  }
}
