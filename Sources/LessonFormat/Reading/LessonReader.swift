/// Reads a Markdown file into a lesson: its blocks, checks and claims, and what is wrong with
/// the text itself. Nothing is run.
public struct LessonReader {
  let file: SourceFile
  var syntax: KnownSyntax
  var blocks: [CodeBlock] = []
  var claims: [Claim] = []
  var quizzes: [Quiz] = []
  var cards: [Card] = []
  var findings: [FormatFinding] = []
  /// The lines on which `live` blocks stand, by their ids.
  var live: [String: Int] = [:]

  /// Reads a lesson.
  ///
  /// - Parameters:
  ///   - file: The Markdown file.
  ///   - id: The stem of its name.
  ///   - lessons: The stems of the course's lessons; nil for a lesson that stands alone.
  ///   - allowsHTML: Whether all raw HTML comes to the page, rather than what is harmless.
  public static func read(
    _ file: SourceFile, id: String, lessons: [String]? = nil, allowsHTML: Bool = false
  ) -> Lesson {
    var syntax = KnownSyntax()
    return read(file, id: id, lessons: lessons, allowsHTML: allowsHTML, syntax: &syntax)
  }

  /// Reads a lesson, and parses only the blocks whose syntax is not known.
  public static func read(
    _ file: SourceFile, id: String, lessons: [String]?, allowsHTML: Bool,
    syntax: inout KnownSyntax
  ) -> Lesson {
    var reader = LessonReader(file: file, syntax: syntax)
    defer { syntax = reader.syntax }
    let (frontMatter, problems) = FrontMatter.read(from: file, lessons: lessons)
    reader.findings = problems
    var (document, unusedFootnotes) = MarkdownParser.read(
      file, firstLine: frontMatter.lineCount + 1)
    reader.findings += unusedFootnotes.map(reader.unused)
    document.visit { reader.findings += reader.unclosed(inHTML: $0) }
    if !allowsHTML { HarmlessHTML.apply(to: &document) }
    document.children = reader.readBlocks(document.children)
    let (exercises, faults) = ExerciseReader.read(reader.blocks, in: file)
    reader.findings += faults
    if document.children.isEmpty {
      reader.findings.append(
        FormatFinding(
          .badFrontMatter, at: SourcePosition(line: 1, column: 1),
          message: file.text.isEmpty ? "the file is empty" : "the lesson has no text",
          remedy: "write the lesson, or take it out of the course"))
    }
    let (earlyReads, lateVariables) = EarlyRead.find(
      in: reader.blocks, reader.claims, exercises, file: file
    ) { reader.syntax.syntax(of: $0).flow }
    reader.leaveOutUnusedLiterals()
    return Lesson(
      file: file, id: id, frontMatter: frontMatter, document: document, blocks: reader.blocks,
      claims: reader.claims, quizzes: reader.quizzes, cards: reader.cards,
      exercises: exercises,
      findings: reader.findings.sorted { $0.position < $1.position }, earlyReads: earlyReads,
      lateVariables: lateVariables)
  }

  /// Literals of functions and types that nothing uses back no number.
  private mutating func leaveOutUnusedLiterals() {
    let running = blocks.filter(\.execution.mayRun)
    let reach = LiteralReach(
      blocks: running.map { ($0.literals, $0.presentation.isLive) },
      claims: claims.map(\.literals),
      flows: running.map { syntax.syntax(of: $0.code).flow })
    for index in blocks.indices { blocks[index].literals.declarations = [] }
    for block in running { blocks[block.index].literals = reach.reached(block.literals) }
  }

  /// The part of a line that was searched last: many a thing may stand in it.
  var lastStretch: (number: Int, from: Int, to: Int, text: String)?
  /// The node whose text a check comment was held to last, and that text.
  var lastWritten: (node: SourceRange, text: String)?

  private init(file: SourceFile, syntax: KnownSyntax) {
    self.file = file
    self.syntax = syntax
  }

