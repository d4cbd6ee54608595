/// A lesson as read from its file: nothing of it has been run.
public struct Lesson: Sendable {
  /// The Markdown file that it was read from.
  public let file: SourceFile
  /// The stem of the file's name: the lesson's id and its address.
  public let id: String
  /// What stands between the `---` lines at its top.
  public let frontMatter: FrontMatter
  /// The text after the front matter.
  public let document: Node
  /// The Swift blocks in order; `blocks[i].index == i`.
  public let blocks: [CodeBlock]
  /// The claims in prose and in check comments, in order; `claims[i].index == i`.
  public let claims: [Claim]
  /// The quizzes and predictions in order; `quizzes[i].index == i`. One with a finding is not among them.
  public let quizzes: [Quiz]
  /// The flash cards in order; `cards[i].index == i`. One with a finding is not among them.
  public let cards: [Card]
  /// The exercises that have all their parts, in the order of their starters.
  public let exercises: [Exercise]
  /// What is wrong with the text itself.
  public let findings: [FormatFinding]
  /// The variables that are read before they have a value.
  public package(set) var earlyReads: [EarlyRead]
  /// The variables that may be read before they have a value, whatever the code tells of it.
  public let lateVariables: [LateVariable]

  /// The title of the front matter, or the first heading, or the id.
  public var title: String {
    if !frontMatter.title.isEmpty { return frontMatter.title }
    return Self.firstHeading(in: document) ?? id
  }

  private static func firstHeading(in node: Node) -> String? {
    if case .heading(1, _) = node.kind { return node.plainText }
    for place in node.children.indices {
      if let heading = firstHeading(in: node.children[place]) { return heading }
    }
    return nil
  }

  /// A lesson of these parts, whose indices must be their places.
  public init(
    file: SourceFile, id: String, frontMatter: FrontMatter, document: Node, blocks: [CodeBlock],
    claims: [Claim], quizzes: [Quiz] = [], cards: [Card] = [], exercises: [Exercise] = [],
    findings: [FormatFinding], earlyReads: [EarlyRead] = [], lateVariables: [LateVariable] = []
  ) {
    self.file = file
    self.id = id
    self.frontMatter = frontMatter
    self.document = document
    self.blocks = blocks
    self.claims = claims
    self.quizzes = quizzes
    self.cards = cards
    self.exercises = exercises
    self.findings = findings
    self.earlyReads = earlyReads
    self.lateVariables = lateVariables
  }
}
