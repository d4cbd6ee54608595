import LessonFormat

/// Renders a tree of Markdown as an HTML fragment.
///
/// In its plain mode the output is, byte for byte, what the CommonMark specification shows.
public struct HTMLRenderer {
  public enum Mode: Hashable, Sendable {
    /// As the CommonMark and GitHub Flavored Markdown specifications have it.
    case plain
    /// For a page: headings have anchors, and addresses that run code are dropped.
    case lesson
  }

  public var mode: Mode
  public var hooks: HTMLHooks
  private var output: [UInt8] = []
  /// Whether paragraphs stand in a tight list, and have no tags.
  private var isTight = false
  /// The back references that belong at the end of the footnote being rendered.
  private var backReferences = ""
  /// For each footnote by its number, how many references lead to it.
  private var references: [Int: Int] = [:]

  public init(mode: Mode = .lesson, hooks: HTMLHooks = HTMLHooks()) {
    self.mode = mode
    self.hooks = hooks
  }

  /// The HTML of a node and all below it.
  public static func render(
    _ node: Node, mode: Mode = .lesson, hooks: HTMLHooks = HTMLHooks()
  ) -> String {
    HTMLRenderer(mode: mode, hooks: hooks).render([node])
  }

  /// The HTML of nodes one after the other.
  public func render(_ nodes: [Node]) -> String {
    var renderer = self
    renderer.countReferences(in: nodes)
    renderer.append(nodes)
    return String(decoding: renderer.output, as: UTF8.self)
  }

  private mutating func countReferences(in nodes: [Node]) {
    for node in nodes {
      if case .footnoteReference(_, let number, _) = node.kind {
        references[number, default: 0] += 1
      }
      countReferences(in: node.children)
    }
  }

  // MARK: - Writing

  mutating func write(_ html: String) { output += html.utf8 }

  mutating func writeText(_ text: String) { HTMLText.append(text, to: &output) }

  /// Starts a line, unless one has just been started.
  mutating func startLine() {
    if let last = output.last, last != UInt8(ascii: "\n") { output.append(UInt8(ascii: "\n")) }
  }

  mutating func writeBlock(_ html: String) {
    startLine()
    write(html)
    startLine()
  }

  /// The HTML of children, set apart.
  private mutating func inner(_ node: Node) -> String {
    let saved = output
    output = []
    append(node.children)
    defer { output = saved }
    return String(decoding: output, as: UTF8.self)
  }

  // MARK: - Nodes

  private mutating func append(_ nodes: [Node]) {
    var isInFootnotes = false
    for node in nodes {
      if case .footnoteDefinition = node.kind, !isInFootnotes {
        isInFootnotes = true
        writeBlock("<section class=\"footnotes\" data-footnotes>\n<ol>\n")
      }
      append(node)
    }
    if isInFootnotes { writeBlock("</ol>\n</section>\n") }
  }

  private mutating func append(_ node: Node) {
    appendNode(node)
    if let html = hooks.after(node) { writeBlock(html) }
  }

  private mutating func appendNode(_ node: Node) {
    switch node.kind {
    case .document: append(node.children)
    case .paragraph: appendParagraph(node)
    case .heading(let level, let id): appendHeading(node, level, id)
    case .thematicBreak: writeBlock("<hr />\n")
    case .blockQuote:
      writeBlock("<blockquote>\n")
      appendLoosely(node.children)
      writeBlock("</blockquote>\n")
    case .list(let list): appendList(node, list)
    case .item(let task): appendItem(node, task)
    case .codeBlock(let fence): appendCodeBlock(node, fence)
    case .htmlBlock(let html): writeBlock(hooks.html(html, node) ?? html)
    case .table(let alignments): appendTable(node, alignments)
    case .tableRow, .tableCell: append(node.children)
    case .mathBlock(let formula):
      if let html = hooks.mathBlock(formula, node) { return writeBlock(html) }
      startLine()
      write("<div class=\"math math-display\">")
      writeText(formula)
      write("</div>\n")
    case .alert(let alert): appendAlert(node, alert)
    case .footnoteDefinition(let label, let number): appendFootnote(node, label, number)
    case .text(let text): writeText(text)
    case .softBreak: write("\n")
    case .lineBreak: write("<br />\n")
    case .code(let code, let backticks):
      if let html = hooks.codeSpan(code, backticks, node) { return write(html) }
      write("<code>")
      writeText(code)
      write("</code>")
    case .htmlInline(let html): write(hooks.html(html, node) ?? html)
    case .emphasis: wrap(node, "em")
    case .strong: wrap(node, "strong")
    case .strikethrough: wrap(node, "del")
    case .link(let destination, let title): appendLink(node, destination, title)
    case .image(let destination, let title): appendImage(node, destination, title)
    case .math(let formula, let isDisplay):
      if let html = hooks.math(formula, isDisplay, node) { return write(html) }
      write("<span class=\"math math-\(isDisplay ? "display" : "inline")\">")
      writeText(formula)
      write("</span>")
    case .footnoteReference(let label, let number, let occurrence):
      let target = HTMLText.escapeURL(label)
      let suffix = occurrence > 1 ? "-\(occurrence)" : ""
      write("<sup class=\"footnote-ref\"><a href=\"#fn-\(target)\" id=\"fnref-\(target)\(suffix)\"")
      write(" data-footnote-ref>\(number)</a></sup>")
    }
  }

