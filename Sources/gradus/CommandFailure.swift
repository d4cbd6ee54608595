import Courseware
import LessonRunner

/// Why a command could not do its work.
enum CommandFailure: Error {
  case usage(UsageError)
  case courseware(CoursewareError)
  case report(MergedReport.Failure)
  /// There is no rule of this name.
  case unknownRule(String, nearest: String?)
  /// Standard output could not be written whole, for a reason in the system's words; `status` is what
  /// the command would have ended with.
  case outputCut(String, status: ExitStatus)
  /// A signal ended the work.
  case interrupted(signal: Int32)
}
