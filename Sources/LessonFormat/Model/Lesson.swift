/// A lesson as read from its file: nothing of it has been run.
public struct Lesson: Sendable {
  public let file: SourceFile
  /// The stem of the file's name: the lesson's id and its address.
  public let id: String
  public let frontMatter: FrontMatter
  public let document: Node
  /// The Swift blocks in order; `blocks[i].index == i`.
  public let blocks: [CodeBlock]
  /// The claims in prose and in check comments, in order; `claims[i].index == i`.
  public let claims: [Claim]
  /// The quizzes in order; `quizzes[i].index == i`. One with a finding is not among them.
  public let quizzes: [Quiz]
  /// The flash cards in order; `cards[i].index == i`. One with a finding is not among them.
  public let cards: [Card]
  /// The exercises that have all their parts, in the order of their starters.
  public let exercises: [Exercise]
  /// What is wrong with the text itself.
  public let findings: [FormatFinding]

  /// The title of the front matter, or the first heading, or the id.
  public var title: String {
    if !frontMatter.title.isEmpty { return frontMatter.title }
    var heading: String?
    document.visit { node in
      if case .heading(1, _) = node.kind, heading == nil { heading = node.plainText }
    }
    return heading ?? id
  }

  public init(
    file: SourceFile, id: String, frontMatter: FrontMatter, document: Node, blocks: [CodeBlock],
    claims: [Claim], quizzes: [Quiz] = [], cards: [Card] = [], exercises: [Exercise] = [],
    findings: [FormatFinding]
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
  }
}

/// What stands between the `---` lines at the top of a lesson.
public struct FrontMatter: Hashable, Sendable {
  public var title = ""
  public var summary = ""
  public var objectives: [String] = []
  /// Stems of the lessons to know first.
  public var prerequisites: [String] = []
  public var sources: [String] = []
  public var minutes: Int?
  /// Numbers, as written, that the text may use unchecked.
  public var given: [String] = []
  /// The number of lines that the front matter takes, its `---` lines included; 0 without one.
  public var lineCount = 0

  public init() {}
}

/// A block of Swift in a lesson.
public struct CodeBlock: Sendable {
  /// What verification does with a block.
  public enum Execution: Hashable, Sendable {
    /// Runs as a part of the lesson's program; later blocks see what it declares.
    case run
    /// Is not compiled, for the reason given.
    case skip(reason: String)
    /// Must not compile.
    case fails
    /// Must trap when run.
    case traps
    /// The starter of the exercise with this id: what the reader edits.
    case starter(String)
    /// A full answer to the exercise with this id.
    case solution(String)
    /// What must hold of an answer to the exercise with this id.
    case check(String)
  }

  /// How a page shows a block that it shows at all.
  public enum Presentation: Hashable, Sendable {
    case shown
    /// Folded away; the reader can unfold it.
    case hidden
    /// An explorable with this id, which the page runs again as its controls are moved.
    case live(String)
  }

  public let index: Int
  public let execution: Execution
  public let presentation: Presentation
  /// The code, with a line feed after every line.
  public let code: String
  /// The whole fence in the file.
  public let range: SourceRange
  /// The Markdown line of the first line of code.
  public let firstLine: Int
  public let checks: [Check]
  /// The `output` fence right after the block: what it must print.
  public let output: ExpectedText?
  /// The `diagnostic` fence after a `fails` or `traps` block: what must be said.
  public let diagnostic: ExpectedText?
  /// The last expression, when it stands bare and has no check: its value is shown.
  public let shownExpression: CodeSpan?
  /// Whether the code can stand in a scope of its own.
  public let scopeRequirement: BlockSyntax.ScopeRequirement
}

extension CodeBlock.Execution {
  /// Whether the block stands in the lesson's program at its place.
  public var isInProgram: Bool {
    switch self {
    case .run, .traps, .starter: true
    case .skip, .fails, .solution, .check: false
    }
  }
}

/// A stretch of a block's code, as offsets in UTF-8 from the block's start.
public struct CodeSpan: Hashable, Sendable {
  public var start: Int
  public var end: Int

  public init(start: Int, end: Int) {
    self.start = start
    self.end = end
  }
}

/// A fence that holds expected text: an `output` or a `diagnostic`.
public struct ExpectedText: Sendable {
  public let text: String
  public let range: SourceRange
  /// The Markdown line of the first line of text.
  public let firstLine: Int
}
