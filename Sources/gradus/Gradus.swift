import FileSystem
import LessonFormat
import LessonRunner
import SiteGenerator

/// What a run of the program ends with, as scripts and CI rely on it.
enum ExitStatus {
  static let success: Int32 = 0
  static let failed: Int32 = 1
  static let wrongUsage: Int32 = 2
  static let somethingMissing: Int32 = 3
}

/// Why a command could not do its work, in words, with the exit status that says so.
struct CommandFailure: Error {
  var message: String
  var remedy: String
  var status: Int32
}

/// The command line: parses, calls, and turns what went wrong into words and a status.
enum Gradus {
  static let version = "0.1.0"

  static func run(_ words: [String]) -> Int32 {
    do throws(UsageError) {
      let arguments = try Arguments(words)
      if arguments.has(.version) {
        print("gradus \(version)")
        return ExitStatus.success
      }
      guard let command = arguments.command, !arguments.has(.help) else {
        print(Help.text(for: arguments.command), terminator: "")
        return ExitStatus.success
      }
      let terminal = Terminal(
        color: try arguments.color, quiet: arguments.has(.quiet), verbose: arguments.has(.verbose))
      do throws(CommandFailure) {
        let status = try run(command, arguments, terminal)
        if let reason = Terminal.failureOfOutput {
          throw CommandFailure(
            message: "standard output can't be written whole: \(reason)",
            remedy: "make room for it, or write it elsewhere",
            status: max(status, ExitStatus.failed))
        }
        return status
      } catch {
        Terminal.fail(error.message, remedy: error.remedy)
        return error.status
      }
    } catch {
      Terminal.fail(error.message, remedy: error.remedy)
      return ExitStatus.wrongUsage
    }
  }

  private static func run(
    _ command: Command, _ arguments: Arguments, _ terminal: Terminal
  ) throws(CommandFailure) -> Int32 {
    switch command {
    case .build: try BuildCommand(arguments: arguments, terminal: terminal).run()
    case .verify: try VerifyCommand(arguments: arguments, terminal: terminal).run()
    case .merge: try MergeCommand(arguments: arguments, terminal: terminal).run()
    case .accept: try AcceptCommand(arguments: arguments, terminal: terminal).run()
    case .new: try NewCommand(arguments: arguments, terminal: terminal).run()
    case .tangle: try TangleCommand(arguments: arguments, terminal: terminal).run()
    case .html: try HTMLCommand(arguments: arguments, terminal: terminal).run()
    case .explain: try ExplainCommand(arguments: arguments, terminal: terminal).run()
    case .doctor: try DoctorCommand(terminal: terminal).run()
    case .clean: try CleanCommand(arguments: arguments, terminal: terminal).run()
    }
  }
}

extension CommandFailure {
  init(_ failure: Verification.Failure) {
    switch failure {
    case .missing(let tool):
      self.init(message: tool.what, remedy: tool.remedy, status: ExitStatus.somethingMissing)
    case .file(let error):
      self.init(error)
    case .process(let error):
      self.init(
        message: "\(Files.name(of: error.program)) could not do its work: \(error.reason)",
        remedy: "gradus doctor says what this machine lacks", status: ExitStatus.somethingMissing)
    case .typesetting(let error): self.init(error)
    }
  }

  init(_ failure: LibraryFailure) {
    let status =
      switch failure {
      case .missing, .process: ExitStatus.somethingMissing
      default: ExitStatus.failed
      }
    self.init(message: failure.words.message, remedy: failure.words.remedy, status: status)
  }

  init(_ failure: MergedReport.Failure) {
    self.init(message: failure.message, remedy: failure.remedy, status: ExitStatus.failed)
  }

  init(_ error: FileError) {
    self.init(
      message: error.message, remedy: "nothing was changed; fix what is named and try again",
      status: ExitStatus.failed)
  }

  init(_ error: SiteError) {
    if case .typesetting(let error) = error { self.init(error) } else {
      self.init(message: error.description, remedy: "", status: ExitStatus.failed)
    }
  }

  init(_ error: TypesettingError) {
    let status =
      if case .missingTool = error { ExitStatus.somethingMissing } else { ExitStatus.failed }
    self.init(message: error.description, remedy: "", status: status)
  }
}
