import Courseware

/// The command line: parses, calls, and turns what went wrong into words and a status.
enum Gradus {
  static let version = "0.1.0"

  static func run(_ words: [String]) -> ExitStatus {
    do throws(CommandFailure) {
      return try perform(words)
    } catch {
      if let words = error.words { Terminal.fail(words.message, remedy: words.remedy) }
      return error.status
    }
  }

  private static func perform(_ words: [String]) throws(CommandFailure) -> ExitStatus {
    let arguments: Arguments
    do throws(UsageError) {
      arguments = try Arguments(words)
    } catch {
      throw .usage(error)
    }
    if arguments.has(.version) {
      print("gradus \(version)")
      return .success
    }
    guard let command = arguments.command, !arguments.has(.help) else {
      print(Help.text(for: arguments.command), terminator: "")
      return .success
    }
    let status = try command.run(arguments, Terminal(arguments))
    if let reason = Terminal.failureOfOutput { throw .outputCut(reason, status: status) }
    return status
  }
}

extension Courseware {
  /// Does the work of a command with the course that its arguments name: with progress on the
  /// terminal, and to be cancelled by Ctrl-C.
  static func perform<Value>(
    _ settings: CourseSettings, _ terminal: Terminal,
    _ work: (Courseware) throws(CoursewareError) -> Value
  ) throws(CommandFailure) -> Value {
    try Interrupts.during { interrupts throws(CommandFailure) in
      let courseware = Courseware(settings, cancellation: interrupts.cancellation) {
        terminal.show($0)
      }
      do throws(CoursewareError) {
        return try work(courseware)
      } catch {
        if case .cancelled = error, let signal = interrupts.signal {
          throw CommandFailure.interrupted(signal: signal)
        }
        throw CommandFailure.courseware(error)
      }
    }
  }
}
