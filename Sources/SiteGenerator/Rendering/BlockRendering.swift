import LessonFormat
import LessonRunner
import Markup

/// Blocks.
extension LessonRenderer {
  /// - Parameters:
  ///   - isTight: Whether paragraphs stand in a tight list, and have no tags.
  ///   - backReferences: The links that belong at the end of the last paragraph.
  func blocks(
    _ nodes: [LessonNode], isTight: Bool = false, backReferences: HTML<Phrasing> = ""
  ) -> BlockWriter {
    var writer = BlockWriter()
    var footnotes = HTML<ListItems>()
    var index = 0
    while index < nodes.count {
      if case .prose(let node) = nodes[index], case .footnoteDefinition = node.kind {
        footnotes += footnote(node)
        index += 1
        // Footnotes stand together at the end.
        if index == nodes.count || !nodes[index].isFootnote {
          writer.add(block: section(ofFootnotes: footnotes))
          footnotes = HTML()
        }
        continue
      }
      if let line = joinedLine(nodes, at: index) {
        writer.add(HTML(line))
        index += 2
        continue
      }
      append(
        nodes[index], to: &writer, isTight: isTight,
        backReferences: index == nodes.count - 1 ? backReferences : "")
      index += 1
    }
    return writer
  }

  private func append(
    _ node: LessonNode, to writer: inout BlockWriter, isTight: Bool, backReferences: HTML<Phrasing>
  ) {
    switch node {
    case .prose(let node): append(node, to: &writer, isTight: isTight, backReferences)
    case .code(let code):
      writer.add(block: CodeBlockView(code: code, listing: listing(of: code)).html)
    case .exercise(let exercise):
      let view = ExerciseView(label: exercise.label)
      writer.add(block: view.section(blocks(exercise.content).html))
    case .exercisePart(let part):
      let code = CodeBlockView(code: part.code, listing: listing(of: part.code))
      writer.add(block: ExerciseView(label: part.label).html(of: part, code.code))
    case .figure(let figure):
      writer.add(
        block: FigureView(
          figure: figure.figure, number: figure.number, caption: line(figure.caption)
        ).html)
    case .table(let table):
      writer.add(block: TableView(table: table.table, number: table.number).html)
    case .formula(let formula) where formula.isBlock: writer.add(block: block(formula))
    case .claim(let claim):
      if case .nothing(isBlock: true) = claim.text {
        writer.add(block: .p([.class("marks")], html(of: claim)) + "\n")
      } else {
        writer.add(HTML(html(of: claim)))
      }
    case .quiz(let quiz): writer.add(block: QuizView(quiz: quiz, renderer: self).html)
    case .prediction(let prediction):
      writer.add(
        block: PredictionView(
          question: QuizView(quiz: prediction.question, renderer: self),
          revealed: blocks(prediction.revealed).html
        ).html)
    case .card(let card): writer.add(block: CardView(card: card, renderer: self).html)
    case .hints(let hints):
      writer.add(block: HintsView(hints: hints.map { blocks($0.content).html }).html)
    case .drawing, .formula, .symbol: writer.add(HTML(html(of: node)))
    }
  }

  private func append(
    _ node: ProseNode, to writer: inout BlockWriter, isTight: Bool,
    _ backReferences: HTML<Phrasing>
  ) {
    switch node.kind {
    case .document:
      writer.add(blocks(node.children).html)
    case .paragraph:
      if isTight { return writer.add(blocks(node.children, isTight: true).html) }
      let links = backReferences.isEmpty ? "" : " " + backReferences
      writer.add(block: .p([], line(node.children), links) + "\n")
    case .heading(let level, let id): writer.add(block: heading(node, level, id))
    case .thematicBreak: writer.add(block: .hr(voidEnding) + "\n")
    case .blockQuote:
      writer.add(block: .blockquote([], "\n", closed(node.children)) + "\n")
    case .list(let list): writer.add(block: self.list(node, list))
    case .codeBlock(let fence): writer.add(block: codeBlock(node, fence))
    case .htmlBlock(let html): writer.add(block: raw(html))
    case .table(let alignments): writer.add(block: table(node, alignments))
    case .item, .tableRow, .tableCell: writer.add(blocks(node.children).html)
    case .mathBlock(let tex):
      writer.add(block: .div([.class("math math-display")], .text(tex)) + "\n")
    case .alert(let alert): writer.add(block: self.alert(node, alert))
    case .footnoteDefinition: break
    default: writer.add(HTML(html(of: .prose(node))))
    }
  }

