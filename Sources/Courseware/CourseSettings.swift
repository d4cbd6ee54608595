import FileSystem
import LessonRunner

/// What is to be done with which lessons, and how.
public struct CourseSettings: Sendable {
  /// Folders of courses and files of lessons, as the user names them; at least one.
  public let operands: [String]
  /// The folder that the site is written to.
  public var output = "site/public"
  /// The address that the site will have, for canonical links; nil leaves them out.
  public var baseURL: String?
  /// Whether a number in the text that nothing backs is an error.
  public var isStrict = false
  /// Whether each lesson is run a second time, and must bring the same.
  public var runsTwice = false
  /// How many lessons run at once.
  public var jobs = Verification.coreCount
  /// How lessons are kept from the rest of the machine; nil for the first way that works here.
  public var isolation: Isolation?
  /// Whether lessons may run without isolation where no way works.
  public var trusts = false
  /// Whether results are kept, and results that were kept are used.
  public var usesCache = true
  /// The part of the lessons that is verified; nil for all.
  public var shard: Shard?
  /// A report of an earlier run, by whose times the lessons are divided among shards.
  public var times: String?

  /// The folder of the course, where none is named.
  public static let usualFolder = "lessons"

  /// The folder of the course that this program works in or beside: ``usualFolder``, unless there is
  /// no course in it and the program was started inside a course.
  public static var folderHere: String {
    let isInside =
      !Files.exists("\(usualFolder)/course.yaml") && Files.exists("course.yaml")
    return isInside ? "." : usualFolder
  }

  /// What is named, with the settings that are usual; the course in ``usualFolder`` if nothing is.
  public init(operands: [String] = []) {
    self.operands = operands.isEmpty ? [Self.usualFolder] : operands
  }
}

/// What a course is doing while it is built or verified.
public enum CourseProgress: Sendable {
  /// What is being done before lessons run, such as building their library.
  case preparing(String)
  /// A lesson has been run.
  case ran(lesson: String, count: Int, total: Int)
  /// Trouble that cost time and nothing else.
  case warning(String)
  /// Lessons have been run, or could not be.
  case done
}
