import Foundation
import Testing

@Suite struct ExplainCommandTests {
  @Test func everyRuleOfTheFormatIsListedAndExplainedWithAnExampleAndARemedy() throws {
    let course = try ScratchCourse()
    let rules = [
      "value-mismatch", "output-mismatch", "claim-mismatch", "check-text-missing", "bad-check",
      "declared-later", "does-not-compile", "unexpectedly-compiles", "diagnostic-mismatch",
      "trapped",
      "did-not-trap", "timed-out", "out-of-memory", "too-much-output", "nondeterministic",
      "starter-passes", "solution-fails", "quiz-invalid", "missing-alt",
      "dead-link", "dead-anchor", "unknown-symbol", "unknown-prerequisite", "duplicate-id",
      "bad-front-matter", "bad-info-string", "bad-formula", "bad-file",
      "unverified-number", "uncovered", "unknown-coverage",
    ]
    let list = try course.gradus("explain")
    #expect(list.status == 0)
    let listed = list.output.split(separator: "\n").filter { !$0.hasPrefix(" ") }.map(String.init)
    #expect(listed == rules)
    for rule in rules {
      let outcome = try course.gradus("explain", rule)
      #expect(outcome.status == 0)
      #expect(outcome.output.hasPrefix("\(rule)\n\n"))
      #expect(outcome.output.contains("\nFor example:\n\n    "))
      #expect(outcome.output.split(separator: "\n\n").count >= 4, "\(rule) has a remedy")
    }
  }
}
