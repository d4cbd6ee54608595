import LessonFormat

@testable import LessonRunner

/// What judging would bring of a lesson that nothing has run: each check passes with the value it
/// expects, but for those that are given another.
struct PretendRun {
  /// What is computed, by what is checked; nil for what was never reached.
  var computed: [String: String?] = [:]
  /// The checks, by what is checked, that fail.
  var failing: Set<String> = []
  var blocks: [Int: BlockResult] = [:]

  func judgement(of lesson: Lesson) -> LessonJudgement {
    var reports: [CheckResult] = []
    let results = lesson.blocks.map { block in
      var result = blocks[block.index] ?? BlockResult()
      result.checks = block.checks.map { check in
        let value = value(of: check.source, check.expectation)
        reports.append(report(.value, value, check.source, check.position, lesson))
        return value
      }
      result.hasFailed = result.hasFailed || !result.checks.allSatisfy(\.passed)
      if let output = block.output {
        if result.output.isEmpty { result.output = output.text }
        result.printedAsExpected = result.printedAsExpected ?? true
        let value = CheckedValue(
          expected: output.text, computed: ComputedValue(result.output), passed: true)
        reports.append(report(.output, value, "output", output.range.start, lesson))
      }
      if let diagnostic = block.diagnostic {
        if result.diagnostic == nil { result.diagnostic = diagnostic.text }
        result.endedAsExpected = result.endedAsExpected ?? true
        let value = CheckedValue(expected: diagnostic.text, computed: nil, passed: true)
        reports.append(report(.diagnostic, value, "diagnostic", diagnostic.range.start, lesson))
      }
      return result
    }
    let claims = lesson.claims.map { claim in
      let value = value(of: claim.expression, claim.expectation)
      reports.append(report(.value, value, claim.expression, claim.position, lesson))
      return value
    }
    return LessonJudgement(lesson: lesson, checks: reports, blocks: results, claims: claims)
  }

  /// The lesson with its formulas typeset.
  func verified(_ lesson: Lesson, symbols: SymbolIndex? = nil) throws -> VerifiedLesson {
    let judgement = judgement(of: lesson)
    var collector = FormulaCollector()
    collector.collect(lesson)
    collector.collect(captionsOf: judgement.blocks)
    return VerifiedLesson(
      judgement, typeset: try SampleCourse.typeset(collector.occurrences.map(\.formula)),
      symbols: symbols)
  }

  private func value(of source: String, _ expectation: Expectation) -> CheckedValue {
    CheckedValue(
      expected: expectation.text,
      computed: (computed[source] ?? expectation.text).map { ComputedValue($0) },
      passed: !failing.contains(source))
  }

  private func report(
    _ kind: CheckKind, _ value: CheckedValue, _ source: String, _ position: SourcePosition,
    _ lesson: Lesson
  ) -> CheckResult {
    CheckResult(
      lesson: lesson.id, file: lesson.file.path, position: position, kind: kind,
      status: value.passed ? .pass : .fail, rule: value.passed ? nil : .valueMismatch,
      source: source, expected: value.expected, actual: value.actual ?? "")
  }
}
