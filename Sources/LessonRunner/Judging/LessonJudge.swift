import LessonFormat

/// Holds what a lesson claims against what its program did.
///
/// No check is ever silently absent: one that was not reached fails with the rule of what kept
/// the program from it.
package struct LessonJudge {
  let lesson: Lesson
  let outcome: RunOutcome
  var run: RunSummary
  var results: [CheckResult] = []
  /// The block that is being judged.
  var currentBlock: Int?
  /// The variables that blocks and claims read too early.
  let earlyReads: EarlyReadIndex

  /// - Parameters:
  ///   - others: checks of the lesson that need no run, such as those of its links.
  ///   - numbers: what judges the numbers that a reader sees; nil leaves them be.
  package static func judgement(
    of lesson: Lesson, _ outcome: RunOutcome, others: [CheckResult] = [],
    numbers: NumberJudge? = nil
  ) -> LessonJudgement {
    var judge = LessonJudge(lesson: lesson, outcome: outcome)
    judge.results = others
    return judge.judgement(numbers)
  }

  /// A lesson with all that judging it brought, formulas aside.
  package static func judge(
    _ lesson: Lesson, _ outcome: RunOutcome, others: [CheckResult] = [],
    numbers: NumberJudge? = nil
  ) -> VerifiedLesson {
    VerifiedLesson(
      judgement(of: lesson, outcome, others: others, numbers: numbers), typeset: [:], symbols: nil)
  }

  private init(lesson: Lesson, outcome: RunOutcome) {
    var lesson = lesson
    lesson.earlyReads += lesson.earlyReads(shownBy: outcome)
    self.lesson = lesson
    self.outcome = outcome
    run = RunSummary(lesson: lesson, records: outcome.records)
    earlyReads = EarlyReadIndex(lesson.earlyReads)
  }

  private mutating func judgement(_ numbers: NumberJudge?) -> LessonJudgement {
    judgeText()
    judgeEnding()
    for block in lesson.blocks {
      currentBlock = block.index
      judge(block)
    }
    currentBlock = nil
    judgeEarlyReads()
    var claims: [CheckedValue] = []
    for claim in lesson.claims { claims.append(judge(claim)) }
    judgeFigures()
    judgeExercises()
    if let numbers {
      let obstacle = blockingRule.map { ($0, unreachedMessage($0)) }
      results += numbers.checks(of: lesson, run.blocks, claims, obstacle: obstacle)
    }
    results.sort(by: CheckResult.isInOrder)
    return LessonJudgement(lesson: lesson, checks: results, blocks: run.blocks, claims: claims)
  }

  // MARK: Parts

  mutating func add(
    _ kind: CheckKind, at position: SourcePosition, width: Int = 1, _ status: CheckStatus,
    rule: Rule? = nil, source: String = "", expected: String = "", actual: String = "",
    message: String = "", remedy: String = "", notes: [String] = [], isConsequence: Bool = false
  ) {
    results.append(
      CheckResult(
        in: lesson, position: position, kind: kind, status: status,
        rule: rule, source: CheckResult.excerpt(of: source), expected: expected, actual: actual,
        message: message, remedy: remedy, width: width, notes: notes,
        isConsequence: isConsequence))
    if status == .fail, let currentBlock { run.blocks[currentBlock].hasFailed = true }
  }

  mutating func judgeText() {
    let ofText = CheckResult.ofText(
      lesson.findings, file: lesson.file, lesson: lesson.id, title: lesson.title)
    results += ofText.dropLast()
    for quiz in lesson.quizzes {
      let question = quiz.question.map(\.plainText).joined(separator: " ").squeezed
      let count = quiz.options.count
      add(
        .quiz, at: quiz.range.start, .pass, source: question,
        expected: "a question that can be answered",
        actual: quiz.answer != nil
          ? "a number"
          : count == 0
            ? "a question to think about"
            : "\(count) options, \(quiz.options.count(where: \.isRight)) right")
    }
    results += ofText.suffix(1)
  }

  var runnableBlocks: [CodeBlock] { lesson.blocks.filter(\.execution.isInProgram) }

  mutating func judgeEnding() {
    let start = runnableBlocks.first?.start ?? lesson.claims.first?.expressionPosition
    guard let start else { return }
    let didCompile: Bool
    switch outcome.ending {
    case .didNotCompile, .compilerFailed, .didNotLink: didCompile = false
    default: didCompile = true
    }
    if didCompile {
      add(
        .compile, at: start, .pass, source: lesson.title, expected: "compiles", actual: "compiles")
    }
    switch outcome.ending {
    case .finished: judgeSkippedBlocks()
    case .didNotCompile: addCompilerErrors(outcome.messages)
    case .compilerFailed(let said):
      add(
        .compile, at: start, .fail, rule: .doesNotCompile, source: lesson.title,
        expected: "compiles", actual: said,
        message: "the compiler could not compile this lesson: \(said)",
        remedy: "simplify the expression that it can't digest, or give its parts types")
    case .didNotLink(let said): addLinkFailure(said, start: start)
    case .trapped(let said, let place):
      addFault(
        .trapped, at: place, actual: said, message: said.isEmpty ? "the program crashed" : said,
        remedy: "fix the line, or mark the block `traps` if this is its point")
    case .timedOut(let place):
      addFault(
        .timedOut, at: place, actual: "still running",
        message: "the lesson ran past its limit of time",
        remedy: "look for a loop without an end, make the work smaller, or raise `limits: seconds` "
          + "in course.yaml")
    case .outOfMemory(let place):
      addFault(
        .outOfMemory, at: place, actual: "more memory was asked for than the limit allows",
        message: "the lesson ran out of memory",
        remedy: "look for data that only grows, or raise `limits: memory` in course.yaml")
    case .wroteTooMuch:
      addFault(
        .tooMuchOutput, at: nil, actual: "more than the limit allows",
        message: "the lesson wrote more than its limit of output",
        remedy: "print or write less, or raise `limits: output` in course.yaml")
    case .leftEarly(let status):
      addFault(
        .trapped, at: nil, actual: "ended with status \(status)",
        message: "the program ended by itself, with status \(status), before the lesson's end",
        remedy: "let the lesson run to its end: take the call of `exit` out")
    }
  }

  /// The symbol that is missing, or is there twice, at the first line of code that names it.
  private mutating func addLinkFailure(_ said: String, start: SourcePosition) {
    let symbol = said.firstRange(of: "symbol: ").map { found in
      String(said[found.upperBound...].prefix { !" ,".contains($0) })
    }
    let file = lesson.file
    let named = lesson.blocks.filter(\.execution.isLinked).lazy.compactMap { block in
      symbol.flatMap(block.place).map {
        CodeMap(file: file, firstLine: block.firstLine, code: block.code).position(at: $0)
      }
    }.first
    let position = named ?? start
    add(
      .compile, at: position, width: named == nil ? 1 : symbol?.unicodeScalars.count ?? 1, .fail,
      rule: .doesNotCompile,
      source: named == nil ? lesson.title : lesson.shownLine(position.line), expected: "links",
      actual: said, message: "the lesson's program can't be linked: \(said)",
      remedy: "use only what the lesson, its library or the toolchain defines, and define it once")
  }

  /// A program that comes to its end has run every block, unless one opened what another closes.
  private mutating func judgeSkippedBlocks() {
    for block in lesson.blocks
    where block.execution == .run && !run.blocks[block.index].isReached {
      add(
        .trap, at: block.start, .fail, rule: .trapped, source: firstLine(of: block),
        expected: "runs", actual: "not run",
        message: "the program came to its end without running this block",
        remedy: "leave no `#if`, comment or bracket open from one block to the next")
    }
  }

  /// The line in which the program stopped: the place that was named, else the block reached.
  func position(of place: RunOutcome.Place?) -> (SourcePosition, source: String) {
    if let place, let position = SourcePosition(place, in: lesson) {
      return (position, lesson.shownLine(position.line))
    }
    let block = run.lastBlock.map { lesson.blocks[$0] } ?? runnableBlocks.first
    let line = block?.firstLine ?? 1
    return (SourcePosition(line: line, column: 1), lesson.shownLine(line))
  }

  mutating func addFault(
    _ rule: Rule, at place: RunOutcome.Place?, actual: String, message: String, remedy: String
  ) {
    let (position, source) = position(of: place)
    add(
      .trap, at: position, width: max(1, source.unicodeScalars.count), .fail, rule: rule,
      source: source, expected: "runs to its end", actual: actual, message: message,
      remedy: remedy)
  }

  mutating func addCompilerErrors(_ messages: [RunOutcome.Message]) {
    var seen: Set<RunOutcome.Message> = []
    var index = 0
    while index < messages.count {
      let message = messages[index]
      index += 1
      guard message.severity == .error, seen.insert(message).inserted else { continue }
      let (position, source) = position(of: message.place)
      var notes: [String] = []
      if let suggestion = message.suggestion {
        notes.append("the compiler suggests: \(suggestion.trimmed)")
      }
      while index < messages.count, messages[index].severity == .note {
        notes.append(note(messages[index], besideLine: position.line))
        index += 1
      }
      add(
        .compile, at: position, .fail, rule: .doesNotCompile, source: source,
        expected: "compiles", actual: message.text, message: message.text,
        remedy: "fix the line, or mark the block `fails` if this is its point", notes: notes)
    }
  }

  func note(_ message: RunOutcome.Message, besideLine line: Int) -> String {
    var text = message.text
    let place = message.place.flatMap { SourcePosition($0, in: lesson) }
    if let place, place.line != line { text += " (line \(place.line))" }
    if let suggestion = message.suggestion { text += ": \(suggestion.trimmed)" }
    return text
  }
}

