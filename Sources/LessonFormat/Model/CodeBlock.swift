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
    /// As it is written.
    case shown
    /// Folded away; the reader can unfold it.
    case hidden
    /// An explorable with this id, which the page runs again as its controls are moved.
    case live(String)
  }

  /// The place among the blocks of the lesson.
  public let index: Int
  /// What verification does with it.
  public let execution: Execution
  /// How a page shows it.
  public let presentation: Presentation
  /// The code, with a line feed after every line.
  public let code: String
  /// The whole fence in the file.
  public let range: SourceRange
  /// The Markdown line of the first line of code.
  public let firstLine: Int
  /// The checks in trailing comments, in order; `checks[i].index == i`.
  public let checks: [Check]
  /// What would be checks if the block ran: comments in one that is skipped or must not compile.
  public let unevaluatedChecks: [Check]
  /// The `output` fence right after the block: what it must print.
  public let output: ExpectedText?
  /// The `diagnostic` fence after a `fails` or `traps` block: what must be said.
  public let diagnostic: ExpectedText?
  /// The last expression, when it stands bare and has no check: its value is shown.
  public let shownExpression: CodeSpan?
  /// Whether the code can stand in a scope of its own.
  public let scopeRequirement: BlockSyntax.ScopeRequirement
  /// Whether the code waits outside its functions and closures.
  public let isAsynchronous: Bool
  /// The statements of its top level that may throw what nothing catches, in order.
  public let throwingStatements: [ThrowingStatement]
  /// The stretches of its top level that are many expressions, one after another.
  public let expressionRuns: [CodeSpan]
  /// The numbers that stand as literals in code that may run; none in code that is not compiled.
  public internal(set) var literals: CodeLiterals

  /// Whether a program of its own runs it, where it must trap: a copy of the lesson's has no threads to
  /// wait for, and no place for what only a file can hold.
  package var trapsApart: Bool { isAsynchronous || scopeRequirement == .inFile }
}

extension CodeBlock {
  /// Where the code starts in the file.
  public var start: SourcePosition { SourcePosition(line: firstLine, column: 1) }
}

extension CodeBlock.Execution {
  /// Whether the block stands in the lesson's program at its place.
  public var isInProgram: Bool {
    switch self {
    case .run, .traps, .starter: true
    case .skip, .fails, .solution, .check: false
    }
  }

  /// The fences that may follow the block and then belong to it, each once.
  var companions: Set<CompanionFence> {
    switch self {
    case .run: [.output]
    case .fails: [.diagnostic]
    case .traps: [.output, .diagnostic]
    case .skip, .starter, .solution, .check: []
    }
  }

  /// Whether the code is compiled at all.
  var isCompiled: Bool {
    switch self {
    case .run, .fails, .traps, .starter, .solution, .check: true
    case .skip: false
    }
  }

  /// Whether the code may come to run, so that comments in it can be checks.
  var mayRun: Bool {
    switch self {
    case .run, .traps, .starter, .solution, .check: true
    case .skip, .fails: false
    }
  }
}

extension CodeBlock.Presentation {
  /// Whether the page runs the block again.
  var isLive: Bool {
    if case .live = self { true } else { false }
  }

  /// Whether the value of a last expression that stands bare is shown.
  var showsValue: Bool {
    switch self {
    case .shown, .live: true
    case .hidden: false
    }
  }
}

/// A stretch of a block's code, as offsets in UTF-8 from the block's start.
public struct CodeSpan: Hashable, Sendable {
  /// The first byte.
  public var start: Int
  /// The byte after the last.
  public var end: Int

  /// The bytes from `start` up to, not including, `end`.
  public init(start: Int, end: Int) {
    self.start = start
    self.end = end
  }
}

/// A fence that says what becomes of the block right before it, named by its language.
enum CompanionFence: String, CaseIterable {
  /// What the block must print.
  case output
  /// What must be said of it.
  case diagnostic
}

/// The text of a companion fence.
public struct ExpectedText: Sendable {
  /// The expected text, with a line feed after every line.
  public let text: String
  /// The whole fence in the file.
  public let range: SourceRange
  /// The Markdown line of the first line of text.
  public let firstLine: Int
}