  /// Blocks up to the end of a line, where the tag that follows them belongs.
  private func closed(_ nodes: [LessonNode], isTight: Bool = false) -> HTML<Flow> {
    blocks(nodes, isTight: isTight).html.endingLine()
  }

  private func heading(_ node: ProseNode, _ level: Int, _ id: String) -> HTML<Flow> {
    switch style {
    case .specification: return .heading(level, [], line(node.children)) + "\n"
    case .fragment: return .heading(level, [.id(id)], line(node.children)) + "\n"
    case .documentation: return .p([], .strong([], line(node.children))) + "\n"
    case .page(let page):
      if page.detachedFrom != nil { return .p([], .strong([], line(node.children))) + "\n" }
      let label = "Link to this section: \(words(node.children))"
      return .heading(
        level, [.id(id)], line(node.children),
        .a([.class("anchor"), .href("#" + id), .ariaLabel(label)], "#")) + "\n"
    }
  }

  /// The words of a heading, by which its link is called. Formulas, claims and symbols have none.
  private func words(_ nodes: [LessonNode]) -> String {
    nodes.map { node in
      guard case .prose(let prose) = node else { return "" }
      return prose.children.isEmpty ? node.plainText : words(prose.children)
    }.joined()
  }

  private func codeBlock(_ node: ProseNode, _ fence: Node.CodeFence) -> HTML<Flow> {
    switch style {
    case .specification, .fragment:
      let language = fence.info.prefix { !" \t\n\r\u{0B}\u{0C}".contains($0) }
      let attributes: [HTMLAttribute<HTMLElement.Plain>] =
        language.isEmpty ? [] : [.class("language-\(language)")]
      return .pre([], .code(attributes, .text(fence.literal))) + "\n"
    case .page:
      let label = fence.info.split(separator: " ").first.map(String.init) ?? "text"
      return .div(
        [.class("block")],
        .scroll(
          "listing", label: "\(label), line \(node.range.start.line)",
          .pre([], .code([], .text(fence.literal))))) + "\n"
    case .documentation:
      let isSwift = fence.info.isEmpty || fence.info.hasPrefix("swift")
      var code = fence.literal
      if code.hasSuffix("\n") { code.removeLast() }
      return .pre(
        [.class("example")],
        .code([], isSwift ? DeclarationView.highlighted(code) : .text(code))) + "\n"
    }
  }

  private func listing(of code: CodeNode) -> HTML<Phrasing> {
    let listing = CodeListing(
      code: code.block.code, checks: code.block.checks, values: code.result.checks)
    return page?.listing(listing) ?? listing.html()
  }

  private func alert(_ node: ProseNode, _ alert: Node.Alert) -> HTML<Flow> {
    if page != nil {
      return AlertView(alert: alert, content: blocks(node.children).html).html
    }
    let name = alert.rawValue
    return .div(
      [.class("markdown-alert markdown-alert-\(name)")],
      "\n",
      .p([.class("markdown-alert-title")], "\(name.prefix(1).uppercased())\(name.dropFirst())"),
      "\n", closed(node.children)) + "\n"
  }

  // MARK: Lists

  private func list(_ node: ProseNode, _ list: Node.List) -> HTML<Flow> {
    let items = node.children.html { child -> HTML<ListItems> in
      guard case .prose(let item) = child, case .item(let task) = item.kind else { return "" }
      return self.item(item, task, isTight: list.isTight) + "\n"
    }
    guard let first = list.start else { return .ul([], "\n", items) + "\n" }
    return .ol(first == 1 ? [] : [.start(first)], "\n", items) + "\n"
  }

  private func item(_ node: ProseNode, _ task: Bool?, isTight: Bool) -> HTML<ListItems> {
    guard let task else { return .li([], blocks(node.children, isTight: isTight).afterTag) }
    // A control needs a name for those who do not see it.
    let label: [HTMLAttribute<HTMLElement.Input>] =
      isSpecification ? [] : [.ariaLabel(task ? "done" : "not done")]
    let box: HTML<Phrasing> = .input(
      (task ? [.checked] : []) + [.disabled, .type("checkbox")] + label)
    if !isTight, case .prose(let first)? = node.children.first, first.kind == .paragraph {
      return .li(
        [], "\n", .p([], box, " ", line(first.children)), "\n",
        blocks(Array(node.children.dropFirst())).html)
    }
    var content = BlockWriter()
    content.add(HTML(box + " "))
    let rest = blocks(node.children, isTight: isTight)
    if rest.startsLine { content.startLine() }
    content.add(rest.html)
    return .li([], content.html)
  }

  // MARK: Tables

