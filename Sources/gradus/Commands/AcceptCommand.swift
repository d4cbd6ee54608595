import Courseware
import FileSystem
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
    options: [.yes, .jobs, .noCache, .trust], operands: 0...100_000
  ) { arguments, terminal throws(CommandFailure) in
    let verified = try Courseware.perform(arguments.courseSettings, terminal) {
      courseware throws(CoursewareError) in try courseware.verify()
    }
    return try AcceptDialogue(arguments: arguments, terminal: terminal).accept(verified.lessons)
  }
}

/// Shows what would change, asks, and writes.
private struct AcceptDialogue {
  let arguments: Arguments
  let terminal: Terminal

  func accept(_ lessons: [VerifiedLesson]) throws(CommandFailure) -> ExitStatus {
    var pending: [(path: String, bytes: [UInt8])] = []
    var unresolved = 0
    for lesson in lessons where !lesson.passed {
      let path = lesson.lesson.file.path
      guard let acceptance = Acceptance(lesson) else {
        unresolved += 1
        terminal.warn(
          "\(path) did not run to its end and is left alone; see: gradus verify \(path)")
        continue
      }
      for refusal in acceptance.refusals { terminal.warn(refusal.message) }
      unresolved += acceptance.refusals.count
      guard acceptance.changes > 0 else { continue }
      terminal.write(
        LineDifference.unified(
          from: lesson.lesson.file.text, to: acceptance.newText, path: path,
          colors: terminal.colors))
      pending.append((path, acceptance.newBytes))
    }
    let status: ExitStatus = unresolved == 0 ? .success : .failed
    guard !pending.isEmpty else {
      terminal.say(unresolved == 0 ? "every check, output and claim holds" : "nothing to write")
      return status
    }
    guard confirms(pending.count) else {
      terminal.say("nothing was written")
      return .failed
    }
    for file in pending {
      do throws(FileError) {
        try Files.replace(file.path, with: file.bytes)
      } catch {
        throw .file(error)
      }
      terminal.say("wrote \(file.path)")
    }
    return status
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
