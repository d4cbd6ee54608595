/// An inline node, or a run of tildes of which it is not known yet what it is.
enum InlineItem {
  case node(Node)
  case tildes(count: Int, range: SourceRange, canOpen: Bool, canClose: Bool)

  /// Strike-through in strike-through deeper than this stays text: no stack is endless.
  private static let maximumDepth = 4

  /// Pairs tildes into strike-through, and joins the text that is left side by side.
  ///
  /// Strikethrough (extension), section 6.5 of the GitHub Flavored Markdown specification: one
  /// or two tildes, as many to close as to open, flanking as for emphasis with `*`.
  static func resolve(_ items: [InlineItem]) -> [Node] {
    /// What has been read since an opening run; the first level has none.
    struct Level {
      var count = 0
      var range = SourceRange(
        start: SourcePosition(line: 0, column: 0), end: SourcePosition(line: 0, column: 0))
      var nodes: [Node] = []
    }
    var levels = [Level()]
    func text(_ count: Int, _ range: SourceRange) -> Node {
      Node(.text(String(repeating: "~", count: count)), range: range)
    }
    /// Takes back the innermost opening run as text.
    func demote() {
      let level = levels.removeLast()
      levels[levels.count - 1].nodes.append(text(level.count, level.range))
      levels[levels.count - 1].nodes += level.nodes
    }
    for item in items {
      switch item {
      case .node(let node):
        levels[levels.count - 1].nodes.append(node)
      case .tildes(let count, let range, let canOpen, let canClose):
        if canClose, levels.dropFirst().contains(where: { $0.count == count }) {
          while levels[levels.count - 1].count != count { demote() }
          let level = levels.removeLast()
          let whole = SourceRange(start: level.range.start, end: range.end)
          let node = Node(.strikethrough, range: whole, children: joined(level.nodes))
          levels[levels.count - 1].nodes.append(node)
        } else if canOpen, levels.count <= maximumDepth {
          levels.append(Level(count: count, range: range))
        } else {
          levels[levels.count - 1].nodes.append(text(count, range))
        }
      }
    }
    while levels.count > 1 { demote() }
    return joined(levels[0].nodes)
  }

  private static func joined(_ nodes: [Node]) -> [Node] {
    var result: [Node] = []
    result.reserveCapacity(nodes.count)
    for node in nodes {
      if case .text(let right) = node.kind, case .text(var left)? = result.last?.kind {
        // Nothing else holds the text, so that what is added to it does not copy it.
        result[result.count - 1].kind = .softBreak
        left += right
        result[result.count - 1].kind = .text(left)
        result[result.count - 1].range.end = node.range.end
      } else {
        result.append(node)
      }
    }
    return result
  }
}
