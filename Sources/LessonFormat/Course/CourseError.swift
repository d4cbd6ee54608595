/// Why a course can't be read.
public enum CourseError: Error, Sendable {
  /// There is no `course.yaml`, or it can't be read.
  case file(SourceFileError)
  /// What is wrong in the file.
  case invalid(file: SourceFile, findings: [FormatFinding])
}
