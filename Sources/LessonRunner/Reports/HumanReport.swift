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
    var text = Self.byLine(findings).map { self.text(ofLine: $0, result) }.joined(separator: "\n")
    let followers = failures.count { $0.isConsequence && $0.kind != .lesson }
    if followers > 0 {
      let noun = followers == 1 ? "check follows" : "checks follow"
      text +=
        "\n\(PlainText.shown(result.file.path)): \(followers) more \(noun) from what is reported above\n"
    }
    if verbose {
      for check in result.checks where check.status == .pass || check.status == .skipped {
        text +=
          "\(place(check)): \(check.status.rawValue): \(check.kind.rawValue) "
          + PlainText.shown(check.source) + "\n"
      }
    }
    return text
  }

  /// How many findings of one kind in one line are shown, rather than counted.
  private static let mostOfAKind = 20

  /// Findings that follow one another and are of the same line.
  private static func byLine(_ findings: [CheckResult]) -> [ArraySlice<CheckResult>] {
    var lines: [ArraySlice<CheckResult>] = []
    var start = findings.startIndex
    for (index, finding) in findings.enumerated()
    where index + 1 == findings.count
      || findings[index + 1].position.line != finding.position.line
    {
      lines.append(findings[start...index])
      start = index + 1
    }
    return lines
  }

  private func text(ofLine findings: ArraySlice<CheckResult>, _ result: FileReport) -> String {
    guard let first = findings.first else { return "" }
    let source = Array(result.file.line(first.position.line).unicodeScalars)
    var counts: [Rule?: Int] = [:]
    let shown = findings.filter { check in
      counts[check.rule, default: 0] += 1
      return verbose || counts[check.rule, default: 0] <= Self.mostOfAKind
    }
    var texts = shown.map { finding($0, source) }
    guard shown.count < findings.count else { return texts.joined(separator: "\n") }
    for (rule, count) in counts.sorted(by: { ($0.key?.rawValue ?? "") < ($1.key?.rawValue ?? "") })
    where count > Self.mostOfAKind {
      texts.append(
        "\(PlainText.shown(result.file.path)):\(first.position.line): \(count - Self.mostOfAKind) more in this line "
          + paint("[\(rule?.rawValue ?? "")]", .faint) + "\n")
    }
    return texts.joined(separator: "\n")
  }

  private func place(_ check: CheckResult) -> String {
    PlainText.shown("\(check.file):\(check.position.line):\(check.position.column)")
  }

  private func severity(of check: CheckResult) -> String {
    check.status == .warning ? paint("warning", .yellow) : paint("error", .red)
  }

  private func finding(_ check: CheckResult, _ source: [Unicode.Scalar]) -> String {
    let rule = check.rule?.rawValue ?? ""
    var lines = [
      "\(paint(place(check), .bold)): \(severity(of: check)): "
        + PlainText.shown(check.message) + " "
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
    for note in check.notes {
      lines.append("\(margin) \(paint("note:", .bold)) \(PlainText.shown(note))")
    }
    if !check.remedy.isEmpty {
      lines.append("\(margin) \(paint("help:", .green)) \(PlainText.shown(check.remedy))")
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
    let text = String(
      scalars: PlainText.shown(scalars.map { $0 == "\t" ? " " : $0 }))
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
    let (expected, actual) = Self.aligned(
      PlainText.shown(values.expected), PlainText.shown(values.actual))
    return ["expected  \(expected)", "computed  \(paint(actual, .bold))"]
      + (values.note.map { [$0] } ?? [])
  }

  private func indented(_ text: String) -> [String] {
    let lines = PlainText.shown(text).split(separator: "\n", omittingEmptySubsequences: false)
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
