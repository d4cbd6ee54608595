import LessonFormat

/// A part of a verified lesson's text, with what verification brought of it.
public indirect enum LessonNode: Sendable {
  /// Markdown that is nothing else.
  case prose(ProseNode)
  /// A block of Swift.
  case code(CodeNode)
  /// The section of an exercise.
  case exercise(ExerciseNode)
  /// A block of an exercise: in its section, or apart from it.
  case exercisePart(ExercisePart)
  /// A figure where it stands: behind its block, or where the text places it.
  case figure(FigureNode)
  /// A figure in a line of text.
  case drawing(ShownFigure)
  /// A table that a block has filled.
  case table(TableNode)
  case formula(FormulaNode)
  case claim(ClaimNode)
  /// A name in double backticks that is a public symbol of the library.
  case symbol(SymbolNode)
  case quiz(QuizNode)
  case card(CardNode)
  /// Hints that follow one another.
  case hints([HintNode])
}

/// A node of Markdown.
public struct ProseNode: Sendable {
  public var kind: Node.Kind
  public var range: SourceRange
  public var children: [LessonNode]

  public init(_ kind: Node.Kind, range: SourceRange, children: [LessonNode] = []) {
    self.kind = kind
    self.range = range
    self.children = children
  }
}

/// A block of Swift with what came of it.
public struct CodeNode: Sendable {
  public let block: CodeBlock
  public let result: BlockResult
}

/// An exercise: the starter, what must hold of an answer, answers, and what helps to find one.
public struct ExerciseNode: Sendable {
  public let label: ExerciseLabel
  public let starter: CodeNode
  public let checks: CodeNode
  public let solutions: [CodeNode]
  public let hints: [HintNode]
  /// What stands in its section in the lesson, in order: the starter, and what follows it up to the
  /// last block of the same exercise. Parts that stand elsewhere are not among it.
  public let content: [LessonNode]
}

/// What an exercise is called on its page.
public struct ExerciseLabel: Hashable, Sendable {
  public let exercise: Exercise
  /// The number among the exercises of the lesson, from 1.
  public let number: Int
  /// Whether a heading of the lesson has taken the exercise's anchor.
  public let isAnchorTaken: Bool
}

/// A block of an exercise.
public struct ExercisePart: Sendable {
  public enum Role: Hashable, Sendable {
    case starter
    case checks
    case solution(isFirst: Bool)
  }

  public let role: Role
  public let label: ExerciseLabel
  public let code: CodeNode
  /// Whether it stands outside of the exercise's section.
  public let isApart: Bool
}

/// A figure with its place among those of the lesson.
public struct FigureNode: Sendable {
  public let figure: ShownFigure
  public let caption: LessonText
  /// From 1.
  public let number: Int
}

/// A table that a block has filled, with its place among those of the lesson.
public struct TableNode: Sendable {
  public let table: ShownTable
  /// From 1.
  public let number: Int
}

/// A formula, and the claims whose numbers stand in it.
public struct FormulaNode: Sendable {
  public let formula: Formula
  /// What KaTeX made of it; nil where nothing was typeset.
  public let typeset: TypesetFormula?
  public let claims: [CheckedValue]
  /// Whether it is a block rather than a part of a line.
  public let isBlock: Bool
  /// The line of the Markdown file on which it starts.
  public let line: Int
}

/// Something that the text claims, beside the value that was computed.
public struct ClaimNode: Sendable {
  public enum Text: Sendable {
    /// A code span that says all of the claim.
    case span(String)
    /// The number in the text.
    case number(String)
    /// A code span with the number in it.
    case code(String)
    /// Nothing: the number stands nowhere beside the comment that claims it.
    case nothing(isBlock: Bool)

    public var plain: String {
      switch self {
      case .span(let text), .number(let text), .code(let text): text
      case .nothing: ""
      }
    }
  }

  public let text: Text
  /// One, but for comments whose numbers stand nowhere.
  public let claims: [VerifiedClaim]
}

