import LessonFormat

/// The forms in which a report is written.
public enum ReportFormat: String, CaseIterable, Sendable {
  case human, json, junit, github
}

/// The last line of a report.
public struct ReportSummary: Sendable {
  public var lessons: Int
  public var checks: Int
  public var passed: Int
  public var failed: Int
  public var skipped: Int
  /// The decimal numbers of the text: those that are computed, those that are given, and those
  /// that nothing backs.
  public var numbers: (checked: Int, given: Int, unverified: Int)
  public var seconds: Double

  public init(_ results: [LessonResult], seconds: Double) {
    let checks = results.flatMap(\.checks)
    lessons = results.count { $0.isLesson }
    self.checks = checks.count
    passed = checks.count { $0.status == .pass || $0.status == .warning }
    failed = checks.count { $0.status == .fail }
    skipped = checks.count { $0.status == .skipped }
    let numbers = checks.filter { $0.kind == .number }
    self.numbers = (
      checked: numbers.count { $0.actual == "checked" },
      given: numbers.count { $0.actual == "given" },
      unverified: numbers.count { $0.rule == .unverifiedNumber }
    )
    self.seconds = seconds
  }
}

/// Writes a report in a form that a program reads.
public enum MachineReport {
  /// JSON Lines, one check a line and the summary last.
  ///
  /// The report of a shard says besides what a reader needs to know when it is joined with the
  /// others; a joined one how long each lesson took, for the next split.
  public static func json(
    _ results: [LessonResult], _ summary: ReportSummary, shard: ShardSummary? = nil,
    times: [String: Double] = [:]
  ) -> String {
    var text = ""
    for check in results.flatMap(\.checks) {
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
      if shard != nil, check.rule != nil || !check.message.isEmpty {
        object.add("message", check.message)
        object.add("remedy", check.remedy)
        object.add("width", check.width)
        object.add("notes", check.notes)
        object.add("follows", check.isConsequence)
        object.add("compares", check.comparesValues)
      }
      text += object.text + "\n"
    }
    var object = JSONObject()
    object.add("type", "summary")
    object.add("lessons", summary.lessons)
    object.add("checks", summary.checks)
    object.add("passed", summary.passed)
    object.add("failed", summary.failed)
    object.add("skipped", summary.skipped)
    object.add("seconds", rounded: summary.seconds)
    if let shard {
      object.add("shard", shard.shard.text)
      object.add("course", shard.course)
      object.add("files", shard.files)
    }
    let times = shard?.times ?? times
    if !times.isEmpty { object.add("times", times) }
    return text + object.text + "\n"
  }

  /// JUnit's XML: a suite a lesson, a case a check. It keeps to the elements and attributes that
  /// Jenkins's schema knows; some readers refuse any other.
  public static func junit(_ results: [LessonResult], _ summary: ReportSummary) -> String {
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    text +=
      "<testsuites name=\"gradus\" tests=\"\(summary.checks)\" failures=\"\(summary.failed)\" "
      + "errors=\"0\" time=\"\(summary.seconds.hundredths)\">\n"
    for result in results {
      let failures = result.checks.count { $0.status == .fail }
      let skipped = result.checks.count { $0.status == .skipped }
      text +=
        "  <testsuite name=\"\(xml(result.lesson.id))\" tests=\"\(result.checks.count)\" "
        + "failures=\"\(failures)\" errors=\"0\" skipped=\"\(skipped)\" "
        + "file=\"\(xml(result.lesson.file.path))\">\n"
      for check in result.checks { text += junit(check) }
      text += "  </testsuite>\n"
    }
    return text + "</testsuites>\n"
  }

  private static func junit(_ check: CheckResult) -> String {
    let name =
      "\(check.position.line):\(check.position.column) \(check.kind.rawValue) \(check.source)"
    let open =
      "    <testcase classname=\"\(xml(check.lesson))\" name=\"\(xml(name))\""
    switch check.status {
    case .pass, .warning: return open + "/>\n"
    case .skipped: return open + "><skipped message=\"\(xml(check.message))\"/></testcase>\n"
    case .fail:
      let body =
        "\(check.file):\(check.position.line):\(check.position.column)\n"
        + "expected: \(check.expected)\nactual: \(check.actual)\n\(check.remedy)"
      return open
        + "><failure type=\"\(check.rule?.rawValue ?? "")\" message=\"\(xml(check.message))\">"
        + "\(xml(body))</failure></testcase>\n"
    }
  }

  /// Workflow commands that GitHub shows beside the lines.
  public static func github(_ results: [LessonResult]) -> String {
    results.flatMap(\.checks).filter { check in
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

  private static func escaped(_ text: String) -> String {
    text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
  }

  private static func property(_ text: String) -> String {
    escaped(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }

  /// Text for XML, without the characters that XML 1.0 can't hold.
  private static func xml(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n": result += "&#10;"
      case "\u{0}"..<"\u{9}", "\u{B}", "\u{C}", "\u{E}"..<"\u{20}", "\u{FFFE}", "\u{FFFF}":
        result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

/// One line of JSON whose members keep their order.
private struct JSONObject {
  private var members: [String] = []

  var text: String { "{" + members.joined(separator: ",") + "}" }

  mutating func add(_ name: String, _ value: String?) {
    members.append("\"\(name)\":" + (value.map(Self.quoted) ?? "null"))
  }

  mutating func add(_ name: String, _ value: Int) {
    members.append("\"\(name)\":\(value)")
  }

  mutating func add(_ name: String, rounded value: Double) {
    members.append("\"\(name)\":\(value.hundredths)")
  }

  mutating func add(_ name: String, _ value: Bool) {
    members.append("\"\(name)\":\(value)")
  }

  mutating func add(_ name: String, _ values: [String]) {
    members.append("\"\(name)\":[" + values.map(Self.quoted).joined(separator: ",") + "]")
  }

  mutating func add(_ name: String, _ values: [String: Double]) {
    let pairs = values.sorted { $0.key < $1.key }.map { "\(Self.quoted($0)):\($1.hundredths)" }
    members.append("\"\(name)\":{" + pairs.joined(separator: ",") + "}")
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{0}"..<"\u{20}", "\u{7F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

extension Double {
  /// With two decimals.
  public var hundredths: String {
    // A report from elsewhere may hold any number.
    let bounded = isNaN ? 0 : Swift.min(Swift.max(self, 0), 1e15)
    let count = Int((bounded * 100).rounded())
    let cents = String(count % 100)
    return "\(count / 100)." + (cents.utf8.count == 1 ? "0" + cents : cents)
  }
}
