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

  @Test func noTwoRulesMeanTheSame() {
    #expect(Set(Rule.allCases.map(\.explanation.meaning)).count == Rule.allCases.count)
  }
}
