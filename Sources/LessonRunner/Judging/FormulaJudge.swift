import LessonFormat

/// Holds the formulas of a lesson to being typeset: in its text, its front matter and the captions of
/// its figures.
struct FormulaJudge {
  let typeset: [Formula: TypesetFormula]

  /// One failed check for each formula that KaTeX rejects.
  func checks(of lesson: Lesson, _ occurrences: [FormulaOccurrence]) -> [CheckResult] {
    occurrences.compactMap { occurrence in
      guard case .mistake(let message, let offset)? = typeset[occurrence.formula] else {
        return nil
      }
      let formula = occurrence.formula
      let blocks = lesson.blocks
      let start = occurrence.block.flatMap { blocks.indices.contains($0) ? blocks[$0].start : nil }
      return CheckResult(
        in: lesson,
        position: start
          ?? Self.position(of: offset ?? 0, in: formula.tex, range: occurrence.range, lesson.file),
        kind: .lesson, status: .fail, rule: .badFormula,
        source: CheckResult.excerpt(of: formula.tex),
        expected: "a formula that KaTeX reads", actual: message,
        message: "this formula can't be typeset: \(message)",
        remedy:
          "fix the formula, or divide one that is too much; KaTeX's list of functions is at katex.org/docs/supported"
      )
    }
  }

  /// Finds the formula's line that holds the offset in the lines of the file.
  private static func position(
    of offset: Int, in tex: String, range: SourceRange?, _ file: SourceFile
  ) -> SourcePosition {
    guard let range else { return SourcePosition(line: 1, column: 1) }
    let units = Array(tex.utf16)
    let before = String(decoding: units[..<min(max(offset, 0), units.count)], as: UTF16.self)
    let lines = tex.split(separator: "\n", omittingEmptySubsequences: false)
    let beforeLines = before.split(separator: "\n", omittingEmptySubsequences: false)
    let index = beforeLines.count - 1
    let inLine = beforeLines[index].unicodeScalars.count
    guard index < lines.count else { return range.start }
    let wanted = lines[index]
    var candidates = Array(range.start.line...max(range.start.line, range.end.line))
    // The line of the formula is not before its place in the formula.
    candidates.removeAll { $0 < range.start.line + index }
    for number in candidates {
      let line = file.line(number)
      let first = number == range.start.line ? range.start.column - 1 : 0
      guard first <= line.unicodeScalars.count else { continue }
      let start = line.unicodeScalars.index(line.unicodeScalars.startIndex, offsetBy: first)
      if let found = line[start...].firstRange(of: wanted) {
        let column = line.unicodeScalars.distance(
          from: line.unicodeScalars.startIndex, to: found.lowerBound)
        return SourcePosition(line: number, column: column + inLine + 1)
      }
    }
    return range.start
  }
}
