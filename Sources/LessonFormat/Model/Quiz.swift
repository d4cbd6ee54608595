/// A question with its answer: options to choose among, or one number.
public struct Quiz: Sendable {
  /// The place among the quizzes of the lesson.
  public let index: Int
  /// The whole alert.
  public let range: SourceRange
  /// What is asked. Of a numeric question, without the claim that answers it.
  public let question: [Node]
  /// The options in order; none in a numeric question.
  public let options: [Option]
  /// The answer of a numeric question.
  public let answer: Answer?

  /// One option with what it says of itself when it is chosen.
  public struct Option: Sendable {
    public let isRight: Bool
    public let range: SourceRange
    /// Inlines: what is chosen.
    public let text: [Node]
    /// Inlines: why it is right or wrong.
    public let explanation: [Node]
    /// Blocks that go on explaining.
    public let more: [Node]
  }

  /// The claim at the end of a numeric question.
  public struct Answer: Sendable {
    /// The place among the claims of the lesson.
    public let claim: Int
    /// The code span.
    public let span: Node
  }

  /// Takes an alert's blocks apart.
  ///
  /// - Parameters:
  ///   - claim: for a numeric question, the claim that answers it.
  init(index: Int, range: SourceRange, blocks: [Node], claim: Int?) {
    self.index = index
    self.range = range
    let parts = QuizParts(blocks)
    guard let claim, let (question, span) = parts.answered(by: claim) else {
      question = parts.question
      options = parts.items.map(Option.init)
      answer = nil
      return
    }
    self.question = question
    options = []
    answer = Answer(claim: claim, span: span)
  }
}

extension Quiz.Option {
  /// Takes an item of a task list apart at the first em dash that has blanks around it.
  init(_ item: Node) {
    if case .item(true?) = item.kind { isRight = true } else { isRight = false }
    range = item.range
    var blocks = item.children
    let first = blocks.first.map { $0.kind == .paragraph } ?? false ? blocks.removeFirst() : nil
    let inlines = first?.children ?? []
    more = blocks
    (text, explanation) = Inlines.split(inlines) ?? (inlines, [])
  }
}

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