  // MARK: Blocks

  /// Reads blocks, and notes on each what it is in the lesson.
  mutating func readBlocks(_ nodes: [Node]) -> [Node] {
    var read: [Node] = []
    read.reserveCapacity(nodes.count)
    while read.count < nodes.count {
      let index = read.count
      var node = nodes[index]
      switch node.kind {
      case .codeBlock(let fence):
        let companions = readFence(fence, &node, before: nodes[(index + 1)...])
        read.append(node)
        for var companion in nodes[(index + 1)...].prefix(companions) {
          companion.meaning = .partOfBlock
          read.append(companion)
        }
      case .htmlBlock(let text):
        findings += [
          FormatFinding.missedEndOfPrediction(text, node, after: nodes[..<index], in: file)
        ].compactMap { $0 }
        let found = readComments(text, in: node, context: nodes[..<index])
        if !found.isEmpty {
          let loose = found.filter { !ClaimPlacement(claim: claims[$0]).mark(behind: &read) }
          node.meaning = .checkComment(loose: loose)
        }
        read.append(node)
      case .table(let alignments):
        findings += droppedClaims(node, columns: alignments.count)
        node.children = readInlines(node.children, context: nodes[...index])
        read.append(node)
      case .paragraph, .heading:
        node.children = readInlines(node.children, context: nodes[...index])
        read.append(node)
      default:
        node.children = readBlocks(node.children)
        readPractice(&node)
        read.append(node)
      }
    }
    return read
  }

  /// Reads a quiz, a prediction or a card whose blocks have been read.
  private mutating func readPractice(_ node: inout Node) {
    switch node.kind {
    case .alert(let alert) where alert == .quiz || alert == .predict:
      let (quiz, problems) = QuizReader.read(
        node, alert == .quiz ? .question : .prediction, index: quizzes.count, claims: claims,
        file: file)
      findings += problems
      guard let quiz else { return }
      quizzes.append(quiz)
      node.meaning = .quiz(quiz.index)
    case .alert(.card):
      let (card, problems) = CardReader.read(node, index: cards.count, file: file)
      findings += problems
      guard let card else { return }
      cards.append(card)
      node.meaning = .card(card.index)
    default:
      findings += [FormatFinding.quizOrCardMissed(node, in: file)].compactMap { $0 }
    }
  }

  /// Reads a fence, and says how many of the nodes after it belong to it.
  private mutating func readFence(
    _ fence: Node.CodeFence, _ node: inout Node, before next: ArraySlice<Node>
  ) -> Int {
    if !fence.isClosed {
      findings.append(
        FormatFinding(
          .badInfoString, at: node.range.start, width: 3, source: lineText(node),
          message: "the fence that opens here is never closed",
          remedy: "close it with a line of the same backticks or tildes"))
    }
    let info = InfoString(fence.info)
    if let stray = CompanionFence(rawValue: info.language) {
      let place =
        switch stray {
        case .output: "a block of Swift"
        case .diagnostic: "a `fails` or `traps` block"
        }
      findings.append(
        FormatFinding(
          .badInfoString, at: node.range.start, width: lineText(node).count, source: lineText(node),
          message: "this `\(stray.rawValue)` fence does not stand right after \(place)",
          remedy: "move it behind the block it belongs to"))
    }
    findings += [misspeltLanguage(info, node), indentedFence(fence, node)].compactMap { $0 }
    guard info.language == "swift" else { return 0 }
    let attributes: FenceAttributes
    do throws(FenceError) {
      attributes = try FenceAttributes(info)
    } catch {
      report(error, in: node)
      return 0
    }
    if case .live(let id) = attributes.presentation { noteLive(id, node) }
    node.meaning = .block(blocks.count)
    var companions: [CompanionFence: ExpectedText] = [:]
    for node in next {
      guard let (kind, text) = CompanionFence.read(node), companions[kind] == nil,
        attributes.execution.companions.contains(kind)
      else { break }
      companions[kind] = text
    }
    addBlock(fence, node, attributes, companions)
    return companions.count
  }