  private mutating func wrap(_ node: Node, _ tag: String) {
    write("<\(tag)>")
    append(node.children)
    write("</\(tag)>")
  }

  /// Children whose paragraphs have tags whatever list is around them.
  private mutating func appendLoosely(_ nodes: [Node]) {
    let saved = isTight
    isTight = false
    append(nodes)
    isTight = saved
  }

  // MARK: - Blocks

  private mutating func appendParagraph(_ node: Node) {
    if node.children.count == 1, case .image(let destination, _) = node.children[0].kind,
      let html = hooks.image(destination, alternative(node.children[0]), node.children[0])
    {
      return writeBlock(html)
    }
    if isTight { return append(node.children) }
    startLine()
    write("<p>")
    append(node.children)
    if !backReferences.isEmpty {
      write(" " + backReferences)
      backReferences = ""
    }
    write("</p>\n")
  }

  private mutating func appendHeading(_ node: Node, _ level: Int, _ id: String) {
    if let html = hooks.heading(level, id, inner(node), node) { return writeBlock(html) }
    startLine()
    write(mode == .lesson ? "<h\(level) id=\"\(HTMLText.escape(id))\">" : "<h\(level)>")
    append(node.children)
    write("</h\(level)>\n")
  }

  private mutating func appendCodeBlock(_ node: Node, _ fence: Node.CodeFence) {
    if let html = hooks.codeBlock(fence, node) { return writeBlock(html) }
    startLine()
    let language = fence.info.prefix { !" \t\n\r\u{0B}\u{0C}".contains($0) }
    if language.isEmpty {
      write("<pre><code>")
    } else {
      write("<pre><code class=\"language-\(HTMLText.escape(language))\">")
    }
    writeText(fence.literal)
    write("</code></pre>\n")
  }

  private mutating func appendList(_ node: Node, _ list: Node.List) {
    let tag = list.start == nil ? "ul" : "ol"
    var start = ""
    if let first = list.start, first != 1 { start = " start=\"\(first)\"" }
    writeBlock("<\(tag)\(start)>\n")
    let saved = isTight
    isTight = list.isTight
    append(node.children)
    isTight = saved
    writeBlock("</\(tag)>\n")
  }

