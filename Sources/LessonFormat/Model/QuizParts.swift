/// The blocks of a quiz by what they are.
struct QuizParts {
  private(set) var question: [Node] = []
  /// The options.
  private(set) var items: [Node] = []
  /// What stands behind the options, comments aside.
  private(set) var rest: [Node] = []

  init(_ blocks: [Node]) {
    for block in blocks {
      if items.isEmpty, Self.isTaskList(block) {
        items = block.children
      } else if items.isEmpty {
        question.append(block)
      } else if !Self.isComment(block) {
        rest.append(block)
      }
    }
  }

  static func isTaskList(_ node: Node) -> Bool {
    guard case .list = node.kind else { return false }
    return node.children.contains { if case .item(_?) = $0.kind { true } else { false } }
  }

  static func isComment(_ node: Node) -> Bool {
    if case .htmlBlock(let text) = node.kind {
      text.trimmingBlanks.hasPrefix("<!--")
    } else {
      false
    }
  }

  /// The code span with `≈` that ends the last paragraph, a full stop behind it aside.
  var finalClaim: Node? {
    let blocks = (rest.isEmpty ? question : rest).filter { !Self.isComment($0) }
    guard let last = blocks.last, last.kind == .paragraph else { return nil }
    let inline = last.children.last { !Inlines.isBlank($0) }
    guard let inline, case .code(let text, 1) = inline.kind, text.contains("≈") else { return nil }
    return inline
  }

  /// The question without the span that answers it.
  func answered(by claim: Int) -> (question: [Node], span: Node)? {
    var question = question
    let block = question.lastIndex { node in
      node.kind == .paragraph && node.children.contains { $0.meaning == .claims([claim]) }
    }
    guard let block,
      let place = question[block].children.lastIndex(where: { $0.meaning == .claims([claim]) })
    else { return nil }
    let span = question[block].children[place]
    question[block].children.removeSubrange(place...)
    question[block].children = Inlines.trimmed(question[block].children)
    if question[block].children.isEmpty { question.remove(at: block) }
    return (question, span)
  }
}
