import Glibc
import LessonFormat
import LessonKit

/// What a block of Swift must do: hold its checks, print its output, fail or trap.
extension LessonJudge {
  mutating func judge(_ block: CodeBlock) {
    let start = block.start
    switch block.execution {
    case .skip(let reason):
      add(
        .compile, at: block.range.start, .skipped, source: firstLine(of: block),
        message: "skipped: \(reason)")
      addUnevaluated(block, "skipped: \(reason)")
    case .fails:
      judgeFailing(block, at: start)
      addUnevaluated(block, "skipped: the block must not compile")
    case .run:
      judgeChecks(block)
      judgeOutput(block)
    case .traps:
      judgeChecks(block)
      judgeOutput(block)
      judgeTrap(block, at: start)
    case .starter, .solution, .check: break
    }
  }

  /// Checks in code that does not run are in the report like any other.
  private mutating func addUnevaluated(_ block: CodeBlock, _ message: String) {
    for check in block.unevaluatedChecks {
      add(
        .value, at: check.position, width: check.width, .skipped, source: check.source,
        expected: check.expectation.text, message: message)
    }
  }

  mutating func judgeExercises() {
    let judgement = ExerciseJudge.judgement(
      of: lesson, outcome, run, obstacle: blockingRule.map { ($0, unreachedMessage($0)) })
    results += judgement.checks
    for (block, values) in judgement.values { run.blocks[block].checks = values }
    for block in judgement.failedBlocks { run.blocks[block].hasFailed = true }
  }

  func firstLine(of block: CodeBlock) -> String { lesson.shownLine(block.firstLine) }

  mutating func judgeChecks(_ block: CodeBlock) {
    for check in block.checks {
      if let read = earlyRead(of: check, in: block) {
        run.blocks[block.index].checks.append(
          CheckedValue(expected: check.expectation.text, computed: nil, passed: false))
        addEarlyRead(
          read, .value, at: check.position, width: check.width, source: check.source,
          expected: check.expectation.text)
        continue
      }
      let values = run.values[block.index][check.index]
      let failing = values.first { !Comparison.holds(check.expectation, actual: $0) }
      let passed = failing == nil && !values.isEmpty
      run.blocks[block.index].checks.append(
        CheckedValue(
          expected: check.expectation.text, computed: failing ?? values.last, passed: passed,
          varies: values.contains { $0 != values[0] }))
      if passed {
        add(
          .value, at: check.position, width: check.width, .pass, source: check.source,
          expected: check.expectation.text, actual: values[values.count - 1].notation)
      } else if let failing {
        add(
          .value, at: check.position, width: check.width, .fail, rule: .valueMismatch,
          source: check.source, expected: check.expectation.text, actual: failing.notation,
          message: Explanation.mismatch(check.source, check.expectation, actual: failing),
          remedy: Explanation.remedy(
            for: lesson.file.path, check.expectation.relation,
            varies: values.contains { $0 != values[0] }),
          notes: Explanation.likelyReasons(check.expectation, actual: failing))
      } else {
        addUnreached(
          .value, check.expectation, source: check.source, at: check.position, check.width)
      }
    }
  }

