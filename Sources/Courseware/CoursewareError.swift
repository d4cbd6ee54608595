import FileSystem
import LessonFormat
import LessonRunner
import SiteGenerator

/// Why a course can't be loaded, verified, rendered or written. What is wrong with lessons is no error
/// but a part of their report.
public enum CoursewareError: Error, Sendable {
  /// What should be a course's folder is none.
  case noFolder(String)
  /// There is no such file or folder.
  case missing(String)
  /// Lessons of two courses can't be run in one go: the limits, the library and the data are one
  /// course's.
  case otherCourse(String, than: String)
  /// Nor can lessons about two libraries.
  case otherLibrary(of: String)
  /// The course file can't be read.
  case courseFile(SourceFileError)
  /// The course file is not as it should be.
  case invalidCourse(FileReport)
  /// The site's own styles and scripts are not above this program.
  case noSiteSources(program: String)
  case library(LibraryFailure)
  case verification(Verification.Failure)
  case report(MergedReport.Failure)
  case site(SiteError)
  case file(FileError)
  case lesson(NewLesson.Problem)
  /// The work was ended from outside.
  case cancelled
}
