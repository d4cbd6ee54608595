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
  /// The output folder holds what a site must not take the place of: the course, its library or gradus.
  case outputHolds(String, output: String)
  /// A Markdown file can't be read.
  case source(SourceFileError)
  /// The library that the lessons are about can't be built on this machine.
  case library(LibraryFailure)
  /// Lessons can't be run on this machine.
  case verification(Verification.Failure)
  /// A report of an earlier run can't be used.
  case report(MergedReport.Failure)
  /// Pages can't be made or written.
  case site(SiteError)
  /// A file can't be written.
  case file(FileError)
  /// A lesson can't be started.
  case lesson(NewLesson.Problem)
  /// The cache is still there after it was to be removed.
  case cacheRemains(folder: String)
  /// The folder that is named as the cache is not one.
  case foreignCache(folder: String)
  /// The folder that is named as the cache holds something of this name that gradus has not made and
  /// that a cache would use.
  case unusableCache(folder: String, holds: String)
  /// The work was ended from outside.
  case cancelled
}

extension CoursewareError {
  /// What is wrong with the course file, in the form that findings of lessons have; nil for any other
  /// error, and where there is no such file.
  public var courseReport: FileReport? {
    switch self {
    case .invalidCourse(let report): return report
    case .courseFile(.missing): return nil
    case .courseFile(let error):
      let finding = FormatFinding(
        .badFrontMatter, at: error.position, message: error.message, remedy: error.remedy)
      return FileReport(
        .course, unusable: SourceFile(path: error.path, text: ""), findings: [finding])
    default: return nil
    }
  }
}
