import FileSystem
import Glibc
import LessonFormat
import LessonRunner
import SiteGenerator

/// The lessons that a command is about, as read, and what they run with.
struct Workspace {
  let lessons: [Lesson]
  let settings: Verification.Settings
  let cache: Cache
  let course: Course?
  private let library: CourseLibrary
  /// The places of the lessons of the shard that was asked for; nil for all.
  private let part: [Int]?
  private let shard: Shard?
  /// The course's own file; nil for lessons outside any course.
  private let courseFile: SourceFile?
  /// Files that can't be read as what they should be, and what is wrong with the course file.
  private let problems: [FileReport]

  /// A whole course: a folder with a `course.yaml`.
  init(course folder: String, _ arguments: Arguments) throws(CommandFailure) {
    guard Files.isFolder(folder) else {
      throw CommandFailure(
        message: "`\(folder)` is not a folder", remedy: "name a folder that holds a course.yaml",
        status: ExitStatus.wrongUsage)
    }
    try self.init(operands: [folder], arguments)
  }

  /// Courses are folders; anything else is a lesson's file. Files of a course run as they do in
  /// the course.
  init(operands: [String], _ arguments: Arguments) throws(CommandFailure) {
    cache = Cache(
      folder: arguments.has(.noCache) ? nil : Self.cacheFolder(for: operands.first ?? "lessons"))
    var reading = Reading(cache: cache)
    for operand in operands {
      if Files.isFolder(operand) {
        try reading.addCourse(Self.trimmed(operand))
      } else {
        try reading.addFile(operand)
      }
    }
    lessons = reading.lessons
    problems = reading.problems
    course = reading.course
    library = reading.library ?? .own
    courseFile = course.flatMap { try? SourceFile.read($0.folder + "/course.yaml") }
    shard = arguments.shard
    part = try Self.part(shard, of: reading.lessons, arguments)
    let limits = course?.limits ?? Course.Limits()
    let jobs: Int
    do throws(UsageError) {
      jobs = try arguments.jobs
    } catch {
      throw CommandFailure(
        message: error.message, remedy: error.remedy, status: ExitStatus.wrongUsage)
    }
    var settings = Verification.Settings(
      imports: library.imports ?? [], folder: Files.resolved(reading.folder ?? "."),
      course: course?.lessons, seconds: limits.seconds, memory: UInt64(limits.memory),
      output: limits.output, jobs: jobs, trusts: arguments.has(.trust),
      isStrict: arguments.has(.strict), cache: cache)
    settings.runsTwice = arguments.has(.twice)
    settings.typesetter = Typesetter(
      katex: KaTeX(assets: try SiteSources.folder()), cache: cache)
    self.settings = settings
  }

  /// Results are kept beside the course.
  static func cacheFolder(for operand: String) -> String {
    if let chosen = Environment.value("GRADUS_CACHE"), !chosen.isEmpty { return chosen }
    let isCourse = Files.isFolder(operand)
    let folder = isCourse ? Files.resolved(operand) : Files.folder(of: Files.resolved(operand))
    let isInCourse = isCourse || Files.exists(folder + "/course.yaml")
    return (isInCourse ? Files.folder(of: folder) : folder) + "/.gradus"
  }

  /// Changes when a source of the library does that a course is about.
  static func libraryIdentity(ofCourse folder: String, _ cache: Cache) -> String {
    guard let course = try? Course.load(folder) else { return "unknown" }
    return LibraryBuild.identity(of: CourseLibrary(course), cache: cache)
  }

  /// Runs the lessons, and says how far it is. What could not be read is among the results.
  func verify(_ terminal: Terminal) throws(CommandFailure) -> Verified {
    try verify(terminal, needsSymbols: false)
  }

  /// What verification brought.
  struct Verified {
    var lessons: [VerifiedLesson]
    /// What is wrong with other files.
    var problems: [FileReport]
    var symbols: SymbolIndex?

    var files: [FileReport] { problems + lessons.map { FileReport($0) } }
  }

  /// The same, with the library's public symbols where they are wanted and the library is built.
  func verify(
    _ terminal: Terminal, needsSymbols: Bool
  ) throws(CommandFailure) -> Verified {
    var settings = settings
    settings.needsSymbols = needsSymbols
    let built: BuiltLibrary
    do throws(LibraryFailure) {
      built = try LibraryBuild(library, cache: cache) { terminal.progress($0) }.ready()
    } catch {
      terminal.endProgress()
      guard let failures = error.results(course: courseFile) else { throw CommandFailure(error) }
      do throws(Verification.Failure) {
        return Verified(
          lessons: try Verification(settings).judgeUnrun(lessons, part: part),
          problems: problems + failures)
      } catch {
        throw CommandFailure(error)
      }
    }
    defer { built.remove() }
    settings.library = built.folder
    settings.imports = built.imports
    let counter = ProgressCounter(
      terminal, total: (part ?? Array(lessons.indices)).count * (settings.runsTwice ? 2 : 1))
    do throws(Verification.Failure) {
      let report = try Verification(settings).run(lessons, part: part) { counter.finished($0.id) }
      terminal.endProgress()
      for warning in report.warnings { terminal.warn(warning) }
      return Verified(lessons: report.lessons, problems: problems, symbols: report.symbols)
    } catch {
      terminal.endProgress()
      throw CommandFailure(error)
    }
  }

