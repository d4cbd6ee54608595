import LessonFormat

/// Holds exercises to both of their promises: the starter fails its checks, and every solution
/// passes them.
struct ExerciseJudge {
  /// Why attempts at exercises were not reached; nil when the program came to its end.
  typealias Obstacle = (rule: Rule, message: String)

  /// What judging a lesson's exercises brought.
  struct Judgement {
    var checks: [CheckResult] = []
    /// What the solutions computed for the checks of a block, by the block's index.
    var values: [Int: [CheckedValue]] = [:]
    /// The blocks of which something is reported.
    var failedBlocks: Set<Int> = []
  }

  private let lesson: Lesson
  private let outcome: RunOutcome
  /// The values of the checks in each block of an attempt, by the attempt's index.
  private let attempts: [Int: [Int: [[ComputedValue]]]]
  private let obstacle: Obstacle?
  private var judgement = Judgement()

  static func judgement(
    of lesson: Lesson, _ outcome: RunOutcome, _ run: RunSummary, obstacle: Obstacle?
  ) -> Judgement {
    var judge = ExerciseJudge(
      lesson: lesson, outcome: outcome, attempts: run.attempts, obstacle: obstacle)
    for attempt in lesson.attempts {
      if attempt.isStarter { judge.judgeStarter(attempt) } else { judge.judgeSolution(attempt) }
    }
    for exercise in lesson.exercises { judge.collectValues(of: exercise) }
    for block in lesson.blocks { judge.judgeLeftOver(block) }
    return judge.judgement
  }

  private init(
    lesson: Lesson, outcome: RunOutcome, attempts: [Int: [Int: [[ComputedValue]]]],
    obstacle: Obstacle?
  ) {
    self.lesson = lesson
    self.outcome = outcome
    self.attempts = attempts
    self.obstacle = obstacle
  }

  private mutating func add(
    _ block: Int, at position: SourcePosition, width: Int = 1, _ status: CheckStatus,
    rule: Rule? = nil,
    source: String, expected: String, actual: String, message: String = "", remedy: String = "",
    notes: [String] = [], isConsequence: Bool = false, comparesValues: Bool = false
  ) {
    if status == .fail { judgement.failedBlocks.insert(block) }
    judgement.checks.append(
      CheckResult(
        in: lesson, position: position, kind: .exercise,
        status: status, rule: rule, source: source, expected: expected, actual: actual,
        message: message, remedy: remedy, width: width, notes: notes,
        isConsequence: isConsequence, comparesValues: comparesValues))
  }

  // MARK: Starters

  private mutating func judgeStarter(_ attempt: Attempt) {
    let block = lesson.blocks[attempt.answer]
    let (position, source) = firstLine(of: block)
    let expected = "fails its checks"
    guard let ran = outcome.attempts[attempt.index] else {
      return add(
        block.index, at: position, .fail, rule: obstacle?.rule ?? .starterPasses, source: source,
        expected: expected, actual: "not reached", message: notReached, isConsequence: true)
    }
    if let why = failure(of: attempt, ran) {
      return add(
        block.index, at: position, .pass, source: source, expected: expected, actual: why)
    }
    add(
      block.index, at: position, width: max(1, source.unicodeScalars.count), .fail,
      rule: .starterPasses, source: source, expected: expected, actual: "passes its checks",
      message:
        "the starter of exercise `\(attempt.exercise.id)` passes its checks already, so that "
        + "there is nothing to do",
      remedy: "take the answer out of the starter, or make the checks ask for more")
  }

  /// How an attempt fails; nil when it passes.
  private func failure(of attempt: Attempt, _ ran: RunOutcome.AttemptOutcome) -> String? {
    let checks = attempt.blocks.flatMap { self.checks(of: $0, in: attempt) }
    let missed = checks.lazy.compactMap { check, values in
      values.first { !Comparison.holds(check.expectation, actual: $0) }.map { value in
        "line \(check.position.line): expected \(check.expectation.relation.rawValue) "
          + "\(check.expectation.text), got \(value.notation)"
      }
    }.first
    switch ran.ending {
    case .didNotCompile, .compilerFailed, .didNotLink: return words(for: ran)
    case .finished:
      let unreached = checks.first { $0.values.isEmpty }
      return missed ?? unreached.map { "line \($0.check.position.line): not reached" }
    case .trapped, .timedOut, .outOfMemory, .wroteTooMuch, .leftEarly:
      return missed ?? words(for: ran)
    }
  }

