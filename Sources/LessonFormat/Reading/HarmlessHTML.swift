/// The raw HTML that comes to a page as HTML wherever a lesson is from: a few elements that neither
/// run, load, link nor style anything, and comments. All other is shown as the text that it is.
///
/// Elements must be closed where they stand, since one that is not would take in what follows; only
/// `<details>` may hold other blocks of the text.
package enum HarmlessHTML {
  /// A text in which raw HTML that does not come to pages is text, with its comments behind it.
  package static func applied(to node: Node) -> Node {
    var node = node
    apply(to: &node)
    return node
  }

  /// Makes text of the raw HTML below a node that does not come to pages, with its comments behind it.
  static func apply(to node: inout Node) {
    guard !node.children.isEmpty else { return }
    let places = placesOfText(blocks: node.children).union(placesOfText(inlines: node.children))
    for place in node.children.indices {
      if places.contains(place) {
        node.children[place] = text(node.children[place])
      } else if !node.children[place].children.isEmpty {
        apply(to: &node.children[place])
      }
    }
  }

  /// Raw HTML as text.
  private static func text(_ node: Node) -> Node {
    switch node.kind {
    case .htmlInline(let html): return Node(.text(html), range: node.range)
    case .htmlBlock(let html):
      let (text, comments) = RawHTML.dividedFromComments(html)
      let paragraph = Node(.paragraph, range: node.range, children: lines(text, in: node.range))
      guard !comments.isEmpty else { return paragraph }
      return Node(
        .document, range: node.range,
        children: [paragraph, Node(.htmlBlock(comments), range: node.range)])
    default: return node
    }
  }

  private static func lines(_ text: String, in range: SourceRange) -> [Node] {
    var nodes: [Node] = []
    for (offset, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where line.contains(where: { !$0.isWhitespace }) {
      let number = range.start.line + offset
      let place = SourceRange(
        start: SourcePosition(line: number, column: 1),
        end: SourcePosition(line: number, column: line.unicodeScalars.count + 1))
      if !nodes.isEmpty { nodes.append(Node(.softBreak, range: place)) }
      nodes.append(Node(.text(String(line)), range: place))
    }
    return nodes
  }

  /// The places of those inlines that are raw HTML to be shown as text.
  private static func placesOfText(inlines nodes: [Node]) -> Set<Int> {
    var places: Set<Int> = []
    var open: [(name: String, place: Int)] = []
    for (place, node) in nodes.enumerated() {
      guard case .htmlInline(let html) = node.kind else { continue }
      let pieces = RawHTML.pieces(of: html)
      guard pieces?.count == 1, let piece = pieces?.first else {
        places.insert(place)
        continue
      }
      switch piece {
      case .comment: break
      case .open("br", let attributes) where attributes.isEmpty: break
      case .open(let name, let attributes) where phrasing.contains(name) && attributes.isEmpty:
        open.append((name, place))
      case .close(let name) where name == open.last?.name: open.removeLast()
      default: places.insert(place)
      }
    }
    return places.union(open.map(\.place))
  }

  /// The places of those blocks that are raw HTML to be shown as text.
  private static func placesOfText(blocks nodes: [Node]) -> Set<Int> {
    var places: Set<Int> = []
    // Where `<details>` opens that its own block does not close.
    var open: [Int] = []
    for (place, node) in nodes.enumerated() {
      guard case .htmlBlock(let html) = node.kind else { continue }
      var block = BlockReader(open: open.count)
      guard let pieces = RawHTML.pieces(of: html), pieces.allSatisfy({ block.takes($0) }),
        block.isComplete
      else {
        places.insert(place)
        continue
      }
      open.removeLast(block.closed)
      open += Array(repeating: place, count: block.opened)
    }
    return places.union(open)
  }

  private static let phrasing: Set = ["kbd", "sub", "sup"]

  /// Follows the elements of one block.
  private struct BlockReader {
    /// How many `<details>` were open before the block, and are still.
    var open: Int
    /// How many of those the block closes.
    var closed = 0
    /// The elements that the block has opened, the innermost last.
    private var stack: [String] = []
    /// Whether a summary may stand here.
    private var takesSummary = false

    init(open: Int) { self.open = open }

    /// How many `<details>` the block leaves open.
    var opened: Int { stack.count }

    /// Whether nothing but `<details>` is left open.
    var isComplete: Bool { stack.allSatisfy { $0 == "details" } }

    /// Whether the next piece may stand where it does.
    mutating func takes(_ piece: RawHTML.Piece) -> Bool {
      switch piece {
      case .comment: return true
      case .text(let text):
        guard text.contains(where: { !$0.isWhitespace }) else { return true }
        takesSummary = false
        return stack.last.map { HarmlessHTML.content[$0] == nil } ?? true
      case .open(let name, let attributes):
        let mayStand = takes(name)
        takesSummary = name == "details"
        guard mayStand, attributes.allSatisfy({ HarmlessHTML.isHarmless($0, of: name) }) else {
          return false
        }
        if name != "br" { stack.append(name) }
        return true
      case .close(let name):
        takesSummary = false
        if stack.last == name {
          stack.removeLast()
          return true
        }
        guard stack.isEmpty, name == "details", open > 0 else { return false }
        open -= 1
        closed += 1
        return true
      }
    }

    private func takes(_ name: String) -> Bool {
      if let parent = stack.last, let content = HarmlessHTML.content[parent] {
        return content.contains(name)
      }
      let isInLine = stack.contains { HarmlessHTML.phrasing.contains($0) || $0 == "summary" }
      switch name {
      case "br", "kbd", "sub", "sup": return true
      case "details", "table": return !isInLine
      case "summary": return takesSummary && stack.last == "details"
      default: return false
      }
    }
  }

  /// What may stand right in the elements of a table that hold no text.
  private static let content: [String: Set<String>] = [
    "table": ["caption", "thead", "tbody", "tfoot", "tr"], "thead": ["tr"], "tbody": ["tr"],
    "tfoot": ["tr"], "tr": ["th", "td"],
  ]

  private static func isHarmless(_ attribute: RawHTML.Attribute, of name: String) -> Bool {
    switch (name, attribute.name) {
    case ("details", "open"): attribute.value.isEmpty || attribute.value == "open"
    case ("td", "colspan"), ("td", "rowspan"), ("th", "colspan"), ("th", "rowspan"):
      Int(attribute.value).map { (1...1000).contains($0) } ?? false
    case ("th", "scope"): ["row", "col", "rowgroup", "colgroup"].contains(attribute.value)
    default: false
    }
  }
}