  private mutating func noteLive(_ id: String, _ node: Node) {
    guard let earlier = live.updateValue(node.range.start.line, forKey: id) else { return }
    findings.append(
      FormatFinding(
        .duplicateID, kind: .lesson, at: node.range.start, width: lineText(node).count,
        source: lineText(node),
        message: "a `live` block in line \(earlier) has the id `\(id)` already",
        remedy: "give each an id of its own"))
  }

  private mutating func report(_ problem: FenceError, in node: Node) {
    let line = Array(lineText(node).unicodeScalars)
    let word = Array(problem.word.name.unicodeScalars)
    let found = line.indices.last { start in
      start + word.count <= line.count && Array(line[start..<start + word.count]) == word
    }
    findings.append(
      FormatFinding(
        .badInfoString,
        at: SourcePosition(
          line: node.range.start.line, column: found.map { $0 + 1 } ?? node.range.start.column),
        width: max(1, word.count), source: lineText(node), message: problem.message,
        remedy: problem.remedy))
  }

  private mutating func addBlock(
    _ fence: Node.CodeFence, _ node: Node, _ attributes: FenceAttributes,
    _ companions: [CompanionFence: ExpectedText]
  ) {
    let execution = attributes.execution
    let map = CodeMap(file: file, firstLine: fence.firstLine, code: fence.literal)
    var scopeRequirement = BlockSyntax.ScopeRequirement.inScope
    var isAsynchronous = false
    var throwingStatements: [ThrowingStatement] = []
    var expressionRuns: [CodeSpan] = []
    var literals = CodeLiterals()
    if execution.isCompiled {
      let syntax = syntax.syntax(of: fence.literal)
      scopeRequirement = syntax.scopeRequirement
      isAsynchronous = syntax.isAsynchronous
      throwingStatements = syntax.throwingStatements
      expressionRuns = syntax.expressionRuns
      literals = syntax.literals
      findings += reservedNames(in: fence.literal, map)
    }
    let reading = CheckReader.read(syntax.syntax(of: fence.literal), map: map)
    if execution.mayRun { findings += reading.problems }
    if execution.isCompiled, !SwiftCode.isReadable(fence.literal) {
      findings.append(
        FormatFinding(
          .badCheck, kind: .value, at: node.range.start, source: lineText(node),
          message: "this block is too long or too deeply nested to be read for its checks",
          remedy: "divide it: a block may hold \(SwiftCode.longest / 1000) kB, brackets nested "
            + "\(SwiftCode.deepest) deep and square ones \(SwiftCode.deepestList) deep"))
    }
    let (checks, unevaluated) = execution.mayRun ? (reading.checks, []) : ([], reading.checks)
    let showsValue = execution == .run && attributes.presentation.showsValue
    blocks.append(
      CodeBlock(
        index: blocks.count, execution: execution, presentation: attributes.presentation,
        code: fence.literal, range: node.range, firstLine: fence.firstLine,
        checks: checks, unevaluatedChecks: unevaluated,
        output: companions[.output], diagnostic: companions[.diagnostic],
        shownExpression: showsValue ? reading.shownExpression : nil,
        scopeRequirement: scopeRequirement, isAsynchronous: isAsynchronous,
        throwingStatements: throwingStatements, expressionRuns: expressionRuns,
        literals: literals))
  }

  func lineText(_ node: Node) -> String { String(file.line(node.range.start.line)) }
}

extension CompanionFence {
  /// The kind and the text of a node that is such a fence.
  fileprivate static func read(_ node: Node) -> (kind: CompanionFence, text: ExpectedText)? {
    guard case .codeBlock(let fence) = node.kind,
      let kind = CompanionFence(rawValue: InfoString(fence.info).language)
    else { return nil }
    return (
      kind, ExpectedText(text: fence.literal, range: node.range, firstLine: fence.firstLine)
    )
  }
}
