/// A question with its answer: options to choose among, or one number. A prediction is one that is asked
/// before the text tells the result, and may leave the answer to that.
public struct Quiz: Sendable {
  /// What a question is for.
  public enum Purpose: Hashable, Sendable {
    /// To see what was understood: `[!QUIZ]`.
    case question
    /// To guess before a result: `[!PREDICT]`.
    case prediction
  }

  /// The place among the quizzes and predictions of the lesson.
  public let index: Int
  /// What the question is for.
  public let purpose: Purpose
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
    /// Whether its box is ticked.
    public let isRight: Bool
    /// The whole item of the list.
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
  init(index: Int, purpose: Purpose, range: SourceRange, blocks: [Node], claim: Int?) {
    self.index = index
    self.purpose = purpose
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
