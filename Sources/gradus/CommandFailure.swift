import Courseware
import FileSystem
import LessonFormat
import LessonRunner

/// Why a command could not do its work.
enum CommandFailure: Error {
  case usage(UsageError)
  case courseware(CoursewareError)
  case report(MergedReport.Failure)
  case source(SourceFileError)
  case file(FileError)
  /// There is no rule of this name.
  case unknownRule(String, nearest: String?)
  /// The cache is still there after it was to be removed.
  case cacheRemains(folder: String)
  /// Standard output could not be written whole, for a reason in the system's words; `status` is what
  /// the command would have ended with.
  case outputCut(String, status: ExitStatus)
  /// A signal ended the work.
  case interrupted(signal: Int32)
}
