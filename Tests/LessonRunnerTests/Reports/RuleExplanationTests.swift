import LessonFormat
import Testing

@testable import LessonRunner

@Suite struct RuleExplanationTests {
  @Test(arguments: Rule.allCases)
  func everyRuleIsExplainedWithAnExampleAndARemedy(rule: Rule) {
    let explanation = rule.explanation
    #expect(explanation.meaning.hasSuffix("."))
    #expect(explanation.remedy.hasSuffix("."))
    #expect(!explanation.example.isEmpty)
  }

  @Test(arguments: [
    ("One. Two.", "One."), ("One, `a. b` in course.yaml. Two.", "One, `a. b` in course.yaml."),
    ("After `≈` 0.5 holds.", "After `≈` 0.5 holds."), ("", ""),
  ])
  func theSummaryIsTheFirstSentence(meaning: String, summary: String) {
    #expect(RuleExplanation(meaning, example: "", remedy: "").summary == summary)
  }

  @Test(arguments: Rule.allCases)
  func everySummaryIsAWholeSentence(rule: Rule) {
    let summary = rule.explanation.summary
    #expect(rule.explanation.meaning.hasPrefix(summary) && summary.hasSuffix("."))
    #expect(summary.count { $0 == "`" } % 2 == 0 && !summary.hasSuffix("in course."))
    #expect(summary.count { $0 == "(" } == summary.count { $0 == ")" })
  }

  @Test func noTwoRulesMeanTheSame() {
    #expect(Set(Rule.allCases.map(\.explanation.meaning)).count == Rule.allCases.count)
  }
}
