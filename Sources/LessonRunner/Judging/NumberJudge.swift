import LessonFormat

/// Holds every decimal number of a lesson's text to the promise that it was computed.
package struct NumberJudge: Sendable {
  /// Whether a number that nothing backs is an error, rather than a warning.
  let isStrict: Bool

  /// A judge for which a number that nothing backs is an error, or a warning.
  package init(isStrict: Bool) {
    self.isStrict = isStrict
  }

  /// A check for each number.
  package func checks(of lesson: Lesson) -> [CheckResult] {
    lesson.proseNumbers.map { number in
      var check = CheckResult(
        in: lesson, position: number.position, kind: .number,
        status: .pass, source: number.text, expected: "checked or given",
        actual: number.backing.rawValue, width: number.text.unicodeScalars.count)
      if number.backing == .none {
        check.status = isStrict ? .fail : .warning
        check.rule = .unverifiedNumber
        check.message = "nothing in this lesson computes `\(number.text)`"
        check.remedy =
          "make it a claim (`expression ≈ \(number.text)` in backticks), put "
          + "<!-- check: expression ≈ \(number.text) --> behind it, or list it under `given`"
      }
      return check
    }
  }
}
