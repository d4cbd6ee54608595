import LessonFormat

/// The tree of a text.
func tree(_ markdown: String, firstLine: Int = 1) -> Node {
  MarkdownParser.parse(SourceFile(path: "a.md", text: markdown), firstLine: firstLine)
}

/// A node and all below it, in document order.
func allNodes(_ node: Node) -> [Node] { [node] + node.children.flatMap(allNodes) }

/// The tree in one line a node: `kind [line:column-line:column]`, indented.
func outline(_ node: Node, ranges: Bool = false, depth: Int = 0) -> String {
  var line = String(repeating: "  ", count: depth) + name(node.kind)
  if ranges {
    let (start, end) = (node.range.start, node.range.end)
    line += " [\(start.line):\(start.column)-\(end.line):\(end.column)]"
  }
  return ([line] + node.children.map { outline($0, ranges: ranges, depth: depth + 1) })
    .joined(separator: "\n")
}

private func name(_ kind: Node.Kind) -> String {
  switch kind {
  case .document: "document"
  case .paragraph: "paragraph"
  case .heading(let level, let id): "heading \(level) #\(id)"
  case .thematicBreak: "rule"
  case .blockQuote: "quote"
  case .list(let list):
    (list.start.map { "list from \($0)" } ?? "list") + (list.isTight ? "" : ", loose")
  case .item(let task): task.map { $0 ? "item [x]" : "item [ ]" } ?? "item"
  case .codeBlock(let fence):
    "code block \(fence.info.debugDescription) \(fence.literal.debugDescription) from "
      + "\(fence.firstLine)" + (fence.isClosed ? "" : ", open")
  case .htmlBlock(let html): "html block \(html.debugDescription)"
  case .table(let alignments): "table \(alignments.map { "\($0)" }.joined(separator: " "))"
  case .tableRow: "row"
  case .tableCell: "cell"
  case .mathBlock(let math): "math block \(math.debugDescription)"
  case .alert(let alert): "alert \(alert.rawValue)"
  case .footnoteDefinition(let label, let number): "footnote \(number) \(label)"
  case .text(let text): "text \(text.debugDescription)"
  case .softBreak: "soft break"
  case .lineBreak: "line break"
  case .code(let code, let backticks): "code \(backticks) \(code.debugDescription)"
  case .htmlInline(let html): "html \(html.debugDescription)"
  case .emphasis: "emphasis"
  case .strong: "strong"
  case .strikethrough: "strikethrough"
  case .link(let destination, let title): "link \(destination) \(title.debugDescription)"
  case .image(let destination, let title): "image \(destination) \(title.debugDescription)"
  case .math(let math, let display): "math\(display ? "!" : "") \(math.debugDescription)"
  case .footnoteReference(let label, let number, let occurrence):
    "reference \(number) \(label) (\(occurrence))"
  }
}