  private static func part(
    _ shard: Shard?, of lessons: [Lesson], _ arguments: Arguments
  ) throws(CommandFailure) -> [Int]? {
    guard let shard else { return nil }
    do throws(MergedReport.Failure) {
      let times = try arguments[.times].map { path throws(MergedReport.Failure) in
        try MergedReport.times(in: path)
      }
      return shard.part(of: lessons, times: times ?? [:])
    } catch {
      throw CommandFailure(error)
    }
  }

  /// What the report of a shard says of the whole; nil where there is no shard.
  var shardSummary: ShardSummary? {
    guard let shard, let part else { return nil }
    let known = LessonTimes(cache: cache)
    let pairs = part.compactMap { index -> (String, Double)? in
      let path = lessons[index].file.path
      return known.seconds(of: path).map { (path, $0) }
    }
    return ShardSummary(
      shard, of: lessons,
      unusable: problems.filter { $0.subject == .lesson }.map(\.file.path), times: Dictionary(pairs, uniquingKeysWith: { first, _ in first }))
  }

  /// The modules that every lesson imports.
  func imports() throws(CommandFailure) -> [String] {
    do throws(LibraryFailure) {
      return try LibraryBuild(library, cache: cache).imports()
    } catch {
      throw CommandFailure(error)
    }
  }

  private static func trimmed(_ path: String) -> String {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path
  }
}

/// Gathers lessons from what the user named.
private struct Reading {
  let cache: Cache
  var lessons: [Lesson] = []
  var problems: [FileReport] = []
  var course: Course?
  var library: CourseLibrary?
  var folder: String?

  mutating func addCourse(_ path: String) throws(CommandFailure) {
    try requireOneCourse(path)
    let course = try load(path)
    let reader = LessonLoader(cache: cache, lessons: course.lessons)
    let files = course.lessons.map { (path: course.path(of: $0), id: $0) }
    let read = Parallel.map(files) { file in Self.read(file.path, id: file.id, reader) }
    for result in read { take(result) }
    self.course = course
    library = CourseLibrary(course)
    folder = path
  }

  mutating func addFile(_ path: String) throws(CommandFailure) {
    // What is there and can't be read is said of the file itself.
    guard Files.exists(path) || errno == EACCES else {
      throw CommandFailure(
        message: "there is no file or folder `\(path)`", remedy: "check the name",
        status: ExitStatus.wrongUsage)
    }
    let parent = Files.folder(of: path)
    if Files.exists(parent + "/course.yaml") {
      try requireOneCourse(parent)
      if course == nil { course = try load(parent) }
    }
    let library =
      Files.exists(parent + "/course.yaml")
      ? course.map { CourseLibrary($0) } ?? .own : CourseLibrary(aroundFileIn: parent)
    try requireOneLibrary(library, path)
    self.library = library
    folder = folder ?? parent
    let name = Files.name(of: path)
    let id = name.hasSuffix(".md") ? String(name.dropLast(3)) : name
    take(Self.read(path, id: id, LessonLoader(cache: cache, lessons: course?.lessons)))
  }

  init(cache: Cache) {
    self.cache = cache
  }

  /// A run has the limits, library and data of one course.
  private func requireOneCourse(_ path: String) throws(CommandFailure) {
    guard let folder, Files.resolved(folder) != Files.resolved(path) else { return }
    throw CommandFailure(
      message: "`\(folder)` and `\(path)` are not of one course",
      remedy: "name the lessons of one course at a time", status: ExitStatus.wrongUsage)
  }

  /// Nor can lessons about two libraries be run by one program.
  private func requireOneLibrary(
    _ other: CourseLibrary, _ path: String
  ) throws(CommandFailure) {
    guard let library, !library.isSame(as: other) else { return }
    throw CommandFailure(
      message: "`\(path)` is about another library than the files before it",
      remedy: "name the files of one package or course at a time", status: ExitStatus.wrongUsage)
  }

  private mutating func load(_ folder: String) throws(CommandFailure) -> Course {
    do throws(CourseError) {
      let course = try Course.load(folder)
      if !course.findings.isEmpty, let file = try? SourceFile.read(folder + "/course.yaml") {
        problems.append(FileReport(.course, unusable: file, findings: course.findings))
      }
      return course
    } catch {
      switch error {
      case .file(let file):
        throw CommandFailure(
          message: "\(file.path): \(file.message)",
          remedy: file == .missing(path: file.path)
            ? "a course is a folder with a course.yaml; gradus new STEM \"Title\" starts one"
            : file.remedy,
          status: ExitStatus.failed)
      case .invalid(let file, let findings):
        let report = HumanReport(colors: false)
        throw CommandFailure(
          message: "the course can't be read\n"
            + report.text(FileReport(.course, unusable: file, findings: findings)),
          remedy: "", status: ExitStatus.failed)
      }
    }
  }

  private mutating func take(_ read: Read) {
    switch read {
    case .lesson(let lesson): lessons.append(lesson)
    case .problem(let result): problems.append(result)
    }
  }

  /// A lesson, or why it can't be read.
  private enum Read: Sendable {
    case lesson(Lesson)
    case problem(FileReport)
  }

  private static func read(_ path: String, id: String, _ loader: LessonLoader) -> Read {
    do throws(SourceFileError) {
      return .lesson(try loader.load(path, id: id))
    } catch {
      let finding = FormatFinding(
        .badFrontMatter, at: error.position, message: error.message, remedy: error.remedy)
      let file = SourceFile(path: path, text: "")
      return .problem(FileReport(.lesson, unusable: file, name: id, findings: [finding]))
    }
  }
}
