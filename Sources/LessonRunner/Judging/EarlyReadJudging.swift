import LessonFormat

/// Variables that are read above the line that gives them their value.
extension LessonJudge {
  /// What the value of a check needs too early; nil when it needs nothing so.
  func earlyRead(of check: Check, in block: CodeBlock) -> EarlyRead? {
    lesson.earlyReads.first { $0.isIn(block) && $0.checks.contains(check.index) }
  }

  /// What a claim reads too early; nil when it reads nothing so.
  func earlyRead(of claim: Claim) -> EarlyRead? {
    lesson.earlyReads.first { $0.reader == .claim(claim.index) }
  }

  /// Whether something in a block is not run.
  func leavesOut(_ block: CodeBlock) -> Bool {
    lesson.earlyReads.contains { $0.isIn(block) && $0.skipped != nil }
  }

  mutating func addEarlyRead(
    _ read: EarlyRead, _ kind: CheckKind, at position: SourcePosition, width: Int, source: String,
    expected: String = "a value"
  ) {
    add(
      kind, at: position, width: width, .fail, rule: .declaredLater, source: source,
      expected: expected, actual: "not read",
      message: "`\(read.variable)` gets its value in line \(read.valueLine), and is read before it",
      remedy: "move this below line \(read.valueLine), or give `\(read.variable)` its value above")
  }

  /// Reads that no check stands for, at their own places; those of exercises, whose checks are judged for
  /// each answer, always.
  mutating func judgeEarlyReads() {
    for read in lesson.earlyReads {
      guard case .block(let index, let offset) = read.reader else { continue }
      let block = lesson.blocks[index]
      guard read.checks.isEmpty || block.execution.exerciseID != nil else { continue }
      let map = CodeMap(file: lesson.file, firstLine: block.firstLine, code: block.code)
      let position = map.position(at: offset)
      let kind: CheckKind = block.execution.exerciseID == nil ? .value : .exercise
      currentBlock = index
      addEarlyRead(
        read, kind, at: position, width: 1, source: lesson.shownLine(position.line))
    }
    currentBlock = nil
  }
}
