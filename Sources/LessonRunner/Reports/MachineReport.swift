import JSON
import LessonFormat
import Markup

/// Writes a report in a form that a program reads.
public enum MachineReport {
  /// JSON Lines, one check a line and the summary last.
  ///
  /// The report of a shard also says what a reader needs to know when it is joined with the
  /// others; a joined one how long each lesson took, for the next split.
  public static func json(
    _ files: [FileReport], _ summary: ReportSummary, shard: ShardSummary? = nil,
    times: [String: Double] = [:]
  ) -> String {
    let lines = files.flatMap(\.checks).map { line($0, isToBeJoined: shard != nil) }
    return lines.joined() + line(summary, shard, times)
  }

  private static func line(_ check: CheckResult, isToBeJoined: Bool) -> String {
    var object = JSONObject()
    object.add("type", "check")
    object.add("lesson", check.lesson)
    object.add("file", check.file)
    object.add("line", check.position.line)
    object.add("column", check.position.column)
    object.add("kind", check.kind.rawValue)
    object.add("status", check.status.rawValue)
    object.add("rule", check.rule?.rawValue)
    object.add("source", check.source)
    object.add("expected", check.expected)
    object.add("actual", check.actual)
    if isToBeJoined, check.rule != nil || !check.message.isEmpty {
      object.add("message", check.message)
      object.add("remedy", check.remedy)
      object.add("width", check.width)
      object.add("notes", check.notes)
      object.add("follows", check.isConsequence)
      object.add("compares", check.comparesValues)
    }
    return object.text + "\n"
  }

  private static func line(
    _ summary: ReportSummary, _ shard: ShardSummary?, _ times: [String: Double]
  ) -> String {
    var object = JSONObject()
    object.add("type", "summary")
    object.add("lessons", summary.lessons)
    object.add("checks", summary.checks)
    object.add("passed", summary.passed)
    object.add("failed", summary.failed)
    object.add("skipped", summary.skipped)
    object.add("seconds", rounded: summary.seconds)
    object.add("numbers", summary.numbers.total)
    object.add("computed", summary.numbers.computed)
    object.add("inputs", summary.numbers.inputs)
    object.add("given", summary.numbers.given)
    object.add("unverified", summary.numbers.unverified)
    if let shard {
      object.add("shard", shard.shard.text)
      object.add("course", shard.course)
      object.add("files", shard.files)
      if !shard.unusable.isEmpty { object.add("unusable", shard.unusable) }
    }
    let times = shard?.times ?? times
    if !times.isEmpty { object.add("times", times) }
    return object.text + "\n"
  }

  /// JUnit's XML: a suite a lesson, a case a check. It keeps to the elements and attributes that
  /// Jenkins's schema knows; some readers refuse any other.
  public static func junit(_ files: [FileReport], _ summary: ReportSummary) -> String {
    var suites: XML = .space("\n")
    for file in files { suites += .space("  ") + suite(file) + .space("\n") }
    let root = XML.element(
      "testsuites",
      [
        "name": "gradus", "tests": "\(summary.checks)", "failures": "\(summary.failed)",
        "errors": "0", "time": summary.seconds.hundredths,
      ], suites)
    return XML.document(root).string + "\n"
  }

  private static func suite(_ file: FileReport) -> XML {
    var cases: XML = .space("\n") + properties(NumberCount(file.checks))
    for check in file.checks { cases += .space("    ") + testCase(check) + .space("\n") }
    return .element(
      "testsuite",
      [
        "name": file.name, "tests": "\(file.checks.count)",
        "failures": "\(file.checks.count { $0.status == .fail })", "errors": "0",
        "skipped": "\(file.checks.count { $0.status == .skipped })", "file": file.file.path,
      ], cases, .space("  "))
  }

  /// How many numbers are backed by what; nothing where there are none.
  private static func properties(_ numbers: NumberCount) -> XML {
    guard numbers.total > 0 else { return XML() }
    let counts = [
      ("numbers", numbers.total), ("computed", numbers.computed), ("inputs", numbers.inputs),
      ("given", numbers.given), ("unverified", numbers.unverified),
    ]
    var properties = XML()
    for (name, count) in counts {
      properties += .element("property", ["name": name, "value": "\(count)"])
    }
    return .space("    ") + .element("properties", [:], properties) + .space("\n")
  }

  private static func testCase(_ check: CheckResult) -> XML {
    let place = "\(check.position.line):\(check.position.column)"
    let content: XML
    switch check.status {
    case .pass, .warning: content = XML()
    case .skipped: content = .element("skipped", ["message": check.message])
    case .fail:
      let body =
        "\(check.file):\(place)\nexpected: \(check.expected)\nactual: \(check.actual)\n"
        + check.remedy
      content = .element(
        "failure", ["type": check.rule?.rawValue ?? "", "message": check.message], .text(body))
    }
    return .element(
      "testcase",
      ["classname": check.lesson, "name": "\(place) \(check.kind.rawValue) \(check.source)"],
      content)
  }

  /// Workflow commands that GitHub shows beside the lines.
  public static func github(_ files: [FileReport]) -> String {
    files.flatMap(\.checks).filter { check in
      check.status == .warning || check.status == .fail && !check.isConsequence
    }.map { check in
      let level = check.status == .warning ? "warning" : "error"
      let data =
        "\(check.message)\nexpected: \(check.expected)\nactual:   \(check.actual)\n"
        + check.remedy
      return "::\(level) file=\(property(check.file)),line=\(check.position.line),"
        + "col=\(check.position.column),title=\(property(check.rule?.rawValue ?? ""))::"
        + escaped(data) + "\n"
    }.joined()
  }

  /// Of control characters only line feeds are left; a carriage return before one, too, would end the
  /// command.
  private static func escaped(_ text: String) -> String {
    PlainText.shown(text).replacing("%", with: "%25").replacing("\n", with: "%0A")
  }

  private static func property(_ text: String) -> String {
    escaped(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }
}