extension SourcePosition {
  /// Where a place of a run is in the file as it stands now; nil for one that the lesson has not.
  init?(_ place: RunOutcome.Place, in lesson: Lesson) {
    guard place.isIn(lesson) else { return nil }
    if let claim = place.claim {
      self = lesson.claims[claim].expressionPosition
      return
    }
    guard let index = place.block else { return nil }
    let block = lesson.blocks[index]
    let line = block.line(place.line)
    let written = lesson.file.line(block.firstLine + place.line).unicodeScalars.count
    let indent = max(0, written - line.unicodeScalars.count)
    let before = String(decoding: line.utf8.prefix(place.offset), as: UTF8.self)
    self.init(
      line: block.firstLine + place.line, column: before.unicodeScalars.count + 1 + indent)
  }
}

extension CodeBlock.Execution {
  /// Whether the block can be a part of what is linked.
  fileprivate var isLinked: Bool {
    switch self {
    case .run, .traps, .starter, .solution, .check: true
    case .skip, .fails: false
    }
  }
}

extension CodeBlock {
  /// A line of the code, counted from 0; empty beyond its end. Many messages may ask for one, so that only
  /// the bytes before it are looked at.
  fileprivate func line(_ number: Int) -> String {
    var code = code
    return code.withUTF8 { bytes in
      var start = 0
      for _ in 0..<number {
        guard let end = bytes[start...].firstIndex(of: 10) else { return "" }
        start = end + 1
      }
      let end = bytes[start...].firstIndex(of: 10) ?? bytes.count
      return String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self)
    }
  }

  /// The offset of the first place in the code that holds a name; nil where none does.
  fileprivate func place(ofName name: String) -> Int? {
    guard !name.isEmpty else { return nil }
    func isPart(_ character: Character) -> Bool {
      character.isLetter || character.isNumber || character == "_"
    }
    return code.ranges(of: name).first { range in
      !(code[..<range.lowerBound].last.map(isPart) ?? false)
        && !(code[range.upperBound...].first.map(isPart) ?? false)
    }.map { code.utf8.distance(from: code.startIndex, to: $0.lowerBound) }
  }
}
