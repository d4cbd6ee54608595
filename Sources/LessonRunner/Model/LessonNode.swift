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
  /// A formula, in a line or a block of its own.
  case formula(FormulaNode)
  /// Something that the text claims.
  case claim(ClaimNode)
  /// A name in double backticks that is a public symbol of the library.
  case symbol(SymbolNode)
  /// A question.
  case quiz(QuizNode)
  /// A question before a result, with the text that tells it.
  case prediction(PredictionNode)
  /// A flash card.
  case card(CardNode)
  /// Hints that follow one another.
  case hints([HintNode])
}

/// A node of Markdown.
public struct ProseNode: Sendable {
  /// What it is in Markdown.
  public var kind: Node.Kind
  /// Where it stands in the file.
  public var range: SourceRange
  /// The nodes right below.
  public var children: [LessonNode]

  /// A node with what stands in it.
  public init(_ kind: Node.Kind, range: SourceRange, children: [LessonNode] = []) {
    self.kind = kind
    self.range = range
    self.children = children
  }
}

/// A block of Swift with what came of it.
public struct CodeNode: Sendable {
  /// The block as the lesson has it.
  public let block: CodeBlock
  /// What came of it.
  public let result: BlockResult
}

/// An exercise: the starter, what must hold of an answer, answers, and what helps to find one.
public struct ExerciseNode: Sendable {
  /// What it is called.
  public let label: ExerciseLabel
  /// What the reader edits.
  public let starter: CodeNode
  /// What must hold of an answer.
  public let checks: CodeNode
  /// The answers, at least one.
  public let solutions: [CodeNode]
  /// The hints in its section.
  public let hints: [HintNode]
  /// What stands in its section in the lesson, in order: the starter, and what follows it up to the
  /// last block of the same exercise. Parts that stand elsewhere are not among it.
  public let content: [LessonNode]
}

/// What an exercise is called on its page.
public struct ExerciseLabel: Hashable, Sendable {
  /// The exercise as the lesson has it.
  public let exercise: Exercise
  /// The number among the exercises of the lesson, from 1.
  public let number: Int
  /// Whether a heading of the lesson has taken the exercise's anchor.
  public let isAnchorTaken: Bool
}

/// A block of an exercise.
public struct ExercisePart: Sendable {
  /// What a block is in its exercise.
  public enum Role: Hashable, Sendable {
    /// What the reader edits.
    case starter
    /// What must hold of an answer.
    case checks
    /// An answer.
    case solution(isFirst: Bool)
  }

  /// What it is in its exercise.
  public let role: Role
  /// What the exercise is called.
  public let label: ExerciseLabel
  /// The block with what came of it.
  public let code: CodeNode
  /// Whether it stands outside of the exercise's section.
  public let isApart: Bool
}

/// A figure with its place among those of the lesson.
public struct FigureNode: Sendable {
  /// The figure as the lesson's code drew it.
  public let figure: ShownFigure
  /// Its caption; empty for none.
  public let caption: LessonText
  /// The number among the figures of the lesson, from 1.
  public let number: Int
}

/// A table that a block has filled, with its place among those of the lesson.
public struct TableNode: Sendable {
  /// The table as the lesson's code filled it.
  public let table: ShownTable
  /// The number among the tables of the lesson, from 1.
  public let number: Int
}

/// A formula, and the claims whose numbers stand in it.
public struct FormulaNode: Sendable {
  /// Its source.
  public let formula: Formula
  /// What KaTeX made of it; nil where nothing was typeset.
  public let typeset: TypesetFormula?
  /// The values of the claims, in the order of their comments.
  public let claims: [CheckedValue]
  /// Whether it is a block rather than a part of a line.
  public let isBlock: Bool
  /// The line of the Markdown file on which it starts.
  public let line: Int
}

/// Something that the text claims, beside the value that was computed.
public struct ClaimNode: Sendable {
  /// What stands in the text where it claims something.
  public enum Text: Sendable {
    /// A code span that says all of the claim.
    case span(String)
    /// The number in the text.
    case number(String)
    /// A code span with the number in it.
    case code(String)
    /// Nothing: the number stands nowhere beside the comment that claims it.
    case nothing(isBlock: Bool)

    /// The text without markup.
    public var plain: String {
      switch self {
      case .span(let text), .number(let text), .code(let text): text
      case .nothing: ""
      }
    }
  }

  /// What stands in the text.
  public let text: Text
  /// One, but for comments whose numbers stand nowhere.
  public let claims: [VerifiedClaim]
}

/// A claim's value, and how it must stand to what is expected.
public struct VerifiedClaim: Sendable {
  /// What is expected, and what came.
  public let value: CheckedValue
  /// How the two must stand to one another.
  public let relation: Relation
}

/// A name that is a public symbol of the library.
public struct SymbolNode: Sendable {
  /// The name as the text has it.
  public let name: String
  /// The symbol that it names.
  public let symbol: LibrarySymbol
  /// The module that the symbol is of.
  public let module: String

  /// The symbol that a name means; nil for a name that means none, or could mean several.
  public init?(_ name: String, in index: SymbolIndex) {
    guard case .symbol(let symbol, let module) = index.meaning(of: name) else { return nil }
    self.name = name
    self.symbol = symbol
    self.module = module
  }
}

/// A question with its answer.
public struct QuizNode: Sendable {
  /// What can be chosen.
  public struct Option: Sendable {
    /// Whether it is right to choose it.
    public let isRight: Bool
    /// Where it stands in the file.
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
    /// What is expected, and what came.
    public let value: CheckedValue
    /// What the author wrote, with how far an answer may be from it.
    public let expectation: Expectation
    /// The claim as the text has it.
    public let text: LessonNode
    /// Where it stands in the file.
    public let range: SourceRange
  }

  /// What the question is for.
  public let purpose: Quiz.Purpose
  /// The number among the lesson's questions of this purpose, from 1.
  public let number: Int
  /// Blocks: what is asked.
  public let question: [LessonNode]
  /// None in a numeric question.
  public let options: [Option]
  /// nil in a question with options, and in a prediction that only asks to think first.
  public let answer: Answer?
}

/// A prediction: what is asked, and what stays covered until the reader has answered.
public struct PredictionNode: Sendable {
  /// What is asked.
  public let question: QuizNode
  /// Blocks: what follows, up to the next heading, prediction or `<!-- revealed -->`.
  public let revealed: [LessonNode]

  /// A prediction of what follows it.
  public init(question: QuizNode, revealed: [LessonNode]) {
    self.question = question
    self.revealed = revealed
  }
}

/// A flash card.
public struct CardNode: Sendable {
  /// The id of the lesson.
  public let lesson: String
  /// The card as the lesson has it.
  public let card: Card
  /// Blocks: what is asked.
  public let question: [LessonNode]
  /// Blocks: what is to be known.
  public let answer: [LessonNode]
}

/// A hint.
public struct HintNode: Sendable {
  /// Blocks: what helps.
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
    case .prediction(let prediction): [.quiz(prediction.question)] + prediction.revealed
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

  /// The text that a reader sees in nodes, without markup.
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
