import LessonFormat

/// Puts a lesson's Markdown and what came of it together, node by node.
struct LessonTree {
  private let lesson: Lesson
  private let blocks: [BlockResult]
  private let claims: [CheckedValue]
  private let typeset: [Formula: TypesetFormula]
  private let symbols: SymbolIndex?
  /// The figures that have a name, of which the text places some.
  private let named: [String: ShownFigure]
  private let placed: Set<String>
  /// The anchors of the headings.
  private let headings: Set<String>
  /// The id of the exercise whose section is open.
  private var openExercise: String?
  private var figures = 0
  private var tables = 0
  /// Whether what is read stands in a link, which can hold no other.
  private var isInLink = false

  init(
    _ judgement: LessonJudgement, typeset: [Formula: TypesetFormula], symbols: SymbolIndex?
  ) {
    lesson = judgement.lesson
    blocks = judgement.blocks
    claims = judgement.claims
    self.typeset = typeset
    self.symbols = symbols
    var named: [String: ShownFigure] = [:]
    for case .figure(let figure) in blocks.flatMap(\.shown) {
      if let name = figure.name, named[name] == nil { named[name] = figure }
    }
    self.named = named
    var placed: Set<String> = []
    var headings: Set<String> = []
    lesson.document.visit { node in
      if let name = node.figureName, named[name] != nil { placed.insert(name) }
      if case .heading(_, let id) = node.kind { headings.insert(id) }
    }
    self.placed = placed
    self.headings = headings
  }

  /// The lesson's text.
  mutating func content() -> [LessonNode] {
    let nodes = withoutComments(lesson.document.children)
    if case .heading(1, _)? = nodes.first?.kind { return read(nodes, from: 1) }
    return read(nodes)
  }

  /// A line of Markdown beside the text.
  ///
  /// - Parameter isComputed: Whether a program may have made it.
  mutating func text(_ markdown: String, isComputed: Bool = false) -> LessonText {
    guard !markdown.isEmpty else { return LessonText(nodes: [], plain: "") }
    let nodes = MarkdownLine.nodes(markdown, isComputed: isComputed)
    return LessonText(nodes: read(nodes), plain: nodes.map(\.plainText).joined())
  }

  // MARK: Nodes

  private mutating func read(_ nodes: [Node], from first: Int = 0) -> [LessonNode] {
    let nodes = withoutComments(nodes)
    var read: [LessonNode] = []
    var index = first
    while index < nodes.count {
      if let section = exerciseSection(at: index, of: nodes) {
        read.append(self.read(section))
        index = section.nodes.endIndex
      } else if let question = prediction(nodes[index]) {
        let covered = Self.covered(nodes[(index + 1)...])
        read.append(
          .prediction(
            PredictionNode(question: self.read(question), revealed: self.read(Array(covered)))))
        index = covered.endIndex
        if index < nodes.count, nodes[index].endsPrediction { index += 1 }
      } else if nodes[index].kind == .alert(.hint) {
        let hints = nodes[index...].prefix { $0.kind == .alert(.hint) }
        read.append(.hints(self.read(hints: hints)))
        index = hints.endIndex
      } else {
        read += self.read(nodes[index])
        index += 1
      }
    }
    return read
  }

  private mutating func read(hints: ArraySlice<Node>) -> [HintNode] {
    hints.map { HintNode(content: read($0.children)) }
  }

  private mutating func read(_ node: Node) -> [LessonNode] {
    switch node.meaning {
    case .block(let index): return read(block: lesson.blocks[index])
    case .partOfBlock: return []
    case .claims(let indices): return [read(node, claims: indices)]
    case .checkComment(let loose): return read(loose: loose, node)
    case .quiz(let index): return [.quiz(read(lesson.quizzes[index]))]
    case .card(let index): return [.card(read(lesson.cards[index]))]
    case nil: return [readProse(node)]
    }
  }

