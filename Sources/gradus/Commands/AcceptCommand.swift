import Courseware
import FileSystem
import LessonFormat
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
    return try AcceptDialogue(arguments: arguments, terminal: terminal).accept(verified)
  }
}

/// Shows what would change, asks, and writes.
private struct AcceptDialogue {
  let arguments: Arguments
  let terminal: Terminal

  func accept(_ verified: VerifiedCourse) throws(CommandFailure) -> ExitStatus {
    var pending: [(file: SourceFile, bytes: [UInt8])] = []
    var unresolved = 0
    for problem in verified.problems where !problem.passed {
      unresolved += 1
      let path = problem.file.path
      terminal.warn("\(path) has faults of its own and is left alone; see: gradus verify \(path)")
    }
    for lesson in verified.lessons where !lesson.passed {
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
      pending.append((lesson.lesson.file, acceptance.newBytes))
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
    var isWhole = true
    for (file, bytes) in pending {
      // The author may have saved the file since it was read.
      guard (try? SourceFile.read(file.path))?.text == file.text else {
        isWhole = false
        terminal.warn("\(file.path) has changed meanwhile and is left alone; run accept again")
        continue
      }
      do throws(FileError) {
        try Files.replace(file.path, with: bytes)
      } catch {
        throw .file(error)
      }
      terminal.say("wrote \(file.path)")
    }
    return isWhole ? status : .failed
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
