import FileSystem
import LessonFormat
import LessonRunner

/// `gradus accept`: write computed values back, after showing the difference.
struct AcceptCommand {
  let arguments: Arguments
  let terminal: Terminal

  func run() throws(CommandFailure) -> Int32 {
    let workspace = try Workspace(
      operands: arguments.operands.isEmpty ? ["lessons"] : arguments.operands, arguments)
    let verified = try workspace.verify(terminal)
    var pending: [(path: String, bytes: [UInt8])] = []
    var unresolved = 0
    unresolved += verified.problems.count { !$0.passed }
    for result in verified.lessons where !result.passed {
      guard let acceptance = Acceptance(result) else {
        unresolved += 1
        terminal.warn(
          "\(result.lesson.file.path) did not run to its end and is left alone; "
            + "see: gradus verify \(result.lesson.file.path)")
        continue
      }
      for refusal in acceptance.refusals { terminal.warn(refusal.message) }
      unresolved += acceptance.refusals.count
      guard acceptance.changes > 0 else { continue }
      terminal.write(
        LineDifference.unified(
          from: result.lesson.file.text, to: acceptance.newText, path: result.lesson.file.path,
          colors: terminal.colors))
      pending.append((result.lesson.file.path, acceptance.newBytes))
    }
    guard !pending.isEmpty else {
      terminal.say(unresolved == 0 ? "every check, output and claim holds" : "nothing to write")
      return unresolved == 0 ? ExitStatus.success : ExitStatus.failed
    }
    guard confirms(pending.count) else {
      terminal.say("nothing was written")
      return ExitStatus.failed
    }
    for file in pending {
      do throws(FileError) {
        try Files.replace(file.path, with: file.bytes)
      } catch {
        throw CommandFailure(error)
      }
      terminal.say("wrote \(file.path)")
    }
    return unresolved == 0 ? ExitStatus.success : ExitStatus.failed
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
