import LessonFormat

/// Holds every decimal number that a reader of a lesson sees to the promise that it was computed, went
/// into the computation, or is given.
package struct NumberJudge: Sendable {
  /// Why the program did not come to its end.
  typealias Obstacle = (rule: Rule, message: String)

  /// Whether a number that nothing backs is an error, rather than a warning.
  let isStrict: Bool

  /// A judge for which a number that nothing backs is an error, or a warning.
  package init(isStrict: Bool) {
    self.isStrict = isStrict
  }

  /// A check for each number of the text, and of the figures and tables that the blocks have shown.
  func checks(
    of lesson: Lesson, _ blocks: [BlockResult], _ claims: [CheckedValue], obstacle: Obstacle?
  ) -> [CheckResult] {
    let backing = NumberBacking(lesson, blocks, claims)
    var checks = lesson.proseNumbers.map { found in
      judge(
        check(in: lesson, found.number, at: found.position), found.number, backing, obstacle,
        remedy: "make it a claim (`expression ≈ \(found.number.plain)` in backticks), put "
          + "<!-- check: expression ≈ \(found.number.plain) --> behind it, or list it under `given`"
      )
    }
    let shown = ShownNumbers(lesson, blocks)
    for (block, result) in zip(lesson.blocks, blocks) {
      for item in result.shown {
        for number in shown.numbers(of: item) {
          checks.append(judge(number, of: item, in: block, lesson, backing, obstacle))
        }
      }
    }
    return checks
  }

  private func check(
    in lesson: Lesson, _ number: TextNumber, at position: SourcePosition, width: Int? = nil
  ) -> CheckResult {
    CheckResult(
      in: lesson, position: position, kind: .number, status: .pass, source: number.text,
      expected: "computed, an input or given",
      actual: ProseNumber.Backing.computed.rawValue,
      width: width ?? number.text.unicodeScalars.count)
  }

  private func judge(
    _ check: CheckResult, _ number: TextNumber, _ backing: NumberBacking, _ obstacle: Obstacle?,
    in place: String = "", remedy: @autoclosure () -> String
  ) -> CheckResult {
    var check = check
    let backed = backing.backing(of: number)
    check.actual = backed.rawValue
    guard backed == .none else { return check }
    if backing.wouldBack(number) {
      check.status = .fail
      check.rule = obstacle?.rule ?? .unverifiedNumber
      check.actual = obstacle == nil ? "not computed" : "not reached"
      check.message =
        obstacle?.message ?? "what should compute `\(number.text)` in this lesson does not hold"
      check.isConsequence = true
      return check
    }
    check.status = isStrict ? .fail : .warning
    check.rule = .unverifiedNumber
    check.message = "nothing in this lesson computes `\(number.text)`\(place)"
    check.remedy = remedy()
    return check
  }

  // MARK: Figures and tables

  private func judge(
    _ shown: ShownNumbers.Shown, of item: ShownItem, in block: CodeBlock, _ lesson: Lesson,
    _ backing: NumberBacking, _ obstacle: Obstacle?
  ) -> CheckResult {
    guard let typed = shown.typed else {
      return check(in: lesson, shown.number, at: block.start, width: 1)
    }
    let written = position(of: typed, in: lesson)
    let isHere = typed.block == block.index
    var check = judge(
      check(
        in: lesson, shown.number, at: isHere ? written : block.start,
        width: isHere ? typed.digits.unicodeScalars.count : 1),
      shown.number, backing, obstacle, in: ", which \(Self.words(for: shown.place, of: item)) says",
      remedy: "build the text from the value, as in \"\\(value)\", check the value "
        + "(`// ≈ \(shown.number.plain)`), or list the number under `given`")
    if !isHere, check.rule == .unverifiedNumber {
      check.notes = ["the text with the number in it stands in line \(written.line)"]
    }
    return check
  }

  /// Where digits are typed, in the Markdown file.
  private func position(of typed: ShownNumbers.Typed, in lesson: Lesson) -> SourcePosition {
    let block = lesson.blocks[typed.block]
    let map = CodeMap(file: lesson.file, firstLine: block.firstLine, code: block.code)
    let start = map.position(at: typed.literal.span.start)
    let end = map.position(at: typed.literal.span.end)
    let line = Array(lesson.file.line(start.line).unicodeScalars)
    let digits = Array(typed.digits.unicodeScalars)
    let last =
      (start.line == end.line ? min(end.column - 1, line.count) : line.count) - digits.count
    guard start.column - 1 <= last else { return start }
    let place = (start.column - 1...last).first { place in
      line[place..<(place + digits.count)].elementsEqual(digits)
    }
    return place.map { SourcePosition(line: start.line, column: $0 + 1) } ?? start
  }

  private static func words(for place: ShownNumbers.Place, of item: ShownItem) -> String {
    let kind = if case .figure = item { "figure" } else { "table" }
    return switch place {
    case .label: "a label of the \(kind)"
    case .table: kind == "table" ? "a cell of the table" : "the table of the figure"
    case .title, .alternative, .caption: "the \(place.rawValue) of the \(kind)"
    }
  }
}
