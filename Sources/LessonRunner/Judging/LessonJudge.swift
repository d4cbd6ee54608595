import LessonFormat

/// Holds what a lesson claims against what its program did.
///
/// No check is ever silently absent: one that was not reached fails with the rule of what kept
/// the program from it.
package struct LessonJudge {
  private let lesson: Lesson
  private let outcome: RunOutcome
  private var run: RunSummary
  private var results: [CheckResult] = []

  /// `others` are checks of the lesson that need no run, such as those of its links.
  package static func judge(
    _ lesson: Lesson, _ outcome: RunOutcome, others: [CheckResult] = []
  ) -> LessonResult {
    var judge = LessonJudge(lesson: lesson, outcome: outcome)
    judge.results = others
    return judge.result()
  }

  private init(lesson: Lesson, outcome: RunOutcome) {
    self.lesson = lesson
    self.outcome = outcome
    run = RunSummary(lesson: lesson, records: outcome.records)
  }

  private mutating func result() -> LessonResult {
    judgeText()
    judgeEnding()
    for block in lesson.blocks { judge(block) }
    var claims: [CheckedValue] = []
    for claim in lesson.claims { claims.append(judge(claim)) }
    judgeFigures()
    judgeExercises()
    results.sort { left, right in
      (left.position, left.isConsequence ? 1 : 0) < (right.position, right.isConsequence ? 1 : 0)
    }
    return LessonResult(lesson: lesson, checks: results, blocks: run.blocks, claims: claims)
  }

  // MARK: Parts

  private mutating func add(
    _ kind: CheckKind, at position: SourcePosition, width: Int = 1, _ status: CheckStatus,
    rule: Rule? = nil, source: String = "", expected: String = "", actual: String = "",
    message: String = "", remedy: String = "", notes: [String] = [], isConsequence: Bool = false
  ) {
    results.append(
      CheckResult(
        lesson: lesson.id, file: lesson.file.path, position: position, kind: kind, status: status,
        rule: rule, source: Self.shortened(source), expected: expected, actual: actual,
        message: message, remedy: remedy, width: width, notes: notes,
        isConsequence: isConsequence))
  }

  /// A long line is not repeated whole for each thing that is found in it.
  private static func shortened(_ source: String) -> String {
    source.utf8.count <= 400 ? source : String(source.unicodeScalars.prefix(300)) + "…"
  }

  private mutating func judgeText() {
    for finding in lesson.findings {
      add(
        finding.kind, at: finding.position, width: finding.width, .fail, rule: finding.rule,
        source: finding.source.trimmed, message: finding.message, remedy: finding.remedy)
    }
    for quiz in lesson.quizzes {
      let question = quiz.question.map(\.plainText).joined(separator: " ").squeezed
      let count = quiz.options.count
      add(
        .quiz, at: quiz.range.start, .pass, source: question,
        expected: "a question that can be answered",
        actual: quiz.answer == nil
          ? "\(count) options, \(quiz.options.count(where: \.isRight)) right" : "a number")
    }
    add(
      .lesson, at: SourcePosition(line: 1, column: 1),
      lesson.findings.isEmpty ? .pass : .fail, rule: lesson.findings.first?.rule,
      source: lesson.title, expected: "a lesson that can be read",
      actual: lesson.findings.isEmpty ? "read" : "\(lesson.findings.count) findings",
      message: lesson.findings.isEmpty ? "" : "the lesson's text has faults",
      isConsequence: !lesson.findings.isEmpty)
  }

  private var runnableBlocks: [CodeBlock] {
    lesson.blocks.filter { block in
      switch block.role {
      case .shown, .hidden, .traps, .exercise: true
      case .skip, .fails, .solution, .check: false
      }
    }
  }

  private mutating func judgeEnding() {
    let start =
      runnableBlocks.first.map { SourcePosition(line: $0.firstLine, column: 1) }
      ?? lesson.claims.first?.expressionPosition
    guard let start else { return }
    let didCompile: Bool
    switch outcome.ending {
    case .didNotCompile, .compilerFailed: didCompile = false
    default: didCompile = true
    }
    if didCompile {
      add(
        .compile, at: start, .pass, source: lesson.title, expected: "compiles", actual: "compiles")
    }
    switch outcome.ending {
    case .finished: break
    case .didNotCompile: addCompilerErrors(outcome.messages)
    case .compilerFailed(let said):
      add(
        .compile, at: start, .fail, rule: .doesNotCompile, source: lesson.title,
        expected: "compiles", actual: said,
        message: "the compiler could not compile this lesson: \(said)",
        remedy: "simplify the expression that it can't digest, or give its parts types")
    case .trapped(let said, let place):
      addFault(
        .trapped, at: place, actual: said, message: said.isEmpty ? "the program crashed" : said,
        remedy: "mend the line, or mark the block `traps` if this is its point")
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

  /// The line in which the program stopped: the place that was named, else the block reached.
  private func position(of place: RunOutcome.Place?) -> (SourcePosition, source: String) {
    if let place, let position = SourcePosition(place, in: lesson) {
      return (position, String(lesson.file.line(position.line)).trimmed)
    }
    let block = run.lastBlock.map { lesson.blocks[$0] } ?? runnableBlocks.first
    let line = block?.firstLine ?? 1
    return (SourcePosition(line: line, column: 1), String(lesson.file.line(line)).trimmed)
  }

  private mutating func addFault(
    _ rule: Rule, at place: RunOutcome.Place?, actual: String, message: String, remedy: String
  ) {
    let (position, source) = position(of: place)
    add(
      .trap, at: position, width: max(1, source.unicodeScalars.count), .fail, rule: rule,
      source: source, expected: "runs to its end", actual: actual, message: message,
      remedy: remedy)
  }

  private mutating func addCompilerErrors(_ messages: [RunOutcome.Message]) {
    var seen: Set<RunOutcome.Message> = []
    var index = 0
    while index < messages.count {
      let message = messages[index]
      index += 1
      guard message.severity == .error, seen.insert(message).inserted else { continue }
      let (position, source) = position(of: message.place)
      var notes: [String] = []
      if let suggestion = message.suggestion {
        notes.append("the compiler would have it so: \(suggestion.trimmed)")
      }
      while index < messages.count, messages[index].severity == .note {
        notes.append(note(messages[index], besideLine: position.line))
        index += 1
      }
      add(
        .compile, at: position, .fail, rule: .doesNotCompile, source: source,
        expected: "compiles", actual: message.text, message: message.text,
        remedy: "mend the line, or mark the block `fails` if this is its point", notes: notes)
    }
  }

  private func note(_ message: RunOutcome.Message, besideLine line: Int) -> String {
    var text = message.text
    let place = message.place.flatMap { SourcePosition($0, in: lesson) }
    if let place, place.line != line { text += " (line \(place.line))" }
    if let suggestion = message.suggestion { text += ": \(suggestion.trimmed)" }
    return text
  }

  // MARK: Blocks

  private mutating func judge(_ block: CodeBlock) {
    let start = SourcePosition(line: block.firstLine, column: 1)
    switch block.role {
    case .skip(let reason):
      add(
        .compile, at: block.range.start, .skipped, source: firstLine(of: block),
        message: "skipped: \(reason)")
    case .fails: judgeFailing(block, at: start)
    case .shown, .hidden:
      judgeChecks(block)
      judgeOutput(block)
    case .traps:
      judgeChecks(block)
      judgeTrap(block, at: start)
    case .exercise, .solution, .check: break
    }
  }

  private mutating func judgeExercises() {
    let judge = ExerciseJudge(
      lesson: lesson, outcome: outcome, run: run,
      obstacle: blockingRule.map { ($0, unreachedMessage($0)) })
    results += judge.results
    for (block, values) in judge.values { run.blocks[block].checks = values }
  }

  private func firstLine(of block: CodeBlock) -> String {
    String(lesson.file.line(block.firstLine)).trimmed
  }

  private mutating func judgeChecks(_ block: CodeBlock) {
    for check in block.checks {
      let values = run.values[block.index][check.index]
      let failing = values.first { !Comparison.holds(check.expectation, actual: $0) }
      let passed = failing == nil && !values.isEmpty
      run.blocks[block.index].checks.append(
        CheckedValue(
          expected: check.expectation.text, actual: failing ?? values.last, passed: passed,
          varies: values.contains { $0 != values[0] }))
      if passed {
        add(
          .value, at: check.position, width: check.width, .pass, source: check.source,
          expected: check.expectation.text, actual: values[values.count - 1])
      } else if let failing {
        add(
          .value, at: check.position, width: check.width, .fail, rule: .valueMismatch,
          source: check.source, expected: check.expectation.text, actual: failing,
          message: Explanation.mismatch(check.source, check.expectation, actual: failing),
          remedy: Explanation.remedy(for: lesson.file.path),
          notes: Explanation.likelyReasons(check.expectation, actual: failing))
      } else {
        addUnreached(
          .value, check.expectation, source: check.source, at: check.position, check.width)
      }
    }
  }

  /// A check that no value came for.
  private mutating func addUnreached(
    _ kind: CheckKind, _ expectation: Expectation, source: String, at position: SourcePosition,
    _ width: Int
  ) {
    if let rule = blockingRule {
      add(
        kind, at: position, width: width, .fail, rule: rule, source: source,
        expected: expectation.text, actual: "not reached", message: unreachedMessage(rule),
        isConsequence: true)
    } else {
      add(
        kind, at: position, width: width, .fail, rule: .valueMismatch, source: source,
        expected: expectation.text, actual: "not reached",
        message: "the program ended without ever reaching this check",
        remedy: "call the function or enter the branch that it stands in, or drop the check")
    }
  }

  /// Why later checks were not reached; nil when the program came to its end.
  private var blockingRule: Rule? {
    switch outcome.ending {
    case .finished: nil
    case .didNotCompile, .compilerFailed: .doesNotCompile
    case .trapped, .leftEarly: .trapped
    case .timedOut: .timedOut
    case .outOfMemory: .outOfMemory
    case .wroteTooMuch: .tooMuchOutput
    }
  }

  private func unreachedMessage(_ rule: Rule) -> String {
    switch rule {
    case .doesNotCompile: "not reached: the lesson does not compile"
    case .timedOut: "not reached: the lesson ran out of time before"
    case .outOfMemory: "not reached: the lesson ran out of memory before"
    case .tooMuchOutput: "not reached: the lesson was stopped for its output before"
    default: "not reached: the program stopped before"
    }
  }

  private mutating func judgeOutput(_ block: CodeBlock) {
    guard let expected = block.output else { return }
    let start = SourcePosition(line: expected.firstLine, column: 1)
    let source = firstLine(of: block)
    let text = Comparison.printedLines(expected.text).joined(separator: "\n")
    guard run.finishedBlocks.contains(block.index) else {
      let rule = blockingRule ?? .trapped
      add(
        .output, at: start, .fail, rule: rule, source: source, expected: text,
        actual: "not reached", message: unreachedMessage(rule), isConsequence: true)
      return
    }
    let printed = run.blocks[block.index].output
    let actual = Comparison.printedLines(printed).joined(separator: "\n")
    guard let line = Comparison.firstDifference(expected: expected.text, actual: printed) else {
      add(.output, at: start, .pass, source: source, expected: text, actual: actual)
      return
    }
    let expectedLines = Comparison.printedLines(expected.text)
    let actualLines = Comparison.printedLines(printed)
    let wanted = line < expectedLines.count ? "`\(expectedLines[line])`" : "no such line"
    let came = line < actualLines.count ? "`\(actualLines[line])`" : "nothing"
    add(
      .output, at: SourcePosition(line: expected.firstLine + line, column: 1),
      width: max(1, line < expectedLines.count ? expectedLines[line].unicodeScalars.count : 1),
      .fail,
      rule: .outputMismatch, source: source, expected: text, actual: actual,
      message: "line \(line + 1) of the output should be \(wanted), and the block printed \(came)",
      remedy: Explanation.remedy(for: lesson.file.path))
  }

  private mutating func judgeTrap(_ block: CodeBlock, at start: SourcePosition) {
    let source = firstLine(of: block)
    guard let trap = run.traps[block.index] else {
      let rule = blockingRule ?? .trapped
      add(
        .trap, at: start, .fail, rule: rule, source: source, expected: "traps",
        actual: "not reached", message: unreachedMessage(rule), isConsequence: true)
      return
    }
    run.blocks[block.index].diagnostic = trap.said
    guard trap.status & 0x7F != 0 else {
      add(
        .trap, at: start, .fail, rule: .didNotTrap, source: source, expected: "traps",
        actual: "ran to its end", message: "this block should trap, and it ran to its end",
        remedy: "drop the word `traps`, or make the block trap")
      return
    }
    add(.trap, at: start, .pass, source: source, expected: "traps", actual: trap.said)
    judgeDiagnostic(block, said: [trap.said], whose: "the program")
  }

  private mutating func judgeFailing(_ block: CodeBlock, at start: SourcePosition) {
    let errors = (outcome.failing[block.index] ?? []).filter { message in
      message.severity == .error && message.place?.block == block.index
    }
    run.blocks[block.index].diagnostic = errors.map(\.text).joined(separator: "\n")
    let source = firstLine(of: block)
    guard !errors.isEmpty else {
      let elsewhere = (outcome.failing[block.index] ?? []).contains { $0.severity == .error }
      add(
        .compile, at: start, .fail, rule: elsewhere ? .doesNotCompile : .unexpectedlyCompiles,
        source: source, expected: "does not compile",
        actual: elsewhere ? "not reached" : "compiles",
        message: elsewhere
          ? unreachedMessage(.doesNotCompile) : "this block must not compile, and it does",
        remedy: elsewhere ? "" : "drop the word `fails`, or put the mistake back in",
        isConsequence: elsewhere)
      return
    }
    add(
      .compile, at: start, .pass, source: source, expected: "does not compile",
      actual: errors[0].text)
    judgeDiagnostic(block, said: errors.map(\.text), whose: "the compiler")
  }

  private mutating func judgeDiagnostic(_ block: CodeBlock, said: [String], whose: String) {
    guard let diagnostic = block.diagnostic else { return }
    let everything = said.joined(separator: " ").squeezed
    let missing = Comparison.printedLines(diagnostic.text).enumerated().first { _, line in
      !everything.contains(line.squeezed)
    }
    let expected = diagnostic.text.squeezed
    guard let missing else {
      add(
        .diagnostic, at: SourcePosition(line: diagnostic.firstLine, column: 1), .pass,
        source: firstLine(of: block), expected: expected, actual: everything)
      return
    }
    add(
      .diagnostic, at: SourcePosition(line: diagnostic.firstLine + missing.offset, column: 1),
      width: max(1, missing.element.unicodeScalars.count), .fail, rule: .diagnosticMismatch,
      source: firstLine(of: block), expected: expected, actual: everything,
      message: "\(whose) does not say `\(missing.element.squeezed)`; it says `\(everything)`",
      remedy: "write what \(whose) says, or a part of it")
  }

  // MARK: Claims and figures

  private mutating func judge(_ claim: Claim) -> CheckedValue {
    let expectation = claim.expectation
    guard let actual = run.claims[claim.index] else {
      addUnreached(
        .claim, expectation, source: claim.expression, at: claim.position, claim.width)
      return CheckedValue(expected: expectation.text, actual: nil, passed: false)
    }
    let passed = Comparison.holds(expectation, actual: actual)
    if passed {
      add(
        .claim, at: claim.position, width: claim.width, .pass, source: claim.expression,
        expected: expectation.text, actual: actual)
    } else {
      add(
        .claim, at: claim.position, width: claim.width, .fail, rule: .claimMismatch,
        source: claim.expression, expected: expectation.text, actual: actual,
        message: Explanation.mismatch(claim.expression, expectation, actual: actual),
        remedy: Explanation.remedy(for: lesson.file.path),
        notes: Explanation.likelyReasons(expectation, actual: actual))
    }
    return CheckedValue(expected: expectation.text, actual: actual, passed: passed)
  }

  private mutating func judgeFigures() {
    var named: [String: Int] = [:]
    var refused: Set<ShownFigure> = []
    for (index, block) in run.blocks.enumerated() {
      let start = SourcePosition(line: lesson.blocks[index].firstLine, column: 1)
      for case .figure(let figure) in block.shown {
        if refuse(figure, of: lesson.blocks[index]) {
          refused.insert(figure)
          continue
        }
        let isRepeated = figure.name.map { named.updateValue(index, forKey: $0) != nil } ?? false
        if isRepeated {
          add(
            .figure, at: start, .fail, rule: .duplicateID,
            source: firstLine(of: lesson.blocks[index]),
            expected: "a name of its own", actual: figure.name ?? "",
            message: "a second figure is named `\(figure.name ?? "")`",
            remedy: "give each figure a name of its own")
        } else {
          add(
            .figure, at: start, .pass, source: figure.title, expected: "drawn",
            actual: "\(figure.svg.utf8.count) bytes of SVG")
        }
      }
    }
    for index in run.blocks.indices where !refused.isEmpty {
      run.blocks[index].shown.removeAll { item in
        if case .figure(let figure) = item { refused.contains(figure) } else { false }
      }
    }
    lesson.document.visit { node in
      guard case .image(let destination, _) = node.kind, destination.hasPrefix("figure:") else {
        return
      }
      judgePlacement(String(destination.dropFirst("figure:".count)), at: node.range, named)
    }
  }

  /// Whether a figure can't stand in a page, which is then said. Whatever draws a figure may be the
  /// lesson's own code.
  private mutating func refuse(_ figure: ShownFigure, of block: CodeBlock) -> Bool {
    let start = SourcePosition(line: block.firstLine, column: 1)
    if figure.title.trimmed.isEmpty || figure.alternative.trimmed.isEmpty {
      let missing = figure.title.trimmed.isEmpty ? "title" : "alternative text"
      add(
        .figure, at: start, .fail, rule: .missingAlt, source: firstLine(of: block),
        expected: "a title and an alternative text", actual: "no \(missing)",
        message: "a figure of this block has no \(missing)",
        remedy: "say where it is made what a reader who cannot see it should know")
      return true
    }
    guard let fault = DrawingReader.fault(in: figure.svg) else { return false }
    add(
      .figure, at: start, .fail, rule: .badFigure, source: firstLine(of: block),
      expected: "one <svg> element that only draws", actual: fault.message,
      message: "the figure “\(figure.title)” can't stand in a page: \(fault.message)",
      remedy: "a figure is one well-formed <svg> element, without scripts, style sheets, images "
        + "and anything from elsewhere")
    return true
  }

  private mutating func judgePlacement(
    _ name: String, at range: SourceRange, _ named: [String: Int]
  ) {
    let source = String(lesson.file.line(range.start.line)).trimmed
    if named[name] != nil {
      add(.figure, at: range.start, .pass, source: source, expected: name, actual: "drawn")
      return
    }
    if let rule = blockingRule {
      add(
        .figure, at: range.start, .fail, rule: rule, source: source, expected: name,
        actual: "not reached", message: unreachedMessage(rule), isConsequence: true)
      return
    }
    let nearest = Spelling.nearest(to: name, among: named.keys.sorted())
    add(
      .figure, at: range.start, .fail, rule: .deadLink, source: source, expected: name,
      actual: "no such figure", message: "no figure of this lesson is named `\(name)`",
      remedy: nearest.map { "did you mean `figure:\($0)`?" }
        ?? "give the figure that name where it is made")
  }
}

extension SourcePosition {
  /// Where a place of a run is in the file as it stands now.
  init?(_ place: RunOutcome.Place, in lesson: Lesson) {
    if let claim = place.claim {
      guard claim < lesson.claims.count else { return nil }
      self = lesson.claims[claim].expressionPosition
      return
    }
    guard let index = place.block, index < lesson.blocks.count else { return nil }
    let block = lesson.blocks[index]
    let map = CodeMap(file: lesson.file, firstLine: block.firstLine, code: block.code)
    let line =
      block.code.split(separator: "\n", omittingEmptySubsequences: false)
      .dropFirst(place.line).first ?? ""
    let before = String(decoding: line.utf8.prefix(place.offset), as: UTF8.self)
    self.init(
      line: block.firstLine + place.line,
      column: before.unicodeScalars.count + 1 + map.indent(ofLine: place.line))
  }
}
