import LessonRunner

/// The line under a title: how long a lesson takes, how many of its checks hold.
enum Facts {
  /// The facts that are not empty, as a paragraph; nothing where there is none.
  static func line(_ facts: [String]) -> String {
    let facts = facts.filter { !$0.isEmpty }
    guard !facts.isEmpty else { return "" }
    let line = facts.joined(separator: " <span class=\"dot\">·</span> ")
    return "<p class=\"facts\">\(line)</p>\n"
  }

  static func minutes(_ minutes: Int) -> String {
    "<span>\(minutes) \(minutes == 1 ? "minute" : "minutes")</span>"
  }
}

/// How many checks hold.
struct CheckTally {
  let total: Int
  let failed: Int

  init(_ results: [LessonResult]) {
    let checks = results.flatMap(\.checks).filter { $0.status == .pass || $0.status == .fail }
    self.total = checks.count
    self.failed = checks.reduce(0) { $0 + ($1.status == .fail ? 1 : 0) }
  }

  /// A line for the facts under a title; empty where nothing is checked.
  var html: String {
    guard total > 0 else { return "" }
    let verdict = failed == 0 ? "pass" : "fail"
    return "<span class=\"tally \(verdict)\">\(sentence)</span>"
  }

  private var sentence: String {
    if failed > 0 { return "✗ \(failed) of \(total) checks \(failed == 1 ? "fails" : "fail")" }
    return total == 1 ? "✓ 1 check verified" : "✓ \(total) checks verified"
  }
}
