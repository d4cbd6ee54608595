/// A flash card: a question and its answer, to be asked again after a while.
public struct Card: Sendable {
  /// The place among the cards of the lesson.
  public let index: Int
  /// The whole alert.
  public let range: SourceRange
  /// What the card is about, as the author names it.
  public let topic: String
  /// A number or a word, as the author rates it.
  public let difficulty: String
  /// What its history is kept under, where the author names it: unique in the course.
  public let id: String?
  /// The blocks before the rule.
  public let question: [Node]
  /// The blocks behind the rule.
  public let answer: [Node]

  /// - Parameter isHeadInText: Whether topic and difficulty stand in the first line of the text,
  ///   rather than on the line of the marker.
  init(
    index: Int, range: SourceRange, head: CardHead, isHeadInText: Bool, blocks: [Node]
  ) {
    self.index = index
    self.range = range
    topic = head.topic ?? ""
    difficulty = head.difficulty ?? ""
    id = head.id
    (question, answer) = Self.sides(of: isHeadInText ? Self.withoutHead(blocks) : blocks)
  }

  /// What stands before and behind the first rule.
  private static func sides(of blocks: [Node]) -> (question: [Node], answer: [Node]) {
    guard let rule = blocks.firstIndex(where: { $0.kind == .thematicBreak }) else {
      return (blocks, [])
    }
    return (Array(blocks[..<rule]), Array(blocks[(rule + 1)...]))
  }

  private static func withoutHead(_ blocks: [Node]) -> [Node] {
    guard var first = blocks.first, first.kind == .paragraph else { return blocks }
    first.children = Inlines.firstLine(first.children).rest
    return (first.children.isEmpty ? [] : [first]) + blocks.dropFirst()
  }
}