  private func table(_ node: ProseNode, _ alignments: [Node.Alignment]) -> HTML<Flow> {
    let rows = node.children.enumerated().map { index, row in
      self.row(row, alignments, isHead: index == 0)
    }
    var parts: HTML<TableParts> = "\n"
    if let head = rows.first { parts += .thead([], "\n", head) + "\n" }
    if rows.count > 1 { parts += .tbody([], "\n", HTML(Array(rows.dropFirst()))) + "\n" }
    let table: HTML<Flow> = .table([], parts) + "\n"
    guard case .page = style else { return table }
    return .scroll("table", label: "Table, line \(node.range.start.line)", "\n" + table) + "\n"
  }

  private func row(
    _ row: LessonNode, _ alignments: [Node.Alignment], isHead: Bool
  ) -> HTML<TableRows> {
    let cells = zip(row.children, alignments).map { cell, alignment -> HTML<TableCells> in
      let side = attribute(for: alignment)
      // On a page, a head with nothing in it heads nothing.
      guard isHead, isSpecification || !cell.children.isEmpty else {
        return .td(side, blocks(cell.children).html) + "\n"
      }
      let scope: [HTMLAttribute<HTMLElement.Cell>] = isSpecification ? [] : [.scope("col")]
      return .th(scope + side, head(cell.children)) + "\n"
    }
    return .tr([], "\n", HTML(cells)) + "\n"
  }

  /// The head of a column that is nothing but a formula has no text for checkers and some screen
  /// readers, which pass over MathML there: its visible form is spoken instead.
  private func head(_ nodes: [LessonNode]) -> HTML<Flow> {
    guard case .page = style, nodes.count == 1, case .formula(let formula) = nodes[0],
      formula.claims.isEmpty, !formula.formula.display
    else { return blocks(nodes).html }
    return HTML(MathView(formula: formula.formula, typeset: formula.typeset).html(speaks: .visible))
  }

  private func attribute(
    for alignment: Node.Alignment
  ) -> [HTMLAttribute<HTMLElement.Cell>] {
    if alignment == .none { return [] }
    // The attribute of GitHub's specification is obsolete in HTML.
    return [isSpecification ? .align("\(alignment)") : .class("\(alignment)")]
  }

  // MARK: Footnotes

  private func section(ofFootnotes items: HTML<ListItems>) -> HTML<Flow> {
    let list: HTML<Flow> = .ol([], "\n", items) + "\n"
    guard page != nil else {
      return .section([.class("footnotes"), .data("data-footnotes")], "\n", list) + "\n"
    }
    return .section(
      [.class("footnotes"), .ariaLabelledBy("lesson.notes")],
      "\n", .heading(2, [.id("lesson.notes")], "Notes"), "\n", list) + "\n"
  }

  private func footnote(_ node: ProseNode) -> HTML<ListItems> {
    guard case .footnoteDefinition(let label, let number) = node.kind else { return HTML() }
    let links = (1...max(1, references[number] ?? 1)).map { occurrence -> HTML<Phrasing> in
      let suffix = occurrence > 1 ? "-\(occurrence)" : ""
      let mark: HTML<Phrasing> =
        occurrence > 1 ? "↩" + .sup([.class("footnote-ref")], "\(occurrence)") : "↩"
      return .a(
        [
          .href(encoding: "#fnref.\(label)\(suffix)"), .class("footnote-backref"),
          .data("data-footnote-backref"),
          .data("data-footnote-backref-idx", "\(number)\(suffix)"),
          .ariaLabel("Back to reference \(number)\(suffix)"),
        ], mark)
    }.joined(separator: " ")
    let content: HTML<Flow>
    if case .prose(let last)? = node.children.last, last.kind == .paragraph {
      content = blocks(node.children, backReferences: links).html
    } else {
      content = closed(node.children) + HTML(links) + "\n"
    }
    return .li([.id(encoding: "fn.\(label)")], "\n", content.endingLine()) + "\n"
  }
}

extension LessonNode {
  fileprivate var isFootnote: Bool {
    if case .prose(let node) = self, case .footnoteDefinition = node.kind { true } else { false }
  }
}

extension HTML where Context == Flow {
  /// A part of the page that scrolls where the screen is too narrow for it, and can be reached with the
  /// keyboard for that.
  static func scroll(
    _ kind: String, label: String,
    attributes: [HTMLAttribute<HTMLElement.Plain>] = [], _ content: HTML<Flow>...
  ) -> HTML {
    .div(
      [.class("\(kind) scroll"), .role("region"), .tabIndex(0), .ariaLabel(label)] + attributes,
      HTML(content))
  }
}
