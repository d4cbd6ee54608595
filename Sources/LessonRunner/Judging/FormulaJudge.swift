import LessonFormat

/// Holds the formulas of a lesson to being typeset: in its text, its front matter and the captions of
/// its figures.
struct FormulaJudge {
  let typeset: [Formula: TypesetFormula]

  /// One failed check for each formula that KaTeX rejects.
  func checks(of lesson: Lesson, _ occurrences: [FormulaOccurrence]) -> [CheckResult] {
    var place: PlaceInLine?
    return occurrences.compactMap { occurrence in
      guard case .mistake(let message, let offset)? = typeset[occurrence.formula] else {
        return nil
      }
      let formula = occurrence.formula
      let blocks = lesson.blocks
      let start = occurrence.block.flatMap { blocks.indices.contains($0) ? blocks[$0].start : nil }
      return CheckResult(
        in: lesson,
        position: start
          ?? Self.position(
            of: offset ?? 0, in: formula.tex, range: occurrence.range, lesson.file, &place),
        kind: .lesson, status: .fail, rule: .badFormula,
        source: CheckResult.excerpt(of: formula.tex),
        expected: "a formula that KaTeX reads", actual: message,
        message: "this formula can't be typeset: \(message)",
        remedy: "fix the formula, or divide one that is too much; KaTeX's list of functions is at "
          + "katex.org/docs/supported")
    }
  }

  /// Finds the formula's line that holds the offset in the lines of the file. `last` is where the one
  /// before it was found, for a line may hold many.
  private static func position(
    of offset: Int, in tex: String, range: SourceRange?, _ file: SourceFile,
    _ last: inout PlaceInLine?
  ) -> SourcePosition {
    guard let range else { return SourcePosition(line: 1, column: 1) }
    let units = Array(tex.utf16)
    let before = String(decoding: units[..<min(max(offset, 0), units.count)], as: UTF16.self)
    let lines = tex.split(separator: "\n", omittingEmptySubsequences: false)
    let beforeLines = before.split(separator: "\n", omittingEmptySubsequences: false)
    let index = beforeLines.count - 1
    let inLine = beforeLines[index].unicodeScalars.count
    guard index < lines.count else { return range.start }
    let wanted = Array(lines[index].utf8)
    var candidates = Array(range.start.line...max(range.start.line, range.end.line))
    // The line of the formula is not before its place in the formula.
    candidates.removeAll { $0 < range.start.line + index }
    for number in candidates {
      let column = number == range.start.line ? range.start.column : 1
      var place: PlaceInLine
      if let last, last.line == number, last.column <= column {
        place = last
      } else {
        place = PlaceInLine(line: number, of: file)
      }
      guard place.move(toColumn: column) else { continue }
      last = place
      if let found = place.offset(of: wanted) {
        place.move(to: found)
        return SourcePosition(line: number, column: place.column + inLine)
      }
    }
    return range.start
  }
}
