/// Reads a Markdown file into a lesson: its blocks, checks and claims, and what is wrong with
/// the text itself. Nothing is run.
public struct LessonReader {
  private let file: SourceFile
  private var syntax: KnownSyntax
  private var blocks: [CodeBlock] = []
  private var claims: [Claim] = []
  private var quizzes: [Quiz] = []
  private var cards: [Card] = []
  private var findings: [FormatFinding] = []
  /// The lines on which `live` blocks stand, by their ids.
  private var live: [String: Int] = [:]

  /// Reads a lesson.
  ///
  /// - Parameters:
  ///   - file: The Markdown file.
  ///   - id: The stem of its name.
  ///   - lessons: The stems of the course's lessons; nil for a lesson that stands alone.
  public static func read(_ file: SourceFile, id: String, lessons: [String]? = nil) -> Lesson {
    var syntax = KnownSyntax()
    return read(file, id: id, lessons: lessons, syntax: &syntax)
  }

  /// Reads a lesson, and parses only the blocks whose syntax is not known.
  public static func read(
    _ file: SourceFile, id: String, lessons: [String]?, syntax: inout KnownSyntax
  ) -> Lesson {
    var reader = LessonReader(file: file, syntax: syntax)
    defer { syntax = reader.syntax }
    let (frontMatter, problems) = FrontMatter.read(from: file, lessons: lessons)
    reader.findings = problems
    let document = MarkdownParser.parse(file, firstLine: frontMatter.lineCount + 1)
    reader.readBlocks(document.children)
    let (exercises, faults) = ExerciseReader.read(reader.blocks, in: file)
    reader.findings += faults
    if document.children.isEmpty {
      reader.findings.append(
        FormatFinding(
          .badFrontMatter, at: SourcePosition(line: 1, column: 1),
          message: file.text.isEmpty ? "the file is empty" : "the lesson has no text",
          remedy: "write the lesson, or take it out of the course"))
    }
    return Lesson(
      file: file, id: id, frontMatter: frontMatter, document: document, blocks: reader.blocks,
      claims: reader.claims, quizzes: reader.quizzes, cards: reader.cards,
      exercises: exercises,
      findings: reader.findings.sorted { $0.position < $1.position })
  }

  /// The part of a line that was searched last: many a thing may stand in it.
  private var lastStretch: (number: Int, from: Int, to: Int, text: String)?

  private init(file: SourceFile, syntax: KnownSyntax) {
    self.file = file
    self.syntax = syntax
  }

  // MARK: Blocks

  private mutating func readBlocks(_ nodes: [Node]) {
    var index = 0
    while index < nodes.count {
      let node = nodes[index]
      if case .codeBlock(let fence) = node.kind {
        index += readFence(fence, node, followedBy: nodes[(index + 1)...])
      } else if case .htmlBlock(let text) = node.kind {
        readComments(text, in: node, context: nodes[..<index])
      } else if Self.holdsInlines(node.kind) {
        readInlines(node, context: nodes[..<index])
      } else {
        let firstClaim = claims.count
        readBlocks(node.children)
        readPractice(node, claims: claims[firstClaim...])
      }
      index += 1
    }
  }

  /// Reads a quiz or a card whose blocks have been read.
  private mutating func readPractice(_ node: Node, claims: ArraySlice<Claim>) {
    switch node.kind {
    case .alert(.quiz):
      let (quiz, problems) = QuizReader.read(
        node, index: quizzes.count, claims: claims, file: file)
      quizzes += [quiz].compactMap { $0 }
      findings += problems
    case .alert(.card):
      let (card, problems) = CardReader.read(node, index: cards.count, file: file)
      cards += [card].compactMap { $0 }
      findings += problems
    default:
      findings += [FormatFinding.quizOrCardMissed(node, in: file)].compactMap { $0 }
    }
  }

  private static func holdsInlines(_ kind: Node.Kind) -> Bool {
    switch kind {
    case .paragraph, .heading, .table: true
    default: false
    }
  }