  /// A check that no value came for.
  mutating func addUnreached(
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
  var blockingRule: Rule? {
    switch outcome.ending {
    case .finished: nil
    case .didNotCompile, .compilerFailed, .didNotLink: .doesNotCompile
    case .trapped, .leftEarly: .trapped
    case .timedOut: .timedOut
    case .outOfMemory: .outOfMemory
    case .wroteTooMuch: .tooMuchOutput
    }
  }

  func unreachedMessage(_ rule: Rule) -> String {
    switch rule {
    case .doesNotCompile: "not reached: the lesson does not compile"
    case .timedOut: "not reached: the lesson ran out of time before"
    case .outOfMemory: "not reached: the lesson ran out of memory before"
    case .tooMuchOutput: "not reached: the lesson was stopped for its output before"
    default: "not reached: the program stopped before"
    }
  }

  mutating func judgeOutput(_ block: CodeBlock) {
    guard let expected = block.output else { return }
    let start = SourcePosition(line: expected.firstLine, column: 1)
    let source = firstLine(of: block)
    let text = Comparison.printedLines(expected.text).joined(separator: "\n")
    run.blocks[block.index].printedAsExpected = false
    guard run.finishedBlocks.contains(block.index) else {
      let rule = blockingRule ?? .trapped
      add(
        .output, at: start, .fail, rule: rule, source: source, expected: text,
        actual: "not reached", message: unreachedMessage(rule), isConsequence: true)
      return
    }
    let printed = run.blocks[block.index].output
    let actual = Comparison.printedLines(printed).joined(separator: "\n")
    if leavesOut(block) {
      add(
        .output, at: start, .fail, rule: .declaredLater, source: source, expected: text,
        actual: actual, message: "not compared: the block reads a variable that has no value yet",
        isConsequence: true)
      return
    }
    guard let line = Comparison.firstDifference(expected: expected.text, actual: printed) else {
      add(.output, at: start, .pass, source: source, expected: text, actual: actual)
      run.blocks[block.index].printedAsExpected = true
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

  mutating func judgeTrap(_ block: CodeBlock, at start: SourcePosition) {
    let source = firstLine(of: block)
    run.blocks[block.index].endedAsExpected = false
    guard let trap = run.traps[block.index] else {
      let rule = blockingRule ?? .trapped
      add(
        .trap, at: start, .fail, rule: rule, source: source, expected: "traps",
        actual: "not reached", message: unreachedMessage(rule), isConsequence: true)
      return
    }
    run.blocks[block.index].diagnostic = trap.said
    if trap.ending == .signalled(SIGQUIT) {
      add(
        .trap, at: start, .fail, rule: .timedOut, source: source, expected: "traps",
        actual: "ran out of time", message: "this block should trap, and it ran out of time",
        remedy: "make the block trap at once")
      return
    }
    if case .signalled(let signal) = trap.ending, !LessonRecorder.crashSignals.contains(signal) {
      add(
        .trap, at: start, .fail, rule: .didNotTrap, source: source, expected: "traps",
        actual: "ended by signal \(signal)",
        message: "this block should trap, and it ended itself by signal \(signal)",
        remedy: "take the call of `kill` or `raise` out, and make the block trap")
      return
    }
    if case .exited(let status) = trap.ending {
      let leftEarly = status != 0
      add(
        .trap, at: start, .fail, rule: .didNotTrap, source: source, expected: "traps",
        actual: leftEarly ? "ended with status \(status)" : "ran to its end",
        message: "this block should trap, and it "
          + (leftEarly ? "ended by itself, with status \(status)" : "ran to its end"),
        remedy: leftEarly
          ? "take the call of `exit` out, and make the block trap"
          : "drop the word `traps`, or make the block trap")
      return
    }
    add(.trap, at: start, .pass, source: source, expected: "traps", actual: trap.said)
    run.blocks[block.index].endedAsExpected = true
    judgeDiagnostic(block, said: [trap.said], whose: "the program")
  }

  mutating func judgeFailing(_ block: CodeBlock, at start: SourcePosition) {
    let errors = (outcome.failing[block.index] ?? []).filter { message in
      message.severity == .error && message.place?.block == block.index
    }
    run.blocks[block.index].diagnostic = errors.map(\.text).joined(separator: "\n")
    let source = firstLine(of: block)
    run.blocks[block.index].endedAsExpected = !errors.isEmpty
    if let reason = outcome.undecided[block.index] {
      add(
        .compile, at: start, .fail, rule: .doesNotCompile, source: source,
        expected: "does not compile", actual: "not known",
        message: "the compiler did not say whether this block compiles: \(reason)",
        remedy: "make the block simpler, or try again on a machine that has less to do")
      return
    }
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

  mutating func judgeDiagnostic(_ block: CodeBlock, said: [String], whose: String) {
    guard let diagnostic = block.diagnostic else { return }
    let everything = said.joined(separator: " ").squeezed
    let missing = Comparison.printedLines(diagnostic.text).enumerated().first { _, line in
      // Swift prints a trap's message behind these words.
      let words = line.squeezed
      let message = words.hasPrefix("Fatal error: ") ? words.dropFirst(13) : words[...]
      return !everything.contains(words) && !everything.contains(message)
    }
    let expected = diagnostic.text.squeezed
    guard let missing else {
      add(
        .diagnostic, at: SourcePosition(line: diagnostic.firstLine, column: 1), .pass,
        source: firstLine(of: block), expected: expected, actual: everything)
      return
    }
    run.blocks[block.index].endedAsExpected = false
    add(
      .diagnostic, at: SourcePosition(line: diagnostic.firstLine + missing.offset, column: 1),
      width: max(1, missing.element.unicodeScalars.count), .fail, rule: .diagnosticMismatch,
      source: firstLine(of: block), expected: expected, actual: everything,
      message: "\(whose) does not say `\(missing.element.squeezed)`; it says `\(everything)`",
      remedy: "write what \(whose) says, or a part of it")
  }
}
