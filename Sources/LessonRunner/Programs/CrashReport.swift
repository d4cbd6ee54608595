import FileSystem
import Glibc

/// What a program said when it crashed: its message, and the line it was in.
package struct CrashReport {
  var message = ""
  /// Whether an error was thrown that nothing caught. The runtime does not say where.
  var isUncaughtError = false
  /// The line of the lesson's file, from 1.
  package var line: Int?
  /// The column, in UTF-8 from 1.
  package var column: Int?
  /// The address near zero at which it looked for memory, if that was the end.
  var address: Int?

  /// Reads the runtime's message and backtrace. The line is the innermost one of the lesson's.
  ///
  /// - Parameter signal: The signal by which the program ended. The runtime traps after its message; of a
  ///   program that ended by another signal the same words are its own, and say nothing of the crash.
  package static func read(_ said: String, file: String, signal: Int32? = nil) -> CrashReport {
    var report = CrashReport()
    let lines = said.split(separator: "\n", omittingEmptySubsequences: true).map(String.init)
    for line in lines {
      // The last one is the runtime's own; the program may have printed others. A source line of the
      // backtrace stands behind a bar.
      if let found = line.firstRange(of: "Fatal error: "), !line.contains("│"),
        isOfTheRuntime(line[found.upperBound...], signal)
      {
        (report.message, report.isUncaughtError) = sentence(String(line[found.upperBound...]))
      }
      // A check of the language's own, such as for overflow, is a frame of the backtrace.
      if report.message.isEmpty, let found = line.firstRange(of: "Swift runtime failure: ") {
        let failure = line[found.upperBound...]
        report.message = String(
          failure.prefix(upTo: failure.firstRange(of: " in ")?.lowerBound ?? failure.endIndex))
      }
      if let found = line.firstRange(of: "Bad pointer dereference at 0x") {
        report.address = Int(line[found.upperBound...].prefix { $0.isHexDigit }, radix: 16)
          .flatMap { (0..<1 << 16).contains($0) ? $0 : nil }
      }
      if report.line == nil, let place = placeInFrame(line, file: file) {
        (report.line, report.column) = place
      }
    }
    if report.line == nil {
      report.line = lines.lazy.compactMap { fatalLine($0, file: file) }.first
    }
    if report.message.isEmpty { report.message = words(for: lines) }
    return report
  }

  // MARK: Messages

  static let strayMemory =
    "the program touched memory that is not its own, or called itself too deeply"

  private static func isOfTheRuntime(_ message: Substring, _ signal: Int32?) -> Bool {
    guard let signal, signal != SIGILL, signal != SIGTRAP else { return true }
    // What the runtime says before it aborts.
    return signal == SIGABRT && message.contains("allocate")
  }

  /// The runtime's message; for an uncaught error without the name of the lesson's module,
  /// which is ours and not the author's.
  private static func sentence(_ message: String) -> (text: String, isUncaughtError: Bool) {
    let prefix = "Error raised at top level: "
    guard message.hasPrefix(prefix) else { return (message, false) }
    let error = message.dropFirst(prefix.count)
    let name = error.hasPrefix("lesson_") ? error.drop { $0 != "." }.dropFirst() : error
    return ("an error was thrown and not caught: \(name)", true)
  }

  /// A sentence for a crash without a message of its own.
  private static func words(for lines: [String]) -> String {
    guard let line = lines.first(where: { $0.contains("*** Signal ") }),
      let found = line.firstRange(of: "*** Signal "),
      let number = Int32(line[found.upperBound...].prefix { $0.isNumber })
    else { return lines.first { !$0.contains("Fatal error: ") } ?? "the program crashed" }
    switch number {
    case SIGSEGV, SIGBUS: return strayMemory
    case SIGILL, SIGTRAP: return "the program trapped"
    case SIGFPE: return "the program divided by zero"
    case SIGABRT: return "the program gave up"
    default: return "the program was stopped by signal \(number)"
    }
  }

  // MARK: Places

  /// `… in f() at /…/lesson.md:12:5`.
  private static func placeInFrame(_ line: String, file: String) -> (Int, Int)? {
    guard let found = line.ranges(of: " at ").last else { return nil }
    let fields = line[found.upperBound...].split(separator: ":")
    guard fields.count >= 2, fields[0].hasSuffix(Files.name(of: file)), let number = Int(fields[1])
    else { return nil }
    return (number, fields.count > 2 ? Int(fields[2].prefix { $0.isNumber }) ?? 1 : 1)
  }

  /// `lesson_name/lesson.md:12: Fatal error: …`.
  private static func fatalLine(_ line: String, file: String) -> Int? {
    guard let found = line.firstRange(of: ": Fatal error") else { return nil }
    let fields = line[..<found.lowerBound].split(separator: ":")
    guard fields.count >= 2, fields[0].hasSuffix(Files.name(of: file)) else { return nil }
    return Int(fields[1])
  }

  // MARK: Limits

  var isOutOfMemory: Bool {
    message.contains("allocate") && message.contains("memory") || message.contains("bad_alloc")
  }
}
