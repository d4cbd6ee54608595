import LessonFormat

/// Variables that are read above the line that gives them their value.
extension LessonJudge {
  /// What the value of a check needs too early; nil when it needs nothing so.
  func earlyRead(of check: Check, in block: CodeBlock) -> EarlyRead? {
    earlyReads.ofBlocks[block.index]?.first { $0.checks.contains(check.index) }
  }

  /// What a claim reads too early; nil when it reads nothing so.
  func earlyRead(of claim: Claim) -> EarlyRead? {
    earlyReads.ofClaims[claim.index]
  }

  /// Whether something in a block is not run.
  func leavesOut(_ block: CodeBlock) -> Bool {
    earlyReads.ofBlocks[block.index]?.contains { $0.skipped != nil } ?? false
  }

  mutating func addEarlyRead(
    _ read: EarlyRead, _ kind: CheckKind, at position: SourcePosition, width: Int, source: String,
    expected: String = "a value"
  ) {
    let (variable, line) = ("`\(read.variable)`", read.valueLine)
    let use = read.isFoundInCode ? "is read" : "is read or set"
    // What rests on it may come later.
    let isAbove = position.line < line
    add(
      kind, at: position, width: width, .fail, rule: .declaredLater, source: source,
      expected: expected, actual: isAbove ? "not read" : "rests on no value",
      message: isAbove
        ? "\(variable) gets its value in line \(line), and \(use) before it"
        : "\(variable) \(use) above line \(line), which gives it its value, and this rests on that",
      remedy: isAbove
        ? "move this below line \(line), or give \(variable) its value above"
        : "give \(variable) its value above all that uses it, also through functions and types")
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

extension Lesson {
  /// What running the lesson has shown to be read too early, but for what its code tells anyway.
  func earlyReads(shownBy outcome: RunOutcome) -> [EarlyRead] {
    outcome.earlyUses.compactMap { use in
      guard let variable = lateVariables.first(where: { $0.name == use.variable }) else {
        return nil
      }
      let reader: EarlyRead.Reader
      if let claim = use.claim, claims.indices.contains(claim) {
        reader = .claim(claim)
      } else if let block = use.block, blocks.indices.contains(block) {
        reader = .block(block, offset: 0)
      } else {
        return nil
      }
      let isKnown = earlyReads.contains { read in
        guard read.variable == use.variable else { return false }
        switch (read.reader, reader) {
        case (.block(let one, _), .block(let other, _)): return one == other
        case (let one, let other): return one == other
        }
      }
      return isKnown
        ? nil
        : EarlyRead(
          byRunning: reader, checks: [use.check].compactMap { $0 }, of: variable)
    }
  }
}