  private mutating func appendItem(_ node: Node, _ task: Bool?) {
    startLine()
    write("<li>")
    guard let task else {
      append(node.children)
      return write("</li>\n")
    }
    // A control needs a name for those who do not see it.
    let label = mode == .lesson ? " aria-label=\"\(task ? "done" : "not done")\"" : ""
    let box = "<input \(task ? "checked=\"\" " : "")disabled=\"\" type=\"checkbox\"\(label)>"
    if !isTight, let first = node.children.first, first.kind == .paragraph {
      write("\n<p>\(box) ")
      append(first.children)
      write("</p>\n")
      append(Array(node.children.dropFirst()))
    } else {
      write(box + " ")
      append(node.children)
    }
    write("</li>\n")
  }

  private mutating func appendAlert(_ node: Node, _ alert: Node.Alert) {
    let saved = isTight
    isTight = false
    defer { isTight = saved }
    if let html = hooks.alert(alert, inner(node), node) { return writeBlock(html) }
    let name = alert.rawValue
    writeBlock("<div class=\"markdown-alert markdown-alert-\(name)\">\n")
    write(
      "<p class=\"markdown-alert-title\">\(name.prefix(1).uppercased())\(name.dropFirst())</p>\n")
    append(node.children)
    writeBlock("</div>\n")
  }

  private mutating func appendTable(_ node: Node, _ alignments: [Node.Alignment]) {
    let saved = output
    output = []
    appendRows(node, alignments)
    let rows = String(decoding: output, as: UTF8.self)
    output = saved
    writeBlock(hooks.table(rows, node) ?? "<table>\n\(rows)</table>\n")
  }

  private mutating func appendRows(_ node: Node, _ alignments: [Node.Alignment]) {
    let scope = mode == .lesson ? " scope=\"col\"" : ""
    for (index, row) in node.children.enumerated() {
      if index == 0 { write("<thead>\n") }
      if index == 1 { write("<tbody>\n") }
      write("<tr>\n")
      for (cell, alignment) in zip(row.children, alignments) {
        // On a page, a head with nothing in it heads nothing.
        let isHead = index == 0 && !(mode == .lesson && cell.children.isEmpty)
        let tag = isHead ? "th" : "td"
        write("<\(tag)\(isHead ? scope : "")\(attribute(for: alignment))>")
        append(cell.children)
        write("</\(tag)>\n")
      }
      write("</tr>\n")
      if index == 0 { write("</thead>\n") }
    }
    if node.children.count > 1 { write("</tbody>\n") }
  }

  private func attribute(for alignment: Node.Alignment) -> String {
    if alignment == .none { return "" }
    // The attribute of GitHub's specification is obsolete in HTML.
    return " \(mode == .lesson ? "class" : "align")=\"\(alignment)\""
  }

  private mutating func appendFootnote(_ node: Node, _ label: String, _ number: Int) {
    let target = HTMLText.escapeURL(label)
    startLine()
    write("<li id=\"fn-\(target)\">\n")
    let links = (1...max(1, references[number] ?? 1)).map { occurrence in
      let suffix = occurrence > 1 ? "-\(occurrence)" : ""
      let mark = occurrence > 1 ? "↩<sup class=\"footnote-ref\">\(occurrence)</sup>" : "↩"
      return "<a href=\"#fnref-\(target)\(suffix)\" class=\"footnote-backref\""
        + " data-footnote-backref data-footnote-backref-idx=\"\(number)\(suffix)\""
        + " aria-label=\"Back to reference \(number)\(suffix)\">\(mark)</a>"
    }.joined(separator: " ")
    if let last = node.children.last, last.kind == .paragraph {
      append(Array(node.children.dropLast()))
      backReferences = links
      append(last)
    } else {
      append(node.children)
      writeBlock(links)
    }
    write("</li>\n")
  }

  // MARK: - Links and images

  private mutating func appendLink(_ node: Node, _ destination: String, _ title: String) {
    var address = hooks.linkDestination(destination, node) ?? destination
    if mode == .lesson, HTMLText.isDangerousURL(address) { address = "" }
    write("<a href=\"\(HTMLText.escapeURL(address))\"")
    if !title.isEmpty { write(" title=\"\(HTMLText.escape(title))\"") }
    write(">")
    append(node.children)
    write("</a>")
  }

  private mutating func appendImage(_ node: Node, _ destination: String, _ title: String) {
    let alternative = alternative(node)
    if let html = hooks.image(destination, alternative, node) { return write(html) }
    var address = destination
    if mode == .lesson, HTMLText.isDangerousURL(address) { address = "" }
    write("<img src=\"\(HTMLText.escapeURL(address))\" alt=\"\(HTMLText.escape(alternative))\"")
    if !title.isEmpty { write(" title=\"\(HTMLText.escape(title))\"") }
    write(" />")
  }

  /// What an image shows in words: the text of its description.
  private func alternative(_ node: Node) -> String {
    switch node.kind {
    case .text(let text), .code(let text, _), .math(let text, _), .htmlInline(let text): text
    case .softBreak, .lineBreak: " "
    default: node.children.map(alternative).joined()
    }
  }
}
