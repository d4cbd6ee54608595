import LessonFormat
import LessonRunner
import Markup

/// The small button that says of checked numbers that they hold, and shows the computed values to
/// a reader who points at it, taps it or reaches it with the keyboard.
///
/// It needs no script: the style sheet shows the values while the button or what surrounds it is
/// hovered or has the focus. Neither the tick nor the values are copied with the text.
struct CheckMark {
  /// At least one; a formula can hold several checked numbers.
  let values: [CheckedValue]

  init(_ values: [CheckedValue]) { self.values = values }

  /// The mark of one value that stands in a relation to what is expected. Words name the relation
  /// where it is not an equality.
  init(_ value: CheckedValue, _ relation: Relation) {
    var value = value
    switch relation {
    case .approximately, .equal: break
    default: value.expected = "\(relation.rawValue) \(value.expected)"
    }
    self.values = [value]
  }

  /// Whether all values are as expected.
  var passed: Bool { values.allSatisfy(\.passed) }

  /// The class of the element around the number and its mark.
  var cssClass: String { passed ? "pass" : "fail" }

  /// The button; its name says all that the mark shows.
  var button: HTML<Phrasing> {
    .button([.type("button"), .class("tick"), .ariaLabel(label)], passed ? "✓" : "✗")
  }

  /// What the button reveals. It goes into the same element, after the button.
  var revealed: HTML<Phrasing> {
    .span(
      [.class("computed"), .ariaHidden], values.html { .span([], .text(computed($0))) })
  }

  /// The mark behind HTML that holds the number.
  func html(behind number: HTML<Phrasing>) -> HTML<Phrasing> {
    .span([.class("mark \(cssClass)")], number, button, revealed)
  }

  /// A code span that claims something, with its mark. The last word stays with the mark.
  func html(ofClaim code: String) -> HTML<Phrasing> {
    let words = code.split(separator: " ", omittingEmptySubsequences: false)
    return .span(
      [.class("claim \(cssClass)")],
      .code(
        [], .text(words.dropLast().map { $0 + " " }.joined()),
        .span([.class("last")], .text(words.last ?? ""), button)),
      revealed)
  }

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