  // MARK: Solutions

  private mutating func judgeSolution(_ attempt: Attempt) {
    let checks = attempt.blocks.flatMap { self.checks(of: $0, in: attempt) }
    let ran = outcome.attempts[attempt.index]
    let isHeld = ran?.ending == .finished
    if let ran, !isHeld { judgeEnding(attempt, ran) }
    let (start, source) = firstLine(of: lesson.blocks[attempt.answer])
    if checks.isEmpty, isHeld || ran == nil {
      add(
        attempt.answer, at: start, isHeld ? .pass : .fail,
        rule: isHeld ? nil : obstacle?.rule ?? .solutionFails,
        source: source, expected: "runs to its end", actual: isHeld ? "ran" : "not reached",
        message: isHeld ? "" : notReached, isConsequence: !isHeld)
    }
    for block in attempt.blocks {
      for (check, values) in self.checks(of: block, in: attempt) {
        judge(check, in: block, values, attempt, ran)
      }
    }
  }

  private mutating func judge(
    _ check: Check, in block: Int, _ values: [ComputedValue], _ attempt: Attempt,
    _ ran: RunOutcome.AttemptOutcome?
  ) {
    let expectation = check.expectation
    let failing = values.first { !Comparison.holds(expectation, actual: $0) }
    if let failing {
      add(
        block, at: check.position, width: check.width, .fail, rule: .solutionFails,
        source: check.source, expected: expectation.text, actual: failing.notation,
        message: Explanation.mismatch(check.source, expectation, actual: failing)
          + ", with \(name(of: attempt))",
        remedy: "fix the solution or its checks, or write the computed value into the lesson: "
          + "gradus accept \(ShellWord.path(lesson.file.path))",
        notes: Explanation.likelyReasons(expectation, actual: failing), comparesValues: true)
    } else if let last = values.last {
      add(
        block, at: check.position, width: check.width, .pass, source: check.source,
        expected: expectation.text, actual: last.notation)
    } else {
      let follows = ran?.ending != .finished
      let isBlocked = ran == nil
      add(
        block, at: check.position, width: check.width, .fail,
        rule: isBlocked ? obstacle?.rule ?? .solutionFails : .solutionFails, source: check.source,
        expected: expectation.text, actual: "not reached",
        message: isBlocked
          ? notReached : "\(name(of: attempt)) ended without ever reaching this check",
        remedy: follows
          ? "" : "call the function or enter the branch that it stands in, or drop the check",
        isConsequence: follows)
    }
  }

  /// A solution that did not come to its end.
  private mutating func judgeEnding(_ attempt: Attempt, _ ran: RunOutcome.AttemptOutcome) {
    let errors = ran.messages.filter { $0.severity == .error }
    guard !errors.isEmpty else {
      let said = words(for: ran)
      return addFault(
        attempt, at: ran.ending.place, expected: "runs to its end", actual: said,
        message: "\(name(of: attempt)) \(said)")
    }
    var seen: Set<RunOutcome.Message> = []
    for error in errors where seen.insert(error).inserted {
      addFault(
        attempt, at: error.place, isPoint: true, expected: "compiles", actual: error.text,
        message: "\(name(of: attempt)) does not compile: \(error.text)")
    }
  }