  private mutating func readProse(_ node: Node) -> LessonNode {
    switch node.kind {
    case .math, .mathBlock:
      if let formula = node.formula { return .formula(read(formula, node, claims: [])) }
    case .code:
      if let name = node.symbolName, !isInLink, let symbols,
        let symbol = SymbolNode(name, in: symbols)
      {
        return .symbol(symbol)
      }
    case .paragraph:
      if node.children.count == 1, let figure = node.children[0].figureName.flatMap({ named[$0] }) {
        return .figure(read(figure))
      }
    case .image:
      if let figure = node.figureName.flatMap({ named[$0] }) { return .drawing(figure) }
    case .link:
      let outer = isInLink
      isInLink = true
      defer { isInLink = outer }
      return .prose(ProseNode(node.kind, range: node.range, children: read(node.children)))
    default: break
    }
    return .prose(ProseNode(node.kind, range: node.range, children: read(node.children)))
  }

  // MARK: Claims and formulas

  /// Nodes without the check comments whose numbers are marked, nor the space that stood between such
  /// a number and its comment where punctuation follows.
  private func withoutComments(_ nodes: [Node]) -> [Node] {
    guard nodes.contains(where: { $0.meaning == .checkComment(loose: []) }) else { return nodes }
    var kept: [Node] = []
    var followsComment = false
    for node in nodes {
      let isComment = node.meaning == .checkComment(loose: [])
      if followsComment, case .text(let text) = node.kind, text.first?.isPunctuation ?? false,
        case .text(let before)? = kept.last?.kind, before.hasSuffix(" "),
        kept[kept.count - 1].meaning == nil
      {
        kept[kept.count - 1].kind = .text(String(before.dropLast()))
      }
      if !isComment { kept.append(node) }
      followsComment = isComment
    }
    return kept
  }

  private func verified(_ claim: Int) -> VerifiedClaim {
    VerifiedClaim(value: claims[claim], relation: lesson.claims[claim].expectation.relation)
  }

  private func read(_ node: Node, claims indices: [Int]) -> LessonNode {
    let verified = indices.map(verified)
    switch node.kind {
    case .code(let text, _):
      let isSpan = indices.contains { lesson.claims[$0].form == .codeSpan }
      return .claim(ClaimNode(text: isSpan ? .span(text) : .code(text), claims: verified))
    case .math, .mathBlock:
      if let formula = node.formula {
        return .formula(read(formula, node, claims: indices.map { claims[$0] }))
      }
    default: break
    }
    return .claim(ClaimNode(text: .number(node.plainText), claims: verified))
  }

  private func read(loose: [Int], _ node: Node) -> [LessonNode] {
    let verified = loose.map(verified)
    if case .htmlBlock = node.kind {
      return [.claim(ClaimNode(text: .nothing(isBlock: true), claims: verified))]
    }
    return verified.map { .claim(ClaimNode(text: .nothing(isBlock: false), claims: [$0])) }
  }

  private func read(_ formula: Formula, _ node: Node, claims: [CheckedValue]) -> FormulaNode {
    let isBlock = if case .mathBlock = node.kind { true } else { false }
    return FormulaNode(
      formula: formula, typeset: typeset[formula], claims: claims, isBlock: isBlock,
      line: node.range.start.line)
  }

  // MARK: Code, figures and tables

  private func code(_ index: Int) -> CodeNode {
    CodeNode(block: lesson.blocks[index], result: blocks[index])
  }

  private mutating func read(block: CodeBlock) -> [LessonNode] {
    let code = code(block.index)
    if let part = exercisePart(code) { return [.exercisePart(part)] }
    var read: [LessonNode] = [.code(code)]
    for item in code.result.shown {
      switch item {
      case .figure(let figure):
        if let name = figure.name, placed.contains(name), named[name] == figure { continue }
        read.append(.figure(self.read(figure)))
      case .table(let table):
        tables += 1
        read.append(.table(TableNode(table: table, number: tables)))
      }
    }
    return read
  }

  private mutating func read(_ figure: ShownFigure) -> FigureNode {
    figures += 1
    let number = figures
    return FigureNode(
      figure: figure, caption: text(figure.caption, isComputed: true), number: number)
  }

  // MARK: Exercises

  /// A starter, and what follows it up to the last block of the same exercise: hints, prose, checks
  /// and solutions, but no other code and no heading.
  private struct ExerciseSection {
    /// The place among the exercises of the lesson.
    var exercise: Int
    var nodes: ArraySlice<Node>
  }

