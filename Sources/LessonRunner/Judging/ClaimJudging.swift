import LessonFormat

/// Claims in the text.
extension LessonJudge {
  mutating func judge(_ claim: Claim) -> CheckedValue {
    let expectation = claim.expectation
    if let read = earlyRead(of: claim) {
      addEarlyRead(
        read, .claim, at: claim.position, width: claim.width, source: claim.expression,
        expected: expectation.text)
      return CheckedValue(expected: expectation.text, computed: nil, passed: false)
    }
    guard let computed = run.claims[claim.index] else {
      addUnreached(
        .claim, expectation, source: claim.expression, at: claim.position, claim.width)
      return CheckedValue(expected: expectation.text, computed: nil, passed: false)
    }
    let passed = Comparison.holds(expectation, actual: computed)
    if passed {
      add(
        .claim, at: claim.position, width: claim.width, .pass, source: claim.expression,
        expected: expectation.text, actual: computed.notation)
    } else {
      add(
        .claim, at: claim.position, width: claim.width, .fail, rule: .claimMismatch,
        source: claim.expression, expected: expectation.text, actual: computed.notation,
        message: Explanation.mismatch(claim.expression, expectation, actual: computed),
        remedy: Explanation.remedy(for: lesson.file.path, expectation.relation),
        notes: Explanation.likelyReasons(expectation, actual: computed))
    }
    return CheckedValue(expected: expectation.text, computed: computed, passed: passed)
  }
}