  private mutating func addFault(
    _ attempt: Attempt, at place: RunOutcome.Place?, isPoint: Bool = false, expected: String,
    actual: String, message: String
  ) {
    let start = firstLine(of: lesson.blocks[attempt.answer]).position
    let place = place.flatMap { $0.isIn(lesson) ? $0 : nil }
    var position = place.flatMap { SourcePosition($0, in: lesson) } ?? start
    // Where in its line a loop was interrupted says nothing.
    if case .timedOut = outcome.attempts[attempt.index]?.ending { position.column = 1 }
    let source = lesson.shownLine(position.line)
    add(
      place?.block ?? attempt.answer, at: position,
      width: isPoint ? 1 : max(1, source.unicodeScalars.count), .fail,
      rule: .solutionFails, source: source, expected: expected, actual: actual, message: message,
      remedy: "fix the solution or its checks")
  }

  // MARK: Values for the page

  /// What the solutions computed. Of several, the first that fails a check speaks for it.
  private mutating func collectValues(of exercise: Exercise) {
    let solutions = lesson.attempts.filter { $0.exercise == exercise && !$0.isStarter }
    for solution in solutions {
      judgement.values[solution.answer] = checks(of: solution.answer, in: solution).map {
        check, values in
        checkedValue(of: check, [values])
      }
    }
    let all = solutions.map { checks(of: exercise.check, in: $0) }
    judgement.values[exercise.check] = lesson.blocks[exercise.check].checks.indices.map { index in
      checkedValue(of: all[0][index].check, all.map { $0[index].values })
    }
  }

  private func checkedValue(of check: Check, _ solutions: [[ComputedValue]]) -> CheckedValue {
    let values = solutions.flatMap { $0 }
    let failing = values.first { !Comparison.holds(check.expectation, actual: $0) }
    let isHeldBySome = solutions.contains { values in
      !values.isEmpty && values.allSatisfy { Comparison.holds(check.expectation, actual: $0) }
    }
    let varies = solutions.contains { values in values.contains { $0 != values[0] } }
    return CheckedValue(
      expected: check.expectation.text, computed: failing ?? values.last,
      passed: failing == nil && !solutions.contains([]),
      varies: varies || failing != nil && isHeldBySome)
  }

  // MARK: Parts

  /// A block of an exercise that is not whole is not run.
  private mutating func judgeLeftOver(_ block: CodeBlock) {
    guard let id = block.execution.exerciseID,
      !lesson.attempts.contains(where: { $0.blocks.contains(block.index) })
    else { return }
    let (position, source) = firstLine(of: block)
    add(
      block.index, at: position, .fail, rule: .badInfoString, source: source, expected: "runs",
      actual: "not run", message: "not run: exercise `\(id)` is not whole", isConsequence: true)
  }

  private func checks(
    of block: Int, in attempt: Attempt
  ) -> [(check: Check, values: [ComputedValue])] {
    lesson.blocks[block].checks.map { check in
      (check, attempts[attempt.index]?[block]?[check.index] ?? [])
    }
  }

  private func firstLine(of block: CodeBlock) -> (position: SourcePosition, source: String) {
    (block.start, lesson.shownLine(block.firstLine))
  }

  private func name(of attempt: Attempt) -> String {
    "the solution in line \(lesson.blocks[attempt.answer].firstLine)"
  }

  private var notReached: String {
    obstacle?.message ?? "not reached: the lesson before it could not be run a second time"
  }

  private func words(for ran: RunOutcome.AttemptOutcome) -> String {
    switch ran.ending {
    case .finished: "came to its end"
    case .didNotCompile:
      "does not compile: \(ran.messages.first { $0.severity == .error }?.text ?? "")"
    case .compilerFailed(let said): "does not compile: \(said)"
    case .didNotLink(let said): "can't be linked: \(said)"
    case .trapped(let said, _): "traps: \(said)"
    case .timedOut: "ran past the time that an answer may take"
    case .outOfMemory: "ran out of memory"
    case .wroteTooMuch: "wrote more than the limit of output"
    case .leftEarly(let status): "ended by itself, with status \(status)"
    }
  }
}

extension RunOutcome.Ending {
  /// Where the program stopped, when that is known.
  var place: RunOutcome.Place? {
    switch self {
    case .trapped(_, let place), .timedOut(let place), .outOfMemory(let place): place
    case .finished, .didNotCompile, .wroteTooMuch, .compilerFailed, .didNotLink, .leftEarly: nil
    }
  }
}
