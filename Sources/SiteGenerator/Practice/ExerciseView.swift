import LessonFormat
import LessonRunner
import Markup

/// An exercise on the page: a section that holds the starter, and after it hints, the checks and
/// solutions that stand in the same place. What stands elsewhere in the lesson leads back to it.
struct ExerciseView {
  let label: ExerciseLabel

  /// The section around what stands in it.
  func section(_ content: HTML<Flow>) -> HTML<Flow> {
    let title = PracticeTitle(
      sign: .exercise, title: name, detail: "edit it until its checks hold")
    return .section(
      [.class("exercise")] + (label.isAnchorTaken ? [] : [.id(label.exercise.anchor)])
        + [.ariaLabel(name)], "\n", title.html, content) + "\n"
  }

  /// A block of the exercise: the starter, which the reader edits; the checks, folded but open, since
  /// they are a part of the task; a solution, folded.
  func html(of part: ExercisePart, _ code: HTML<Flow>) -> HTML<Flow> {
    let block = part.code.block
    let kind: String
    let opens: Bool
    switch part.role {
    case .starter: return .div([.class("block starter")], code) + "\n"
    case .checks: (kind, opens) = ("checks", true)
    case .solution: (kind, opens) = ("solution", part.code.result.hasFailed)
    }
    let back: HTML<Flow> =
      part.isApart
      ? .p(
        [.class("banner")], "For ",
        .a([.href("#" + label.exercise.anchor)], .text(name.lowercased())), ".") : HTML()
    return .details(
      [.class("block folded \(kind)")] + (opens ? [.open] : []),
      .summary([], .text(summary(of: part)), " ", block.lineCount), back, code) + "\n"
  }

  private var name: String { "Exercise \(label.number)" }

  private func summary(of part: ExercisePart) -> String {
    switch part.role {
    case .starter: name
    case .checks: part.isApart ? "The checks of \(name.lowercased())" : "The checks"
    case .solution(let isFirst):
      (isFirst ? "A solution" : "Another solution")
        + (part.isApart ? " to \(name.lowercased())" : "")
    }
  }
}
