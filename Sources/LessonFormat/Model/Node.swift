/// One node of a lesson's Markdown, with the place it was read from.
///
/// The tree is CommonMark's, with GitHub's additions (tables, task lists, strike-through,
/// footnotes, alerts, math) as kinds of their own.
public struct Node: Sendable {
  public var kind: Kind
  public var range: SourceRange
  public var children: [Node]
  /// What the node is in its lesson, beyond its Markdown; nil for prose. ``LessonReader`` notes it.
  public var meaning: Meaning?

  public init(
    _ kind: Kind, range: SourceRange, children: [Node] = [], meaning: Meaning? = nil
  ) {
    self.kind = kind
    self.range = range
    self.children = children
    self.meaning = meaning
  }

  /// What a node is in its lesson, by its place among the lesson's blocks, claims, quizzes or cards.
  public enum Meaning: Hashable, Sendable {
    /// A fence that is a Swift block.
    case block(Int)
    /// An `output` or `diagnostic` fence, which is a part of the block before it.
    case partOfBlock
    /// Text that holds numbers of claims: a code span that claims something, or a formula, number or
    /// code span that check comments behind it speak of.
    case claims([Int])
    /// Check comments; the claims are those whose number stands nowhere beside them.
    case checkComment(loose: [Int])
    /// An alert that is a quiz.
    case quiz(Int)
    /// An alert that is a flash card.
    case card(Int)
  }

  public enum Kind: Hashable, Sendable {
    // Blocks.
    case document
    case paragraph
    /// `id` is the anchor, unique in the document, made from the text as GitHub makes it.
    case heading(level: Int, id: String)
    case thematicBreak
    case blockQuote
    case list(List)
    /// `task` is nil for an ordinary item, else whether the box is ticked.
    case item(task: Bool?)
    case codeBlock(CodeFence)
    case htmlBlock(String)
    /// Children are `tableRow`s; the first is the head.
    case table(alignments: [Alignment])
    case tableRow
    case tableCell
    /// `$$…$$` on lines of its own, or a `math` fence.
    case mathBlock(String)
    /// `> [!NOTE]` and its like; the marker line is not among the children.
    case alert(Alert)
    /// In order of first reference, at the end of the document.
    case footnoteDefinition(label: String, number: Int)

    // Inlines.
    case text(String)
    case softBreak
    case lineBreak
    case code(String, backticks: Int)
    case htmlInline(String)
    case emphasis
    case strong
    case strikethrough
    case link(destination: String, title: String)
    case image(destination: String, title: String)
    case math(String, display: Bool)
    /// `occurrence` counts the references to one footnote from 1.
    case footnoteReference(label: String, number: Int, occurrence: Int)
  }

  public struct List: Hashable, Sendable {
    /// The first number of an ordered list; nil for a bullet list.
    public var start: Int?
    public var isTight: Bool

    public init(start: Int?, isTight: Bool) {
      self.start = start
      self.isTight = isTight
    }
  }

  public enum Alignment: Hashable, Sendable { case none, left, center, right }

  /// A code block, fenced or indented.
  public struct CodeFence: Hashable, Sendable {
    /// The info string with entities and escapes resolved; empty for an indented block.
    public var info: String
    /// The content, with a line feed after every line.
    public var literal: String
    /// The Markdown line on which the content starts.
    public var firstLine: Int
    /// Whether the fence is closed; true for an indented block.
    public var isClosed: Bool

    public init(info: String, literal: String, firstLine: Int, isClosed: Bool) {
      self.info = info
      self.literal = literal
      self.firstLine = firstLine
      self.isClosed = isClosed
    }
  }

  public enum Alert: String, CaseIterable, Hashable, Sendable {
    case note, tip, important, warning, caution, quiz, hint, card
  }
}

extension Node {
  /// The node and all below it, in document order.
  public func visit(_ body: (Node) throws -> Void) rethrows {
    try body(self)
    for child in children { try child.visit(body) }
  }

  /// The text that a reader sees, without markup.
  public var plainText: String {
    switch kind {
    case .text(let text), .code(let text, _), .math(let text, _): text
    case .softBreak, .lineBreak: " "
    default: children.map(\.plainText).joined()
    }
  }
}