  private func exerciseSection(at index: Int, of nodes: [Node]) -> ExerciseSection? {
    guard case .block(let starter) = nodes[index].meaning,
      let exercise = lesson.exercises.firstIndex(where: { $0.starter == starter })
    else { return nil }
    var end = index
    scan: for next in nodes.indices[(index + 1)...] {
      switch nodes[next].kind {
      case .heading, .thematicBreak: break scan
      case .codeBlock:
        guard case .block(let block) = nodes[next].meaning,
          lesson.blocks[block].execution.exerciseID == lesson.exercises[exercise].id
        else { break scan }
        end = next
      default: break
      }
    }
    return ExerciseSection(exercise: exercise, nodes: nodes[index...end])
  }

  private mutating func read(_ section: ExerciseSection) -> LessonNode {
    let exercise = lesson.exercises[section.exercise]
    openExercise = exercise.id
    defer { openExercise = nil }
    var content: [LessonNode] = []
    if let starter = section.nodes.first { content += read(starter) }
    content += read(Array(section.nodes.dropFirst()))
    return .exercise(
      ExerciseNode(
        label: label(ofExercise: section.exercise), starter: code(exercise.starter),
        checks: code(exercise.check),
        solutions: exercise.solutions.map(code),
        hints: content.flatMap { if case .hints(let hints) = $0 { hints } else { [HintNode]() } },
        content: content))
  }

  private func exercisePart(_ code: CodeNode) -> ExercisePart? {
    guard let id = code.block.execution.exerciseID,
      let place = lesson.exercises.firstIndex(where: { $0.id == id })
    else { return nil }
    let exercise = lesson.exercises[place]
    let index = code.block.index
    let role: ExercisePart.Role
    if index == exercise.starter {
      role = .starter
    } else if index == exercise.check {
      role = .checks
    } else if exercise.solutions.contains(index) {
      role = .solution(isFirst: index == exercise.solutions.first)
    } else {
      return nil
    }
    return ExercisePart(
      role: role, label: label(ofExercise: place), code: code, isApart: openExercise != id)
  }

  private func label(ofExercise place: Int) -> ExerciseLabel {
    let exercise = lesson.exercises[place]
    return ExerciseLabel(
      exercise: exercise, number: place + 1, isAnchorTaken: headings.contains(exercise.anchor))
  }

  // MARK: Practice

  /// The prediction that a node is.
  private func prediction(_ node: Node) -> Quiz? {
    guard case .quiz(let index) = node.meaning, lesson.quizzes[index].purpose == .prediction else {
      return nil
    }
    return lesson.quizzes[index]
  }

  /// What follows a prediction up to the next heading or prediction, or to where the author ends it.
  private static func covered(_ nodes: ArraySlice<Node>) -> ArraySlice<Node> {
    nodes.prefix { node in
      switch node.kind {
      case .heading, .alert(.predict): false
      default: !node.endsPrediction
      }
    }
  }

  private mutating func read(_ quiz: Quiz) -> QuizNode {
    QuizNode(
      purpose: quiz.purpose,
      number: lesson.quizzes[...quiz.index].count { $0.purpose == quiz.purpose },
      question: read(quiz.question),
      options: quiz.options.map { option in
        QuizNode.Option(
          isRight: option.isRight, range: option.range, text: read(option.text),
          explanation: read(option.explanation), more: read(option.more))
      },
      answer: quiz.answer.map { answer in
        QuizNode.Answer(
          value: claims[answer.claim], expectation: lesson.claims[answer.claim].expectation,
          text: read(answer.span, claims: [answer.claim]), range: answer.span.range)
      })
  }

  private mutating func read(_ card: Card) -> CardNode {
    CardNode(
      lesson: lesson.id, card: card, question: read(card.question), answer: read(card.answer))
  }
}

extension Node {
  /// The name in `![…](figure:name)`; nil for any other node.
  package var figureName: String? {
    guard case .image(let destination, _) = kind, destination.hasPrefix("figure:") else {
      return nil
    }
    return String(destination.dropFirst("figure:".count))
  }
}
