import LessonRunner
import Markup

/// The line under a title: how long a lesson takes, how many of its checks hold.
enum LessonMetadata {
  /// What is known, as a paragraph; nothing where nothing is.
  static func line(_ parts: [HTML<Phrasing>]) -> HTML<Flow> {
    let parts = parts.filter { !$0.isEmpty }
    guard !parts.isEmpty else { return HTML() }
    let dot: HTML<Phrasing> = " " + .span([.class("dot")], "·") + " "
    return .p([.class("facts")], parts.joined(separator: dot)) + "\n"
  }

  static func minutes(_ minutes: Int) -> HTML<Phrasing> { count(minutes, "minute") }

  /// How many decimal numbers lessons show, by what backs them; nothing where there are none.
  static func numbers(_ lessons: [VerifiedLesson], of whole: String) -> HTML<Flow> {
    let count = NumberCount(lessons.lazy.flatMap(\.checks))
    guard count.total > 0 else { return HTML() }
    return .p([], .text("Every decimal number \(whole): \(count.words).")) + "\n"
  }

  /// A number with its noun.
  static func count(_ number: Int, _ noun: String) -> HTML<Phrasing> {
    .span([], "\(number) \(noun)\(number == 1 ? "" : "s")")
  }
}

/// How many checks hold.
struct CheckTally {
  let total: Int
  let failed: Int

  init(_ lessons: [VerifiedLesson]) {
    let checks = lessons.flatMap(\.checks).filter { $0.status == .pass || $0.status == .fail }
    self.total = checks.count
    self.failed = checks.reduce(0) { $0 + ($1.status == .fail ? 1 : 0) }
  }

  /// A part of the line under a title; empty where nothing is checked.
  var html: HTML<Phrasing> {
    guard total > 0 else { return HTML() }
    return .span([.class("tally \(failed == 0 ? "pass" : "fail")")], .text(sentence))
  }

  private var sentence: String {
    if failed > 0 { return "✗ \(failed) of \(total) checks \(failed == 1 ? "fails" : "fail")" }
    return total == 1 ? "✓ 1 check verified" : "✓ \(total) checks verified"
  }
}
