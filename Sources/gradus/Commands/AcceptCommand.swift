import Courseware
import LessonRunner

extension Command {
  /// `gradus accept`: write computed values back, after showing the difference.
  static let accept = Command(
    name: "accept",
    summary: "write computed values back into lessons, after showing the difference",
    usage: "gradus accept [COURSE or FILES] [--yes]",
    discussion:
      "Shows what would change and asks before it writes. Without a terminal it writes only with "
      + "--yes. Lessons that trapped or did not compile are left alone.",
    options: [.yes, .jobs, .noCache, .isolation, .trust], operands: 0...100_000
  ) { arguments, terminal throws(CommandFailure) in
    let verified = try Courseware.perform(arguments.courseSettings, terminal) {
      courseware throws(CoursewareError) in try courseware.verify()
    }
    return try AcceptDialogue(arguments: arguments, terminal: terminal)
      .run(CourseAcceptance(verified))
  }
}

/// Shows what would change, asks, and has it written.
private struct AcceptDialogue {
  let arguments: Arguments
  let terminal: Terminal

  func run(_ acceptance: CourseAcceptance) throws(CommandFailure) -> ExitStatus {
    for remainder in acceptance.remainders { terminal.warn(Self.words(for: remainder)) }
    for change in acceptance.changes {
      terminal.write(
        LineDifference.unified(
          from: change.file.text, to: change.newText, path: change.file.path,
          colors: terminal.colors))
    }
    let status: ExitStatus = acceptance.remainders.isEmpty ? .success : .failed
    guard !acceptance.changes.isEmpty else {
      terminal.say(
        status == .success ? "every check, output and claim holds" : "nothing to write")
      return status
    }
    guard confirms(acceptance.changes.count) else {
      terminal.say("nothing was written")
      return .failed
    }
    let isWhole = try acceptance.changes.map(write).allSatisfy(\.self)
    return isWhole ? status : .failed
  }

  private func write(_ change: CourseAcceptance.Change) throws(CommandFailure) -> Bool {
    let path = change.file.path
    do throws(CoursewareError) {
      guard try change.write() else {
        terminal.warn("\(path) has changed meanwhile and is left alone; run accept again")
        return false
      }
    } catch {
      throw .courseware(error)
    }
    terminal.say("wrote \(path)")
    return true
  }

  private static func words(for remainder: CourseAcceptance.Remainder) -> String {
    switch remainder {
    case .unusable(let path):
      "\(path) has faults of its own and is left alone; see: gradus verify \(ShellWord.path(path))"
    case .unfinished(let path):
      "\(path) did not run to its end and is left alone; see: gradus verify \(ShellWord.path(path))"
    case .refused(let refusal): refusal.message
    }
  }

  private func confirms(_ count: Int) -> Bool {
    if arguments.has(.yes) { return true }
    guard Terminal.isInteractive else {
      terminal.warn("there is no terminal to ask on: add --yes to write")
      return false
    }
    terminal.write("Write \(Count.of(count, "file"))? [y/N] ")
    return ["y", "yes"].contains((readLine() ?? "").lowercased())
  }
}
