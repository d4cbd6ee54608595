import LessonFormat
import LessonRunner

/// An exercise on the page: a section that holds the starter, and after it hints, the checks and
/// solutions that stand in the same place. What stands elsewhere in the lesson leads back to it.
struct ExerciseView {
  let exercise: Exercise
  /// The number among the exercises of the page, from 1.
  let number: Int
  /// Whether a heading of the lesson has taken the exercise's anchor.
  let isAnchorTaken: Bool

  var opening: String {
    let id = isAnchorTaken ? "" : " id=\"\(exercise.anchor)\""
    let title = PracticeTitle(
      sign: .exercise, title: name, detail: "edit it until its checks hold")
    return "<section class=\"exercise\"\(id) aria-label=\"\(name)\">\n\(title.html)"
  }

  var closing: String { "</section>\n" }

  /// The block that the reader edits, inside of the section.
  func starter(_ code: String) -> String { "<div class=\"block starter\">\(code)</div>\n" }

  /// A block of checks or a solution, folded: the checks open, for they are a part of the task.
  ///
  /// - Parameters:
  ///   - isApart: Whether it stands outside of the section.
  ///   - hasFailed: Whether something in it is reported.
  func part(_ block: CodeBlock, _ code: String, isApart: Bool, hasFailed: Bool) -> String {
    let isCheck = block.index == exercise.check
    let opens = isCheck || hasFailed ? " open" : ""
    let role = isCheck ? "checks" : "solution"
    let lines = block.code.utf8.reduce(0) { $0 + ($1 == 10 ? 1 : 0) }
    let back =
      isApart
      ? "<p class=\"banner\">For <a href=\"#\(exercise.anchor)\">\(name.lowercased())</a>.</p>" : ""
    return """
      <details class="block folded \(role)"\(opens)><summary>\
      \(summary(of: block, isApart: isApart)) \
      <span class="quiet">\(lines) \(lines == 1 ? "line" : "lines")</span></summary>\
      \(back)\(code)</details>

      """
  }

  private var name: String { "Exercise \(number)" }

  private func summary(of block: CodeBlock, isApart: Bool) -> String {
    if block.index == exercise.check {
      return isApart ? "The checks of \(name.lowercased())" : "The checks"
    }
    let word = block.index == exercise.solutions.first ? "A" : "Another"
    return isApart ? "\(word) solution to \(name.lowercased())" : "\(word) solution"
  }
}
