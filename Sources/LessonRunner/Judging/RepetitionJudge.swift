import LessonFormat

/// Holds a lesson to doing the same whenever it is run: two runs of it, each in a process of its
/// own, must agree in every value, output, figure, table and ending.
struct RepetitionJudge {
  private let lesson: Lesson
  private let runs: [RunOutcome]
  private let summaries: [RunSummary]

  /// One check: that the two runs agree, or where they first do not.
  static func checks(of lesson: Lesson, _ first: RunOutcome, _ second: RunOutcome) -> [CheckResult]
  {
    let judge = RepetitionJudge(lesson: lesson, runs: [first, second])
    var check = CheckResult(
      in: lesson, position: SourcePosition(line: 1, column: 1),
      kind: .lesson, status: .pass, source: lesson.title, expected: "the same twice",
      actual: "the same twice")
    let differences = judge.differences()
    guard let difference = differences.first else { return [check] }
    check.position = difference.position
    check.width = difference.width
    check.kind = difference.kind
    check.status = .fail
    check.rule = .nondeterministic
    check.source = difference.source
    check.expected = difference.first
    check.actual = difference.second
    check.message = difference.message
    check.remedy = difference.cause.remedy
    check.notes = ["usually: \(difference.cause.words)"]
    if differences.count > 1 {
      let others = differences.count - 1
      check.notes.append(
        "\(others) more \(others == 1 ? "thing differs" : "things differ") after it")
    }
    return [check]
  }

  private init(lesson: Lesson, runs: [RunOutcome]) {
    self.lesson = lesson
    self.runs = runs
    summaries = runs.map { RunSummary(lesson: lesson, records: $0.records) }
  }

  // MARK: Differences

  /// Something that came out in two ways.
  private struct Difference {
    var position: SourcePosition
    var width = 1
    var kind: CheckKind
    var source: String
    var first: String
    var second: String
    var message: String
    var cause: NondeterminismSource
  }

  /// All differences, in the order of the program: what differs first may be why the rest does.
  private func differences() -> [Difference] {
    var found = claims(after: nil)
    for block in lesson.blocks { found += differences(in: block) + claims(after: block.index) }
    for attempt in lesson.attempts { found += difference(of: attempt) }
    if let ending = difference(ofEndings: found.isEmpty) { found.append(ending) }
    return found
  }

  private func differences(in block: CodeBlock) -> [Difference] {
    var found: [Difference] = []
    for check in block.checks {
      let values = summaries.map { $0.values[block.index][check.index] }
      guard values[0] != values[1] else { continue }
      let at = zip(values[0], values[1]).first { $0 != $1 }
      let (first, second) =
        at.map { ($0.notation, $1.notation) }
        ?? (Self.count(values[0].count, "value"), Self.count(values[1].count, "value"))
      found.append(
        Difference(
          position: check.position, width: check.width, kind: .value, source: check.source,
          first: first, second: second,
          message: "`\(check.source)` was \(first) in one run and \(second) in another",
          cause: cause(upTo: block)))
    }
    if let output = outputDifference(in: block) { found.append(output) }
    found += shownDifferences(in: block)
    return found
  }

  private func outputDifference(in block: CodeBlock) -> Difference? {
    let printed = summaries.map { Comparison.printedLines($0.blocks[block.index].output) }
    guard printed[0] != printed[1] else { return nil }
    let line = zip(printed[0], printed[1]).prefix { $0 == $1 }.count
    let texts = printed.map { line < $0.count ? $0[line] : "nothing" }
    let fence = block.output.map { SourcePosition(line: $0.firstLine + line, column: 1) }
    return Difference(
      position: fence ?? block.start, kind: .output, source: source(of: block),
      first: texts[0], second: texts[1],
      message: "line \(line + 1) of the output was `\(texts[0])` in one run and `\(texts[1])` in "
        + "another",
      cause: cause(upTo: block))
  }

  private func shownDifferences(in block: CodeBlock) -> [Difference] {
    let results = summaries.map { $0.blocks[block.index] }
    var found: [Difference] = []
    func add(_ kind: CheckKind, _ first: String, _ second: String, _ message: String) {
      found.append(
        Difference(
          position: block.start, kind: kind, source: source(of: block), first: first,
          second: second, message: message, cause: cause(upTo: block)))
    }
    if results[0].shownValue != results[1].shownValue {
      let values = results.map { $0.shownValue ?? "none" }
      add(
        .value, values[0], values[1],
        "the block's last value was \(values[0]) in one run and \(values[1]) in another")
    }
    let shown = results.map(\.shown)
    if shown[0].count != shown[1].count {
      let counts = shown.map { Self.count($0.count, "figure or table") }
      add(
        .figure, counts[0], counts[1], "the block showed \(counts[0]) in one run, then \(counts[1])"
      )
    }
    for (first, second) in zip(shown[0], shown[1]) where first != second {
      let (one, other) = Self.firstDifference(first.text, second.text)
      add(
        .figure, one, other,
        "\(first.words) came out in two ways: `\(one)` in one run and `\(other)` in another")
    }
    let traps = summaries.map { $0.traps[block.index] }.map { trap in
      trap?.said ?? "not reached"
    }
    if traps[0] != traps[1] {
      add(
        .trap, traps[0], traps[1],
        "the block trapped in two ways: `\(traps[0])`, then `\(traps[1])`")
    }
    return found
  }

