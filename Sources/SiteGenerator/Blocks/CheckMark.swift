import LessonFormat
import LessonRunner

/// The small button that says of checked numbers that they hold, and shows the computed values to
/// a reader who points at it, taps it or reaches it with the keyboard.
///
/// It needs no script: the style sheet shows the values while the button or what surrounds it is
/// hovered or has the focus. Neither the tick nor the values are copied with the text.
struct CheckMark {
  /// At least one; a formula can hold several checked numbers.
  let values: [CheckedValue]

  init(_ values: [CheckedValue]) { self.values = values }

  /// Whether all values are as expected.
  var passed: Bool { values.allSatisfy(\.passed) }

  /// The class of the element around the number and its mark.
  var cssClass: String { passed ? "pass" : "fail" }

  /// The button and the values that it reveals.
  var html: String {
    let sign = passed ? "✓" : "✗"
    let revealed = values.map { "<span>\(computed($0).escapedForPage)</span>" }.joined()
    return """
      <button type="button" class="tick" aria-label="\(label.escapedForPage)">\(sign)</button>\
      <span class="computed" aria-hidden="true">\(revealed)</span>
      """
  }

  /// The mark alone, for a number that stands in running text before it.
  var inlineHTML: String { "<span class=\"mark \(cssClass)\">\(html)</span>" }

  /// What a screen reader says.
  var label: String {
    let parts = values.map { value in
      "expected \(value.expected), " + (value.actual.map { "computed \($0)" } ?? "not reached")
    }
    return (passed ? "verified: " : "failed: ") + parts.joined(separator: "; ")
  }

  private func computed(_ value: CheckedValue) -> String {
    guard let actual = value.actual else { return "not reached" }
    return values.count == 1 ? "computed \(actual)" : "\(value.expected): computed \(actual)"
  }
}
