import LessonFormat

/// Claims in the text.
extension LessonJudge {
  mutating func judge(_ claim: Claim) -> CheckedValue {
    let expectation = claim.expectation
    guard let actual = run.claims[claim.index] else {
      addUnreached(
        .claim, expectation, source: claim.expression, at: claim.position, claim.width)
      return CheckedValue(expected: expectation.text, actual: nil, passed: false)
    }
    let passed = Comparison.holds(expectation, actual: actual)
    if passed {
      add(
        .claim, at: claim.position, width: claim.width, .pass, source: claim.expression,
        expected: expectation.text, actual: actual)
    } else {
      add(
        .claim, at: claim.position, width: claim.width, .fail, rule: .claimMismatch,
        source: claim.expression, expected: expectation.text, actual: actual,
        message: Explanation.mismatch(claim.expression, expectation, actual: actual),
        remedy: Explanation.remedy(for: lesson.file.path, expectation.relation),
        notes: Explanation.likelyReasons(expectation, actual: actual))
    }
    return CheckedValue(expected: expectation.text, actual: actual, passed: passed)
  }
}
