import LessonFormat

/// Writes findings for a person: where, what, the line with a caret, and what to do.
public struct HumanReport: Sendable {
  private let colors: Bool
  private let verbose: Bool

  /// Reports with the colours of a terminal or without; `verbose` lists also what passed.
  public init(colors: Bool, verbose: Bool = false) {
    self.colors = colors
    self.verbose = verbose
  }

  /// The findings of one file, and a line that counts what only follows from them.
  public func text(_ result: FileReport) -> String {
    let failures = result.checks.filter { $0.status == .fail }
    let findings = result.checks.filter { check in
      check.status == .warning || check.status == .fail && !check.isConsequence
    }
    // Many findings may stand in one line, and that may be long.
    var line: (number: Int, scalars: [Unicode.Scalar]) = (0, [])
    var text = findings.map { check in
      if line.number != check.position.line {
        line = (check.position.line, Array(result.file.line(check.position.line).unicodeScalars))
      }
      return finding(check, line.scalars)
    }.joined(separator: "\n")
    let followers = failures.count { $0.isConsequence && $0.kind != .lesson }
    if followers > 0 {
      let noun = followers == 1 ? "check follows" : "checks follow"
      text +=
        "\n\(result.file.path): \(followers) more \(noun) from what is reported above\n"
    }
    if verbose {
      for check in result.checks where check.status == .pass || check.status == .skipped {
        text +=
          "\(place(check)): \(check.status.rawValue): \(check.kind.rawValue) \(check.source)\n"
      }
    }
    return text
  }

  private func place(_ check: CheckResult) -> String {
    "\(check.file):\(check.position.line):\(check.position.column)"
  }

  private func severity(of check: CheckResult) -> String {
    check.status == .warning ? paint("warning", .yellow) : paint("error", .red)
  }

  private func finding(_ check: CheckResult, _ source: [Unicode.Scalar]) -> String {
    let rule = check.rule?.rawValue ?? ""
    var lines = [
      "\(paint(place(check), .bold)): \(severity(of: check)): \(check.message) "
        + paint("[\(rule)]", .faint)
    ]
    let number = String(check.position.line)
    let margin = String(repeating: " ", count: number.utf8.count)
    if !source.isEmpty {
      lines.append("\(margin) \(paint("│", .faint))")
      let (excerpt, column, width) = Self.excerpt(source, check.position.column, check.width)
      lines.append("\(number) \(paint("│", .faint)) \(excerpt)")
      let caret = String(repeating: " ", count: column - 1) + String(repeating: "^", count: width)
      lines.append("\(margin) \(paint("│", .faint)) \(paint(caret, .red))")
    }
    lines += comparison(check).map { "\(margin) \(paint("│", .faint)) \($0)" }
    for note in check.notes { lines.append("\(margin) \(paint("note:", .bold)) \(note)") }
    if !check.remedy.isEmpty {
      lines.append("\(margin) \(paint("help:", .green)) \(check.remedy)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A line that fits a terminal: of a long one, what stands around the column.
  private static func excerpt(
    _ line: [Unicode.Scalar], _ column: Int, _ width: Int
  ) -> (text: String, column: Int, width: Int) {
    let limit = 100
    // No more than can show, since every finding in a line of a megabyte comes by here.
    let end = min(line.count, max(column, 0) + limit + 1)
    var column = max(1, min(column, end + 1))
    var scalars: [Unicode.Scalar]
    if end > limit, column > limit * 3 / 4 {
      let cut = column - limit / 2
      scalars = ["…"] + line[cut..<end]
      column -= cut - 1
    } else {
      scalars = Array(line[..<end])
    }
    if scalars.count > limit { scalars = scalars[..<limit] + ["…"] }
    let text = String(scalars: scalars.lazy.map { $0 == "\t" ? " " : $0 })
    return (text, column, max(1, min(width, scalars.count + 1 - column)))
  }

  /// Expected and computed, digit under digit.
  private func comparison(_ check: CheckResult) -> [String] {
    let rules: [Rule?] = [.valueMismatch, .claimMismatch, .outputMismatch]
    guard check.comparesValues || rules.contains(check.rule) else { return [] }
    if check.rule == .outputMismatch {
      return ["expected:"] + indented(check.expected) + ["printed:"] + indented(check.actual)
    }
    let values = LongValues(expected: check.expected, actual: check.actual)
    let (expected, actual) = Self.aligned(values.expected, values.actual)
    return ["expected  \(expected)", "computed  \(paint(actual, .bold))"]
      + (values.note.map { [$0] } ?? [])
  }

  private func indented(_ text: String) -> [String] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let shown = lines.prefix(20).map { "  \($0)" }
    return lines.count > 20 ? shown + ["  … \(lines.count - 20) more lines"] : shown
  }

  /// Numbers with their points below each other.
  static func aligned(_ expected: String, _ actual: String) -> (String, String) {
    guard WrittenNumber(expected) != nil, WrittenNumber(actual) != nil else {
      return (expected, actual)
    }
    let wholes = [expected, actual].map { $0.prefix { $0 != "." && $0 != "e" }.count }
    let width = max(wholes[0], wholes[1])
    return (
      String(repeating: " ", count: width - wholes[0]) + expected,
      String(repeating: " ", count: width - wholes[1]) + actual
    )
  }

  // MARK: Colour

  private enum Style: String {
    case bold = "1"
    case red = "1;31"
    case green = "32"
    case yellow = "1;33"
    case faint = "2"
  }

  private func paint(_ text: String, _ style: Style) -> String {
    colors ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }
}
