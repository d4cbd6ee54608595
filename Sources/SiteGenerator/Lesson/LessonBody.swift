import LessonFormat
import LessonRunner

/// Turns a lesson's tree into one of which every node is plain Markdown or finished HTML: code with
/// its checks, formulas, figures where they belong, links to pages.
struct LessonBody {
  let result: LessonResult
  private let links: LessonLinks
  private let formula: (Formula) -> RenderedFormula
  private let listing: (CodeListing) -> String
  private let caption: (String) -> String
  let blocks: [SourcePosition: CodeBlock]
  /// Where the fences start that belong to a block and are shown with it.
  private let belonging: Set<SourcePosition>
  private let named: [String: ShownFigure]
  /// The figures that `![…](figure:name)` places, which do not stand after their block.
  private let placed: Set<String>
  /// The flash cards that were found, for the page that collects them.
  var deck: [DeckCard] = []
  /// The id of the exercise whose section is open.
  var openExercise: String?
  private var figures = 0
  private var tables = 0
  /// Whether what is lowered stands in a link, which can hold no other.
  private var isInLink = false

  /// - Parameters:
  ///   - formula: what KaTeX made of a formula.
  ///   - listing: the HTML of a block's code.
  ///   - caption: the HTML of a line of Markdown.
  init(
    _ result: LessonResult, links: LessonLinks, formula: @escaping (Formula) -> RenderedFormula,
    listing: @escaping (CodeListing) -> String, caption: @escaping (String) -> String
  ) {
    self.result = result
    self.links = links
    self.formula = formula
    self.listing = listing
    self.caption = caption
    let blocks = result.lesson.blocks
    self.blocks = Dictionary(blocks.map { ($0.range.start, $0) }) { first, _ in first }
    self.belonging = Set(
      blocks.flatMap { [$0.output?.range.start, $0.diagnostic?.range.start] }.compactMap { $0 })
    var named: [String: ShownFigure] = [:]
    for case .figure(let figure) in result.blocks.flatMap(\.shown) {
      if let name = figure.name, named[name] == nil { named[name] = figure }
    }
    self.named = named
    var placed: Set<String> = []
    for name in Self.figureNames(in: result.lesson.document) where named[name] != nil {
      placed.insert(name)
    }
    self.placed = placed
  }

  /// The blocks of the lesson, ready to be rendered. A title that the page shows anyway is left out.
  mutating func lowered() -> [Node] {
    var marks = ClaimMarks(result)
    var nodes = marks.placed(in: result.lesson.document.children)
    if case .heading(1, _)? = nodes.first?.kind { nodes.removeFirst() }
    return lower(nodes)
  }

  mutating func lower(_ nodes: [Node]) -> [Node] {
    var lowered: [Node] = []
    var index = 0
    while index < nodes.count {
      let node = nodes[index]
      defer { index += 1 }
      if let group = exerciseGroup(at: index, of: nodes) {
        lowered += lowerExercise(group)
        index = group.endIndex - 1
      } else if node.kind == .alert(.hint) {
        let hints = nodes[index...].prefix { $0.kind == .alert(.hint) }
        lowered += lowerHints(hints)
        index = hints.endIndex - 1
      } else if index > 0, case .text(let text) = node.kind, isShortFormula(nodes[index - 1].kind),
        let mark = text.first, ",.;:!?)”’".contains(mark), let formula = lowered.popLast()
      {
        lowered += together(formula, mark)
        lowered.append(Node(.text(String(text.dropFirst())), range: node.range))
      } else {
        lowered += lower(node)
      }
    }
    return lowered
  }

  /// A formula that can do without a line break within it.
  private func isShortFormula(_ kind: Node.Kind) -> Bool {
    if case .math(let tex, false) = kind { tex.utf8.count <= 48 } else { false }
  }

  /// A formula with the punctuation behind it: browsers would break the line between the two.
  private func together(_ formula: Node, _ mark: Character) -> [Node] {
    guard case .htmlInline(let html) = formula.kind else {
      return [formula, Node(.text(String(mark)), range: formula.range)]
    }
    let joined = "<span class=\"together\">\(html)\(mark)</span>"
    return [Node(.htmlInline(joined), range: formula.range)]
  }