  private func claims(after block: Int?) -> [Difference] {
    lesson.claims.filter { $0.afterBlock == block }.compactMap { claim in
      let values = summaries.map { $0.claims[claim.index]?.notation ?? "not reached" }
      guard values[0] != values[1] else { return nil }
      return Difference(
        position: claim.expressionPosition, width: claim.expression.unicodeScalars.count,
        kind: .claim, source: claim.expression, first: values[0], second: values[1],
        message: "`\(claim.expression)` was \(values[0]) in one run and \(values[1]) in another",
        cause: cause(in: [claim.expression] + code(upTo: block)))
    }
  }

  private func difference(of attempt: Attempt) -> [Difference] {
    let values = summaries.map { $0.attempts[attempt.index] ?? [:] }
    let endings = runs.map {
      $0.attempts[attempt.index].map { String(describing: $0.ending) } ?? "none"
    }
    guard values[0] != values[1] || endings[0] != endings[1] else { return [] }
    let block = lesson.blocks[attempt.answer]
    let texts = values.map { values in
      values.sorted { $0.key < $1.key }
        .map { String(describing: $0.value.map { $0.map(\.notation) }) }.joined(separator: " ")
    }
    let differs = texts[0] != texts[1]
    return [
      Difference(
        position: block.start, kind: .exercise, source: source(of: block),
        first: differs ? texts[0] : endings[0], second: differs ? texts[1] : endings[1],
        message: "the exercise's checks came out in two ways", cause: cause(upTo: block))
    ]
  }

  /// How the two runs ended, where that is all that differs or one was not compared to its end.
  private func difference(ofEndings isAll: Bool) -> Difference? {
    let words = runs.map { Self.words(for: $0.ending) }
    guard isAll, words[0] != words[1] else { return nil }
    let block = summaries.compactMap(\.lastBlock).min().map { lesson.blocks[$0] }
    let slow = words.contains(Self.ranOutOfTime)
    return Difference(
      position: block?.start ?? SourcePosition(line: 1, column: 1), kind: .trap,
      source: block.map(source) ?? lesson.title, first: words[0], second: words[1],
      message: "the lesson \(words[0]) in one run, and it \(words[1]) in another",
      cause: slow ? .time : block.map { cause(upTo: $0) } ?? .unknown)
  }

  private static let ranOutOfTime = "ran past its limit of time"

  private static func words(for ending: RunOutcome.Ending) -> String {
    switch ending {
    case .finished: "ran to its end"
    case .didNotCompile, .compilerFailed, .didNotLink: "did not compile"
    case .trapped(let said, _): "trapped (\(said))"
    case .timedOut: ranOutOfTime
    case .outOfMemory: "ran out of memory"
    case .wroteTooMuch: "wrote more than its limit"
    case .leftEarly(let status): "ended early with status \(status)"
    }
  }

  // MARK: Words

  private func source(of block: CodeBlock) -> String { lesson.shownLine(block.firstLine) }

  private static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  /// What stands around the first difference of two long texts.
  private static func firstDifference(_ first: String, _ second: String) -> (String, String) {
    let common = zip(first.unicodeScalars, second.unicodeScalars).prefix { $0 == $1 }.count
    let excerpts = [first, second].map { text in
      var excerpt = String.UnicodeScalarView()
      excerpt.append(contentsOf: text.unicodeScalars.dropFirst(max(0, common - 10)).prefix(40))
      return String(excerpt).squeezed
    }
    return (excerpts[0], excerpts[1])
  }

  // MARK: Causes

  /// What makes two runs differ: first what the block itself names, then what any before it does.
  private func cause(upTo block: CodeBlock) -> NondeterminismSource {
    cause(in: [block.code] + code(upTo: block.index - 1))
  }

  private func code(upTo index: Int?) -> [String] {
    guard let index, index >= 0 else { return [] }
    return lesson.blocks[...index].reversed().map(\.code)
  }

  private func cause(in code: [String]) -> NondeterminismSource {
    for text in code {
      if let named = NondeterminismSource.named(in: text) { return named }
    }
    return .unknown
  }
}

extension ShownItem {
  fileprivate var words: String {
    switch self {
    case .figure(let figure): "the figure “\(figure.title)”"
    case .table(let table): "the table “\(table.title)”"
    }
  }

  /// All of it, for a comparison.
  fileprivate var text: String {
    switch self {
    case .figure(let figure):
      ([figure.name ?? "", figure.title, figure.alternative, figure.caption, figure.svg]
        + (figure.table.map { $0.columns + $0.rows.joined() } ?? []))
        .joined(separator: "\n")
    case .table(let table):
      ([table.title] + table.columns + table.rows.joined()).joined(separator: "\n")
    }
  }
}
