import LessonFormat

@testable import LessonRunner

/// What judging brings of a lesson whose program has said this, and ended so.
func judged(
  _ lesson: Lesson, _ records: [Record], ending: RunOutcome.Ending = .finished
) -> VerifiedLesson {
  LessonJudge.judge(lesson, RunOutcome(records: records, ending: ending))
}

/// Checks in one line each: `line:column kind status`, with the rule of those that failed.
func described(_ checks: [CheckResult]) -> [String] {
  checks.map { check in
    "\(check.position.line):\(check.position.column) \(check.kind.rawValue) "
      + (check.rule?.rawValue ?? check.status.rawValue) + (check.isConsequence ? ", follows" : "")
  }
}

extension VerifiedLesson {
  /// The checks of one kind.
  func checks(_ kind: CheckKind) -> [CheckResult] { checks.filter { $0.kind == kind } }
}

/// A report of one check, as a merged or pretended run would bring it.
func sampleCheck(
  _ status: CheckStatus = .pass, line: Int = 1, column: Int = 1, kind: CheckKind = .value,
  rule: Rule? = nil, expected: String = "", actual: String = "", message: String = "",
  isConsequence: Bool = false
) -> CheckResult {
  CheckResult(
    lesson: "x", file: "x.md", position: SourcePosition(line: line, column: column), kind: kind,
    status: status, rule: rule, source: "a", expected: expected, actual: actual, message: message,
    isConsequence: isConsequence)
}
