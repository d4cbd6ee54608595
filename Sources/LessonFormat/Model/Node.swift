/// One node of a lesson's Markdown, with the place it was read from.
///
/// The tree is CommonMark's, with GitHub's additions (tables, task lists, strike-through,
/// footnotes, alerts, math) as kinds of their own.
public struct Node: Sendable {
  /// What the node is in Markdown.
  public var kind: Kind
  /// Where it stands in the file.
  public var range: SourceRange
  /// The nodes right below it, in order.
  public var children: [Node]
  /// What the node is in its lesson, beyond its Markdown; nil for prose. ``LessonReader`` notes it.
  public var meaning: Meaning?

  /// A node of Markdown.
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
    /// An alert that is a quiz or a prediction.
    case quiz(Int)
    /// An alert that is a flash card.
    case card(Int)
  }

  /// What a node is in Markdown.
  public enum Kind: Hashable, Sendable {
    // Blocks.
    /// The root; its children are blocks.
    case document
    /// Its children are inlines.
    case paragraph
    /// `id` is the anchor, unique in the document, made from the text as GitHub makes it.
    case heading(level: Int, id: String)
    /// A rule across the page, `---`.
    case thematicBreak
    /// A quote, `>`; its children are blocks.
    case blockQuote
    /// Its children are items.
    case list(List)
    /// `task` is nil for an ordinary item, else whether the box is ticked.
    case item(task: Bool?)
    /// Code, fenced or indented.
    case codeBlock(CodeFence)
    /// HTML as it is written.
    case htmlBlock(String)
    /// Children are `tableRow`s; the first is the head.
    case table(alignments: [Alignment])
    /// Its children are cells, one for each of the table's columns.
    case tableRow
    /// Its children are inlines.
    case tableCell
    /// `$$…$$` on lines of its own, or a `math` fence.
    case mathBlock(String)
    /// `> [!NOTE]` and its like; the marker line is not among the children.
    case alert(Alert)
    /// In order of first reference, at the end of the document.
    case footnoteDefinition(label: String, number: Int)

    // Inlines.
    /// Characters, with escapes and entities resolved.
    case text(String)
    /// The end of a line, which shows as a blank.
    case softBreak
    /// The end of a line that shows as one.
    case lineBreak
    /// A code span, and how many backticks stand on each side.
    case code(String, backticks: Int)
    /// A tag or comment as it is written.
    case htmlInline(String)
    /// `*…*`
    case emphasis
    /// `**…**`
    case strong
    /// `~~…~~`
    case strikethrough
    /// A link, also one that is a bare address; the title is empty where there is none.
    case link(destination: String, title: String)
    /// An image, whose children are its alternative text.
    case image(destination: String, title: String)
    /// `$…$`, or `$$…$$` within a line for a formula that is set off.
    case math(String, display: Bool)
    /// `occurrence` counts the references to one footnote from 1.
    case footnoteReference(label: String, number: Int, occurrence: Int)
  }

  /// How a list is numbered and spaced.
  public struct List: Hashable, Sendable {
    /// The first number of an ordered list; nil for a bullet list.
    public var start: Int?
    /// Whether no blank line stands between the items, so that their paragraphs are not spaced.
    public var isTight: Bool

    /// A list that starts at this number, or a bullet list.
    public init(start: Int?, isTight: Bool) {
      self.start = start
      self.isTight = isTight
    }
  }

  /// How the cells of a column are aligned.
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

    /// A fence with its content.
    public init(info: String, literal: String, firstLine: Int, isClosed: Bool) {
      self.info = info
      self.literal = literal
      self.firstLine = firstLine
      self.isClosed = isClosed
    }
  }

  /// The kinds of alerts; the raw value is the marker in lower case.
  public enum Alert: String, CaseIterable, Hashable, Sendable {
    /// GitHub's five, and the quizzes, predictions, hints and cards of lessons.
    case note, tip, important, warning, caution, quiz, predict, hint, card
  }
}

extension Node {
  /// The node and all below it, in document order.
  public func visit(_ body: (Node) throws -> Void) rethrows {
    try body(self)
    // By place, so that no child is copied.
    for place in children.indices { try children[place].visit(body) }
  }

  /// Where it leads by itself: a link, an image, or the links and pictures of raw HTML. In this a sign stands
  /// before each.
  public var destinations: [(sign: String, text: String)] {
    switch kind {
    case .link(let destination, _), .image(let destination, _): [("(", destination)]
    case .htmlBlock(let html), .htmlInline(let html): HTMLScanner.destinations(in: html)
    default: []
    }
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