  mutating func lower(_ node: Node) -> [Node] {
    switch node.kind {
    case .codeBlock(let fence): return lowerFence(fence, node)
    case .mathBlock(let tex):
      let display = typeset(Formula(tex: tex, display: true), claims: node)
      return [html(MathView.block(display, line: node.range.start.line), node)]
    case .math(let tex, let isDisplay):
      let inline = typeset(Formula(tex: tex, display: isDisplay), claims: node)
      return [Node(.htmlInline(inline), range: node.range)]
    case .link(let destination, let title):
      var node = node
      node.kind = .link(destination: links.destination(destination), title: title)
      isInLink = true
      node.children = lower(node.children)
      isInLink = false
      return [node]
    case .code:
      guard let name = node.symbolName, !isInLink, let link = links.symbols.html(name) else {
        return [node]
      }
      return [Node(.htmlInline(link), range: node.range)]
    case .paragraph:
      if node.children.count == 1, let name = Self.figureName(node.children[0]),
        let figure = named[name]
      {
        return [html(view(figure), node)]
      }
    case .image:
      if let name = Self.figureName(node), let figure = named[name] {
        return [Node(.htmlInline(figure.svg), range: node.range)]
      }
    case .heading(_, let id):
      var node = node
      node.children = lower(node.children)
      let label = "Link to this section: \(node.plainText)".escapedForPage
      let anchor =
        "<a class=\"anchor\" href=\"#\(id.escapedForPage)\" aria-label=\"\(label)\">#</a>"
      node.children.append(Node(.htmlInline(anchor), range: node.range))
      return [node]
    case .alert(.quiz), .alert(.card):
      if let practice = lowerPractice(node) { return practice }
    case .table:
      var node = node
      node.children = lower(node.children)
      if !node.children.isEmpty { speakFormulas(ofHead: &node.children[0]) }
      let opening =
        "<div class=\"table scroll\" role=\"region\" tabindex=\"0\""
        + " aria-label=\"Table, line \(node.range.start.line)\">\n"
      return [html(opening, node), node, html("</div>\n", node)]
    default: break
    }
    var node = node
    node.children = lower(node.children)
    return [node]
  }

  // MARK: Code, figures and tables

  private mutating func lowerFence(_ fence: Node.CodeFence, _ node: Node) -> [Node] {
    if belonging.contains(node.range.start) { return [] }
    guard let block = blocks[node.range.start] else {
      let lines = fence.literal.escapedForPage
      let label = fence.info.split(separator: " ").first.map(String.init) ?? "text"
      return [
        html(
          "<div class=\"block\"><div class=\"listing scroll\" role=\"region\" tabindex=\"0\""
            + " aria-label=\"\(label.escapedForPage), line \(node.range.start.line)\">"
            + "<pre><code>\(lines)</code></pre></div></div>\n", node)
      ]
    }
    let outcome = block.index < result.blocks.count ? result.blocks[block.index] : BlockResult()
    let view = CodeBlockView(
      block: block, result: outcome, reports: reports(of: block),
      listing: listing(
        CodeListing(code: block.code, checks: block.checks, values: outcome.checks)))
    if let nodes = lowerExerciseBlock(block, view, node) { return nodes }
    var nodes = [html(view.html, node)]
    for item in outcome.shown {
      switch item {
      case .figure(let figure):
        if let name = figure.name, placed.contains(name), named[name] == figure { continue }
        nodes.append(html(self.view(figure), node))
      case .table(let table):
        tables += 1
        nodes.append(html(TableView(table: table, number: tables).html, node))
      }
    }
    return nodes
  }

  private mutating func view(_ figure: ShownFigure) -> String {
    figures += 1
    return FigureView(figure: figure, number: figures, caption: caption(figure.caption)).html
  }

  private func reports(of block: CodeBlock) -> [CheckResult] {
    let ranges = [block.range, block.output?.range, block.diagnostic?.range].compactMap { $0 }
    return result.checks.filter { check in
      ranges.contains { $0.start.line <= check.position.line && check.position.line <= $0.end.line }
    }
  }

  /// The name in `![…](figure:name)`, or nil for any other node.
  private static func figureName(_ node: Node) -> String? {
    guard case .image(let destination, _) = node.kind, destination.hasPrefix("figure:") else {
      return nil
    }
    return String(destination.dropFirst("figure:".count))
  }

  /// The names of all figures that a node or one below it places.
  private static func figureNames(in node: Node) -> [String] {
    [figureName(node)].compactMap { $0 } + node.children.flatMap(figureNames)
  }

  // MARK: Formulas

  /// A formula with the mark of the claims that its node carries.
  private func typeset(_ formula: Formula, claims node: Node) -> String {
    let values = node.children.compactMap { Int($0.plainText) }.map { result.claims[$0] }
    let html = MathView.html(self.formula(formula), of: formula)
    guard !values.isEmpty else { return html }
    let mark = CheckMark(values)
    return isShortFormula(node.kind) ? mark.html(behind: html) : html + mark.html(behind: "")
  }

  /// The head of a column that is nothing but a formula has no text for checkers and some screen
  /// readers, which pass over MathML there: its visible form is spoken instead.
  private func speakFormulas(ofHead row: inout Node) {
    for index in row.children.indices where row.children[index].children.count == 1 {
      guard case .htmlInline(let html) = row.children[index].children[0].kind,
        html.hasPrefix("<span class=\"katex\">")
      else { continue }
      row.children[index].children[0].kind = .htmlInline(Self.spoken(html))
    }
  }

  private static let spoken = TagReplacement([
    ("<span class=\"katex-html\" aria-hidden=\"true\">", "<span class=\"katex-html\">"),
    ("<span class=\"katex-mathml\">", "<span class=\"katex-mathml\" aria-hidden=\"true\">"),
  ])

  func html(_ text: String, _ node: Node) -> Node {
    Node(.htmlBlock(text), range: node.range)
  }
}
