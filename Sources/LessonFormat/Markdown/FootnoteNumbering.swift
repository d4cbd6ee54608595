/// A footnote that no text refers to.
struct UnusedFootnote {
  let label: String
  let position: SourcePosition
}

/// Gives footnotes their numbers, in the order in which they are first referred to.
struct FootnoteNumbering {
  private let definitions: [FootnoteScanner.Definition]
  /// For each definition, its number and how often it has been referred to.
  private var numbers: [Int: Int] = [:]
  private var occurrences: [Int: Int] = [:]
  /// The definitions in the order of their numbers.
  private var order: [Int] = []

  /// Numbers the references in the nodes, and returns the definitions that are referred to; of others, which
  /// no reader sees, where they start.
  static func apply(
    to nodes: inout [Node], definitions: [FootnoteScanner.Definition], bodies: [[Node]],
    source: MarkdownSource
  ) -> (used: [Node], unused: [UnusedFootnote]) {
    guard !definitions.isEmpty else { return ([], []) }
    var numbering = FootnoteNumbering(definitions: definitions)
    numbering.number(&nodes)
    var result: [Node] = []
    while result.count < numbering.order.count {
      let index = numbering.order[result.count]
      var children = bodies[index]
      numbering.number(&children)
      let definition = definitions[index]
      let start = numbering.start(of: definition, in: source)
      let last = definition.lines[definition.lines.count - 1]
      let end = source.position(line: last.number, byte: last.byte + last.bytes.count)
      result.append(
        Node(
          .footnoteDefinition(label: definition.label, number: result.count + 1),
          range: SourceRange(start: start, end: end), children: children))
    }
    let unused = definitions.indices.filter { numbering.numbers[$0] == nil }.map {
      UnusedFootnote(
        label: definitions[$0].label, position: numbering.start(of: definitions[$0], in: source))
    }
    return (result, unused)
  }

  private func start(
    of definition: FootnoteScanner.Definition, in source: MarkdownSource
  ) -> SourcePosition {
    source.position(line: definition.line, byte: definition.byte)
  }

  private init(definitions: [FootnoteScanner.Definition]) { self.definitions = definitions }

  private mutating func number(_ nodes: inout [Node]) {
    for position in nodes.indices {
      if case .footnoteReference(_, let index, _) = nodes[position].kind {
        if numbers[index] == nil {
          order.append(index)
          numbers[index] = order.count
        }
        occurrences[index, default: 0] += 1
        nodes[position].kind = .footnoteReference(
          label: definitions[index].label, number: numbers[index] ?? 0,
          occurrence: occurrences[index] ?? 1)
      } else if !nodes[position].children.isEmpty {
        number(&nodes[position].children)
      }
    }
  }
}