  /// Reads a fence, and says how many of the nodes after it belong to it.
  private mutating func readFence(
    _ fence: Node.CodeFence, _ node: Node, followedBy rest: ArraySlice<Node>
  ) -> Int {
    if !fence.isClosed {
      findings.append(
        FormatFinding(
          .badInfoString, at: node.range.start, width: 3, source: lineText(node),
          message: "the fence that opens here is never closed",
          remedy: "close it with a line of the same backticks or tildes"))
    }
    let info = InfoString(fence.info)
    if info.language == "output" || info.language == "diagnostic" {
      findings.append(
        FormatFinding(
          .badInfoString, at: node.range.start, width: lineText(node).count, source: lineText(node),
          message: info.language == "output"
            ? "this `output` fence does not stand right after a block of Swift"
            : "this `diagnostic` fence does not stand right after a `fails` or `traps` block",
          remedy: "move it behind the block it belongs to"))
    }
    guard info.language == "swift" else { return 0 }
    let role: CodeBlock.Role
    do throws(BlockWords.Problem) {
      role = try BlockWords.role(of: info)
    } catch {
      report(error, in: fence, node)
      return 0
    }
    if let id = info.words.first(where: { $0.name == "live" })?.value { noteLive(id, node) }
    return addBlock(fence, node, role, followedBy: rest)
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

  private mutating func report(
    _ problem: BlockWords.Problem, in fence: Node.CodeFence, _ node: Node
  ) {
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
    _ fence: Node.CodeFence, _ node: Node, _ role: CodeBlock.Role,
    followedBy rest: ArraySlice<Node>
  ) -> Int {
    var output: ExpectedText?
    var diagnostic: ExpectedText?
    var taken = 0
    for next in rest {
      guard case .codeBlock(let after) = next.kind else { break }
      let text = ExpectedText(text: after.literal, range: next.range, firstLine: after.firstLine)
      let language = InfoString(after.info).language
      if language == "output", output == nil, role == .shown || role == .hidden {
        output = text
      } else if language == "diagnostic", diagnostic == nil, role == .fails || role == .traps {
        diagnostic = text
      } else {
        break
      }
      taken += 1
    }
    let map = CodeMap(file: file, firstLine: fence.firstLine, code: fence.literal)
    var reading = CheckReader.Reading()
    var standing = BlockSyntax.Standing.inScope
    switch role {
    case .shown, .hidden, .traps, .exercise, .solution, .check:
      let syntax = syntax.syntax(of: fence.literal)
      standing = syntax.standing
      reading = CheckReader.read(syntax, map: map)
    case .fails: standing = syntax.syntax(of: fence.literal).standing
    case .skip: break
    }
    findings += reading.problems
    if case .skip = role {
    } else if !SwiftCode.isReadable(fence.literal) {
      findings.append(
        FormatFinding(
          .badCheck, kind: .value, at: node.range.start, source: lineText(node),
          message: "this block is too long or too deeply nested to be read for its checks",
          remedy: "divide it: a block may hold \(SwiftCode.longest / 1000) kB, brackets nested "
            + "\(SwiftCode.deepest) deep and square ones \(SwiftCode.deepestList) deep"))
    }
    blocks.append(
      CodeBlock(
        index: blocks.count, role: role, code: fence.literal, range: node.range,
        firstLine: fence.firstLine, checks: reading.checks, output: output, diagnostic: diagnostic,
        shownExpression: role == .shown ? reading.shownExpression : nil, standing: standing))
    return taken
  }

  private func lineText(_ node: Node) -> String { String(file.line(node.range.start.line)) }

  // MARK: Claims

  private mutating func readInlines(_ node: Node, context: ArraySlice<Node>) {
    node.visit { inline in
      switch inline.kind {
      case .code(let text, 1) where text.contains("≈"):
        readClaim(text, in: inline)
      case .htmlInline(let text):
        readComments(text, in: inline, context: context + [node])
      case .image:
        if inline.plainText.trimmingBlanks.isEmpty {
          findings.append(
            FormatFinding(
              .missingAlt, kind: .figure, at: inline.range.start, width: 2,
              source: String(file.line(inline.range.start.line)),
              message: "this image has no alternative text",
              remedy: "say between the brackets what a reader who cannot see it should know"))
        }
      default: break
      }
    }
  }

  /// A code span `expression ≈ value`.
  private mutating func readClaim(_ text: String, in node: Node) {
    guard let sign = text.range(of: "≈") else { return }
    addClaim(
      String(text[..<sign.lowerBound]), .approximately, String(text[sign.upperBound...]),
      in: node, form: .codeSpan, text: text)
  }

  /// A comment `<!-- check: expression ≈ value -->`.
  private mutating func readComments(_ html: String, in node: Node, context: ArraySlice<Node>) {
    var rest = html[...]
    while let open = rest.range(of: "<!--"), let close = rest.range(of: "-->"),
      open.upperBound <= close.lowerBound
    {
      let body = rest[open.upperBound..<close.lowerBound].trimmingBlanks
      rest = rest[close.upperBound...]
      guard body.hasPrefix("check:") else { continue }
      let claim = String(body.dropFirst("check:".count)).trimmingBlanks
      guard let (relation, range) = Self.lastRelation(in: claim) else {
        reportClaim(
          node, text: claim, message: "no relation stands in this check comment",
          remedy: "write `<!-- check: expression ≈ value -->`")
        continue
      }
      let value = String(claim[range.upperBound...]).trimmingBlanks
      if addClaim(
        String(claim[..<range.lowerBound]), relation, value, in: node, form: .comment, text: claim)
      {
        requireText(of: claims[claims.count - 1], in: context)
      }
    }
  }

  private static func lastRelation(in text: String) -> (Relation, Range<String.Index>)? {
    var best: (Relation, Range<String.Index>)?
    for (spelling, relation) in Relation.spellings {
      guard let range = text.range(of: " \(spelling) ", last: true) else { continue }
      if best.map({ range.lowerBound > $0.1.lowerBound }) ?? true { best = (relation, range) }
    }
    return best
  }

  @discardableResult
  private mutating func addClaim(
    _ expression: String, _ relation: Relation, _ value: String, in node: Node, form: Claim.Form,
    text: String
  ) -> Bool {
    let trimmed = expression.trimmingBlanks
    guard !trimmed.isEmpty else {
      reportClaim(
        node, text: text, message: "no expression stands before `\(relation.rawValue)`",
        remedy: "write a Swift expression there, or use plain text instead of a code span")
      return false
    }
    do throws(ExpectationError) {
      let expectation = try Expectation.read(relation, value)
      let place = find(trimmed, in: node) ?? node.range.start
      let valuePlace = find(expectation.text, in: node, last: true) ?? place
      claims.append(
        Claim(
          index: claims.count, expectation: expectation, expression: trimmed,
          expressionPosition: place, position: valuePlace,
          width: max(1, expectation.text.unicodeScalars.count), afterBlock: blocks.last?.index,
          form: form))
      return true
    } catch {
      reportClaim(node, text: value.trimmingBlanks, message: error.message, remedy: error.remedy)
      return false
    }
  }

  private mutating func reportClaim(_ node: Node, text: String, message: String, remedy: String) {
    let place = find(text, in: node) ?? node.range.start
    findings.append(
      FormatFinding(
        .badCheck, kind: .claim, at: place, width: max(1, text.unicodeScalars.count),
        source: String(file.line(place.line)), message: message, remedy: remedy))
  }

  /// Where a text that stands on one line is written in a node's source.
  private mutating func find(_ text: String, in node: Node, last: Bool = false) -> SourcePosition? {
    guard !text.isEmpty else { return nil }
    let lines = node.range.start.line...max(node.range.start.line, node.range.end.line)
    for number in last ? Array(lines.reversed()) : Array(lines) {
      let from = number == node.range.start.line ? node.range.start.column - 1 : 0
      let to = number == node.range.end.line ? node.range.end.column - 1 : Int.max
      let stretch = stretch(ofLine: number, from: from, to: to)
      if let range = stretch.range(of: text, last: last) {
        let offset = stretch[..<range.lowerBound].unicodeScalars.count
        return SourcePosition(line: number, column: from + offset + 1)
      }
    }
    return nil
  }

  private mutating func stretch(ofLine number: Int, from: Int, to: Int) -> String {
    if let last = lastStretch, last.number == number, last.from == from, last.to == to {
      return last.text
    }
    let text = String(file.line(number).unicodeScalars.prefix(to).dropFirst(from))
    lastStretch = (number, from, to, text)
    return text
  }

  // MARK: The text beside a check comment

  private mutating func requireText(of claim: Claim, in context: ArraySlice<Node>) {
    let before = context.last { node in
      if case .htmlBlock(let text) = node.kind {
        !text.trimmingBlanks.hasPrefix("<!--")
      } else {
        true
      }
    }
    let text = before.map(WrittenText.of) ?? ""
    for number in WrittenText.numbers(in: claim.expectation.value)
    where !WrittenText.stands(number, in: text) {
      findings.append(
        FormatFinding(
          .checkTextMissing, kind: .claim, at: claim.position, width: claim.width,
          source: String(file.line(claim.position.line)),
          message: "`\(number)` does not stand in the paragraph, formula or table before this "
            + "check",
          remedy: "write the number there as it stands here, or move the comment behind it"))
    }
  }
}

/// The text around a check comment, as its author typed it.
enum WrittenText {
  static func of(_ node: Node) -> String {
    switch node.kind {
    case .mathBlock(let text): text
    case .htmlInline: ""
    case .codeBlock(let fence): fence.literal
    case .text(let text), .code(let text, _), .math(let text, _): text
    case .softBreak, .lineBreak: " "
    case .tableCell: node.children.map(of).joined() + " "
    default: node.children.map(of).joined(separator: isBlock(node) ? " " : "")
    }
  }

