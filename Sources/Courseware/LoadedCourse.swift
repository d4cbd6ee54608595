import FileSystem
import Glibc
import LessonFormat
import LessonRunner

/// The lessons that were named, as read, and what they run with.
public struct LoadedCourse: Sendable {
  /// The course that the lessons are of; nil for lessons outside any course.
  public private(set) var course: Course?
  /// The lessons that could be read, in the course's order or as they were named.
  public private(set) var lessons: [Lesson] = []
  /// Files that can't be read as what they should be, and what is wrong with the course file.
  public private(set) var problems: [FileReport] = []
  /// The folder of the lessons, as the user would write it.
  public private(set) var folder: String?
  /// Whether a course was named, rather than some of its lessons.
  private var isWhole = false
  private var namedLibrary: CourseLibrary?

  /// The library that the lessons are about.
  public var library: CourseLibrary { namedLibrary ?? .own }

  /// The report on the table of what the course must teach; nil where there is none, or only some of the
  /// course's lessons were named.
  var coverage: FileReport? {
    guard isWhole, let table = course?.coverage else { return nil }
    return CoverageJudge(table, of: lessons).report()
  }

  /// Reads what the user named: courses are folders; anything else is a lesson's file. Files of a
  /// course run as they do in the course.
  init(_ operands: [String], cache: Cache) throws(CoursewareError) {
    for operand in operands {
      if Files.isFolder(operand) {
        try addCourse(Self.trimmed(operand), cache)
      } else {
        try addFile(operand, cache)
      }
    }
  }

  private static func trimmed(_ path: String) -> String {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path
  }

  // MARK: Adding

  private mutating func addCourse(_ path: String, _ cache: Cache) throws(CoursewareError) {
    try requireOneCourse(path)
    let course = try load(path)
    let loader = LessonLoader(
      cache: cache, lessons: course.lessons, allowsHTML: course.allowsHTML)
    let files = course.lessons.map { (path: course.path(of: $0), id: $0) }
    let read = Parallel.map(files) { file in
      Self.elsewhere(file.path, id: file.id, than: path)
        ?? Self.read(file.path, id: file.id, loader)
    }
    for result in read { take(result) }
    self.course = course
    isWhole = true
    namedLibrary = CourseLibrary(course)
    folder = path
  }

  private mutating func addFile(_ path: String, _ cache: Cache) throws(CoursewareError) {
    // What is there and can't be read is said of the file itself.
    guard Files.exists(path) || errno == EACCES else { throw .missing(path) }
    let parent = Files.folder(of: path)
    let isInCourse = Files.exists(parent + "/course.yaml")
    if isInCourse {
      try requireOneCourse(parent)
      if course == nil { course = try load(parent) }
    }
    let library =
      isInCourse
      ? course.map { CourseLibrary($0) } ?? .own : CourseLibrary(aroundFileIn: parent)
    if let namedLibrary, !namedLibrary.isSame(as: library) { throw .otherLibrary(of: path) }
    namedLibrary = library
    folder = folder ?? parent
    let name = Files.name(of: path)
    let id = name.hasSuffix(".md") ? String(name.dropLast(3)) : name
    let loader = LessonLoader(
      cache: cache, lessons: course?.lessons, allowsHTML: course?.allowsHTML ?? false)
    take(Self.read(path, id: id, loader))
  }

  private func requireOneCourse(_ path: String) throws(CoursewareError) {
    guard let folder, Files.resolved(folder) != Files.resolved(path) else { return }
    throw .otherCourse(path, than: folder)
  }

  private mutating func load(_ folder: String) throws(CoursewareError) -> Course {
    do throws(CourseError) {
      let course = try Course.load(folder)
      if !course.findings.isEmpty, let file = course.file {
        problems.append(FileReport(.course, unusable: file, findings: course.findings))
      }
      return course
    } catch {
      switch error {
      case .file(let error): throw .courseFile(error)
      case .invalid(let file, let findings):
        throw .invalidCourse(FileReport(.course, unusable: file, findings: findings))
      }
    }
  }

  // MARK: Lessons

  private mutating func take(_ read: Result<Lesson, UnreadableLesson>) {
    switch read {
    case .success(let lesson): lessons.append(lesson)
    case .failure(let unreadable): problems.append(unreadable.report)
    }
  }

  /// A lesson's file that can't be read.
  private struct UnreadableLesson: Error {
    var report: FileReport
  }

  private static func read(
    _ path: String, id: String, _ loader: LessonLoader
  ) -> Result<Lesson, UnreadableLesson> {
    do throws(SourceFileError) {
      return .success(try loader.load(path, id: id))
    } catch {
      return unusable(
        path, id: id,
        FormatFinding(
          .badFrontMatter, at: error.position, message: error.message, remedy: error.remedy))
    }
  }

  private static func unusable(
    _ path: String, id: String, _ finding: FormatFinding
  ) -> Result<Lesson, UnreadableLesson> {
    let file = SourceFile(path: path, text: "")
    return .failure(
      UnreadableLesson(report: FileReport(.lesson, unusable: file, name: id, findings: [finding])))
  }

  /// What is said of a lesson's file that is a link out of the course's folder: who is given a course
  /// may verify and publish what is in it, and nothing else of the machine. nil for any other.
  private static func elsewhere(
    _ path: String, id: String, than folder: String
  ) -> Result<Lesson, UnreadableLesson>? {
    guard Files.exists(path), !Files.resolved(path).hasPrefix(Files.resolved(folder) + "/") else {
      return nil
    }
    return unusable(
      path, id: id,
      FormatFinding(
        .badFile, at: SourcePosition(line: 1, column: 1),
        message: "this lesson is a link that leads out of the course's folder",
        remedy: "put the file itself there, or name it on the command line to verify it by itself"))
  }
}
