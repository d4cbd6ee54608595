/// Runs of inline nodes, cut where their text says so.
enum Inlines {
  /// What stands before and behind the first em dash that has a blank or the end of a line on both
  /// sides; nil where there is none. A dash in a code span, a formula or emphasis is text like any
  /// other.
  static func split(_ inlines: [Node]) -> (before: [Node], after: [Node])? {
    let inlines = joined(inlines)
    for (place, node) in inlines.enumerated() {
      guard node.meaning == nil, case .text(let text) = node.kind else { continue }
      for index in text.indices where text[index] == "—" {
        let before = text[..<index]
        let after = text[text.index(after: index)...]
        let opens = before.last.map(\.isWhitespace) ?? (place == 0 || isBreak(inlines[place - 1]))
        let closes =
          after.first.map(\.isWhitespace)
          ?? (place + 1 == inlines.count || isBreak(inlines[place + 1]))
        guard opens, closes else { continue }
        let head = inlines[..<place] + [Node(.text(String(before)), range: node.range)]
        let tail = [Node(.text(String(after)), range: node.range)] + inlines[(place + 1)...]
        return (trimmed(Array(head)), trimmed(tail))
      }
    }
    return nil
  }

  /// The first line, and the lines behind it.
  static func firstLine(_ inlines: [Node]) -> (line: [Node], rest: [Node]) {
    guard let end = inlines.firstIndex(where: isBreak) else { return (inlines, []) }
    return (Array(inlines[..<end]), trimmed(Array(inlines[(end + 1)...])))
  }

  /// Without the blanks and breaks at both ends.
  static func trimmed(_ inlines: [Node]) -> [Node] {
    var inlines = inlines[...]
    while let first = inlines.first {
      if case .text(let text) = first.kind {
        let rest = text.drop(while: \.isWhitespace)
        if !rest.isEmpty {
          inlines[inlines.startIndex].kind = .text(String(rest))
          break
        }
      } else if !isBreak(first) {
        break
      }
      inlines.removeFirst()
    }
    while let last = inlines.last {
      if case .text(var text) = last.kind {
        while text.last?.isWhitespace ?? false { text.removeLast() }
        if !text.isEmpty {
          inlines[inlines.endIndex - 1].kind = .text(text)
          break
        }
      } else if !isBreak(last) {
        break
      }
      inlines.removeLast()
    }
    return Array(inlines)
  }

  static func isBreak(_ node: Node) -> Bool { node.kind == .softBreak || node.kind == .lineBreak }

  /// Whether a node shows nothing but blanks and a full stop: the end of a sentence.
  static func isBlank(_ node: Node) -> Bool {
    switch node.kind {
    case .text(let text): text.allSatisfy { $0.isWhitespace || $0 == "." }
    case .htmlInline(let text): text.hasPrefix("<!--")
    default: isBreak(node)
    }
  }

  /// Texts that stand side by side as one, and without the check comments that show nothing.
  private static func joined(_ inlines: [Node]) -> [Node] {
    var joined: [Node] = []
    for node in inlines where node.meaning != .checkComment(loose: []) {
      if node.meaning == nil, case .text(let text) = node.kind, let last = joined.last,
        last.meaning == nil, case .text(let before) = last.kind
      {
        let start = joined[joined.count - 1].range.start
        joined[joined.count - 1] = Node(
          .text(before + text), range: SourceRange(start: start, end: node.range.end))
      } else {
        joined.append(node)
      }
    }
    return joined
  }
}