/// A claim's value, and how it must stand to what is expected.
public struct VerifiedClaim: Sendable {
  public let value: CheckedValue
  public let relation: Relation
}

/// A name that is a public symbol of the library.
public struct SymbolNode: Sendable {
  /// The name as the text has it.
  public let name: String
  public let symbol: LibrarySymbol
  public let module: String

  /// nil for a name that is none, or could be several.
  public init?(_ name: String, in index: SymbolIndex) {
    guard case .symbol(let symbol, let module) = index.meaning(of: name) else { return nil }
    self.name = name
    self.symbol = symbol
    self.module = module
  }
}

/// A question with its answer.
public struct QuizNode: Sendable {
  public struct Option: Sendable {
    public let isRight: Bool
    public let range: SourceRange
    /// Inlines: what is chosen.
    public let text: [LessonNode]
    /// Inlines: why it is right or wrong.
    public let explanation: [LessonNode]
    /// Blocks that go on explaining.
    public let more: [LessonNode]
  }

  /// The answer of a numeric question.
  public struct Answer: Sendable {
    public let value: CheckedValue
    public let expectation: Expectation
    /// The claim as the text has it.
    public let text: LessonNode
    public let range: SourceRange
  }

  /// The place among the quizzes of the lesson, from 0.
  public let index: Int
  public let question: [LessonNode]
  /// None in a numeric question.
  public let options: [Option]
  public let answer: Answer?
}

/// A flash card.
public struct CardNode: Sendable {
  /// The id of the lesson.
  public let lesson: String
  public let card: Card
  public let question: [LessonNode]
  public let answer: [LessonNode]
}

/// A hint.
public struct HintNode: Sendable {
  public let content: [LessonNode]
}

extension LessonNode {
  /// A node of Markdown that no lesson holds, such as one of a documentation comment.
  ///
  /// - Parameter typeset: what KaTeX made of formulas; those of which nothing is known stay TeX.
  public init(unverified node: Node, typeset: [Formula: TypesetFormula] = [:]) {
    if let formula = node.formula, let typeset = typeset[formula] {
      let isBlock = if case .mathBlock = node.kind { true } else { false }
      self = .formula(
        FormulaNode(
          formula: formula, typeset: typeset, claims: [], isBlock: isBlock,
          line: node.range.start.line))
      return
    }
    self = .prose(
      ProseNode(
        node.kind, range: node.range,
        children: node.children.map { LessonNode(unverified: $0, typeset: typeset) }))
  }

  /// The nodes right below.
  public var children: [LessonNode] {
    switch self {
    case .prose(let node): node.children
    case .exercise(let exercise): exercise.content
    case .quiz(let quiz):
      quiz.question + quiz.options.flatMap { $0.text + $0.explanation + $0.more }
        + (quiz.answer.map { [$0.text] } ?? [])
    case .card(let card): card.question + card.answer
    case .hints(let hints): hints.flatMap(\.content)
    case .code, .exercisePart, .figure, .drawing, .table, .formula, .claim, .symbol: []
    }
  }

  /// The text that a reader sees in a node, without markup.
  public var plainText: String {
    switch self {
    case .prose(let node):
      switch node.kind {
      case .text(let text), .code(let text, _), .math(let text, _): text
      case .softBreak, .lineBreak: " "
      default: Self.plainText(node.children)
      }
    case .formula(let formula): formula.formula.tex
    case .claim(let claim): claim.text.plain
    case .symbol(let symbol): symbol.name
    default: Self.plainText(children)
    }
  }

  public static func plainText(_ nodes: [LessonNode]) -> String {
    nodes.map(\.plainText).joined()
  }

  /// Nodes and all below them, in order.
  public static func visit(_ nodes: [LessonNode], _ body: (LessonNode) -> Void) {
    for node in nodes {
      body(node)
      visit(node.children, body)
    }
  }
}
