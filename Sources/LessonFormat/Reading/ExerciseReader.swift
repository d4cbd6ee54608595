/// Puts the blocks of each exercise together, and says what is missing or double.
struct ExerciseReader {
  private let file: SourceFile
  private var parts: [Parts] = []
  private(set) var findings: [FormatFinding] = []

  /// The blocks that name one exercise, in order.
  private struct Parts {
    var id: String
    var starter: CodeBlock?
    var check: CodeBlock?
    var solutions: [CodeBlock] = []
    var first: CodeBlock
  }

  /// The exercises that are whole, in the order of their starters.
  static func read(
    _ blocks: [CodeBlock], in file: SourceFile
  ) -> (exercises: [Exercise], findings: [FormatFinding]) {
    var reader = ExerciseReader(file: file)
    for block in blocks { reader.take(block) }
    let exercises = reader.parts.compactMap { parts -> Exercise? in
      guard let starter = parts.starter, let check = parts.check, !parts.solutions.isEmpty else {
        reader.reportMissing(parts)
        return nil
      }
      return Exercise(
        id: parts.id, starter: starter.index, check: check.index,
        solutions: parts.solutions.map(\.index))
    }
    return (exercises.sorted { $0.starter < $1.starter }, reader.findings)
  }

  private init(file: SourceFile) {
    self.file = file
  }

  private mutating func take(_ block: CodeBlock) {
    guard let id = block.execution.exerciseID else { return }
    let place: Int
    if let known = parts.firstIndex(where: { $0.id == id }) {
      place = known
    } else {
      place = parts.count
      parts.append(Parts(id: id, first: block))
    }
    switch block.execution {
    case .starter:
      if let starter = parts[place].starter {
        return reportSecond(block, "starter", after: starter)
      }
      parts[place].starter = block
    case .check:
      if let check = parts[place].check {
        return reportSecond(block, "block of checks", after: check)
      }
      parts[place].check = block
    case .solution: parts[place].solutions.append(block)
    case .run, .skip, .fails, .traps: break
    }
  }

  // MARK: Findings

  private mutating func reportSecond(_ block: CodeBlock, _ part: String, after first: CodeBlock) {
    report(
      .duplicateID, block,
      message: "exercise `\(block.execution.exerciseID ?? "")` has its \(part) in line "
        + "\(first.range.start.line) already",
      remedy: "give this exercise an id of its own, or drop one of the two blocks")
  }

  private mutating func reportMissing(_ parts: Parts) {
    let others = self.parts.filter { $0.starter != nil && $0.id != parts.id }.map(\.id)
    if parts.starter == nil, let nearest = Spelling.nearest(to: parts.id, among: others) {
      return report(
        .badInfoString, parts.first, message: "no exercise has the id `\(parts.id)`",
        remedy: "did you mean `\(nearest)`?")
    }
    let missing: [(Bool, String, String, String)] = [
      (parts.starter == nil, "starter", "exercise", "what the reader begins with"),
      (parts.check == nil, "checks", "check", "what must hold of an answer"),
      (parts.solutions.isEmpty, "solution", "solution", "an answer that passes the checks"),
    ]
    for (isMissing, part, word, holds) in missing where isMissing {
      report(
        .badInfoString, parts.first, message: "exercise `\(parts.id)` has no \(part)",
        remedy: "add a block ```swift \(word)=\"\(parts.id)\" with \(holds)")
    }
  }

  private mutating func report(
    _ rule: Rule, _ block: CodeBlock, message: String, remedy: String
  ) {
    let line = String(file.line(block.range.start.line))
    let word = "\"\(block.execution.exerciseID ?? "")\""
    let found = line.range(of: word, last: true)
    let column = found.map { line[..<$0.lowerBound].unicodeScalars.count + 1 }
    findings.append(
      FormatFinding(
        rule, kind: .exercise,
        at: SourcePosition(
          line: block.range.start.line, column: column ?? block.range.start.column),
        width: found == nil ? 3 : word.unicodeScalars.count, source: line, message: message,
        remedy: remedy))
  }
}
