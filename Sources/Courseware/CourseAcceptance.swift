import FileSystem
import LessonFormat
import LessonRunner

/// The values that verification computed, to be written into the lessons that expect others.
public struct CourseAcceptance: Sendable {
  /// A lesson's file with the computed values in it.
  public struct Change: Sendable {
    /// The file as it was when it was verified.
    public let file: SourceFile
    /// The text with the computed values.
    public let newText: String
    private let newBytes: [UInt8]

    init(_ acceptance: Acceptance, of file: SourceFile) {
      self.file = file
      newText = acceptance.newText
      newBytes = acceptance.newBytes
    }

    /// Writes the file, unless it has changed since it was verified.
    ///
    /// - Returns: Whether it was written.
    public func write() throws(CoursewareError) -> Bool {
      guard (try? SourceFile.read(file.path))?.text == file.text else { return false }
      do throws(FileError) {
        try Files.rewrite(file.path, with: newBytes)
      } catch {
        throw .file(error)
      }
      return true
    }
  }

  /// What is left for a person to resolve.
  public enum Remainder: Sendable {
    /// A file that can't be used as it is: a lesson that can't be read, a course file with faults.
    case unusable(path: String)
    /// A lesson that did not compile or did not run to its end.
    case unfinished(path: String)
    /// A mismatch that no value resolves.
    case refused(Acceptance.Refusal)
  }

  /// The files that would change, in the course's order.
  public let changes: [Change]
  /// What would still fail then.
  public let remainders: [Remainder]

  /// Plans what to write into the lessons of a course that do not hold.
  public init(_ verified: VerifiedCourse) {
    var changes: [Change] = []
    var remainders: [Remainder] = verified.problems.filter { !$0.passed }
      .map { .unusable(path: $0.file.path) }
    for lesson in verified.lessons where !lesson.passed {
      let file = lesson.lesson.file
      guard let acceptance = Acceptance(lesson) else {
        remainders.append(.unfinished(path: file.path))
        continue
      }
      remainders += acceptance.refusals.map { .refused($0) }
      if acceptance.changes > 0 { changes.append(Change(acceptance, of: file)) }
    }
    self.changes = changes
    self.remainders = remainders
  }
}