  private static func isBlock(_ node: Node) -> Bool {
    switch node.kind {
    case .document, .blockQuote, .list, .item, .alert, .table, .tableRow: true
    default: false
    }
  }

  static func numbers(in value: ExpectedValue) -> [String] {
    switch value {
    case .number(let number): [number.text]
    case .list(let values): values.flatMap(numbers)
    case .anything: []
    case .text(let text): [text]
    }
  }

  /// Whether the number stands in the text on its own: not as a part of a longer one, and not
  /// with the opposite sign.
  static func stands(_ number: String, in text: String) -> Bool {
    let haystack = Array(text.replacing("−", with: "-").utf8)
    let needle = Array(number.replacing("−", with: "-").utf8)
    guard !needle.isEmpty, haystack.count >= needle.count else { return false }
    for start in 0...(haystack.count - needle.count)
    where haystack[start..<start + needle.count].elementsEqual(needle) {
      let before = start > 0 ? haystack[start - 1] : 32
      let end = start + needle.count
      let after = end < haystack.count ? haystack[end] : 32
      let beyond = end + 1 < haystack.count ? haystack[end + 1] : 32
      let isDigit = { (byte: UInt8) in byte >= 48 && byte <= 57 }
      if isDigit(before) || before == 46 || isDigit(after) { continue }
      if after == 46 && isDigit(beyond) { continue }
      if before == 45, start < 2 || !isOperand(haystack[start - 2]) { continue }
      return true
    }
    return false
  }

  /// Whether a minus after this byte subtracts, rather than being a sign.
  private static func isOperand(_ byte: UInt8) -> Bool {
    (byte >= 48 && byte <= 57) || (byte | 0x20 >= 97 && byte | 0x20 <= 122)
      || [41, 93, 125].contains(byte)
  }
}

extension StringProtocol {
  /// The first, or last, range that holds the text.
  func range(of text: String, last: Bool = false) -> Range<Index>? {
    let pattern = Array(text.utf8)
    let bytes = Array(utf8)
    guard !pattern.isEmpty, bytes.count >= pattern.count else { return nil }
    let starts = 0...(bytes.count - pattern.count)
    let isMatch = { (start: Int) in bytes[start..<start + pattern.count].elementsEqual(pattern) }
    guard let start = last ? starts.last(where: isMatch) : starts.first(where: isMatch) else {
      return nil
    }
    let lower = utf8.index(startIndex, offsetBy: start)
    return lower..<utf8.index(lower, offsetBy: pattern.count)
  }
}
