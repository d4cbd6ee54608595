import FileSystem
import LessonFormat
import LessonRunner

/// A lesson skeleton, added to a course.
public struct NewLesson {
  /// Why a lesson can't be started.
  public enum Problem: Error, Hashable, Sendable {
    /// The stem can't be an address.
    case badStem(String)
    /// There is such a file already.
    case exists(path: String)
    /// The path is a link to a file that does not exist, which would come into being elsewhere.
    case danglingLink(path: String, target: String)
    /// The course file can't be read.
    case courseFile(SourceFileError)
  }

  /// What was written.
  public struct Written: Hashable, Sendable {
    /// The path of the lesson.
    public let lesson: String
    /// The path of the course file.
    public let courseFile: String
    /// Whether the course file lists the lesson now; one that is written in a way that a program should
    /// not edit is left as it is.
    public let isListed: Bool
    /// Whether the lesson is the first of a new course.
    public let startsCourse: Bool
    /// The courses beside a new one: what may have been meant.
    public let otherCourses: [String]
  }

  private let stem: String
  private let title: String
  private let folder: String

  /// - Parameters:
  ///   - stem: The file's name without `.md`, and the lesson's address.
  ///   - folder: The course's folder; one that is not there is made.
  public init(stem: String, title: String, folder: String) {
    self.stem = stem
    self.title = title
    var folder = folder
    while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
    self.folder = folder
  }

  /// Writes the lesson, and lists it in the course file.
  public func write() throws(CoursewareError) -> Written {
    let isPlain = stem.utf8.allSatisfy { byte in
      (byte >= 97 && byte <= 122) || (byte >= 48 && byte <= 57) || byte == 45
    }
    guard isPlain, stem.first != "-", !stem.isEmpty, !Course.reservedStems.contains(stem) else {
      throw .lesson(.badStem(stem))
    }
    let path = "\(folder)/\(stem).md"
    guard !Files.exists(path) else { throw .lesson(.exists(path: path)) }
    let coursePath = "\(folder)/course.yaml"
    for path in [path, coursePath] where !Files.exists(path) {
      guard let target = Files.target(ofLink: path) else { continue }
      throw .lesson(.danglingLink(path: path, target: target))
    }
    let startsCourse = !Files.exists(coursePath)
    let otherCourses = startsCourse ? coursesBeside() : []
    do throws(FileError) {
      try Files.createFolder(folder)
    } catch {
      throw .file(error)
    }
    let library =
      Files.exists(coursePath)
      ? (try? Course.load(folder))?.library : LibraryBuild.library(forCourseIn: folder)
    let listed = try listing(in: coursePath, library)
    let usesBackprop = library?.imports.contains("Backprop") ?? true
    do throws(FileError) {
      try Files.write(skeleton(usesBackprop: usesBackprop).utf8, to: path)
      if let listed {
        if Files.exists(coursePath) {
          try Files.rewrite(coursePath, with: listed)
        } else {
          try Files.write(listed, to: coursePath)
        }
      }
    } catch {
      throw .file(error)
    }
    return Written(
      lesson: path, courseFile: coursePath, isListed: listed != nil, startsCourse: startsCourse,
      otherCourses: otherCourses)
  }

  /// The folders beside the course's own that hold a course.
  private func coursesBeside() -> [String] {
    let parent = Files.folder(of: folder)
    return Files.list(parent).filter { Files.exists("\(parent)/\($0)/course.yaml") }
      .map { parent == "." ? $0 : "\(parent)/\($0)" }
  }

  /// The course file with the lesson at the end of its last list of lessons; nil when that is
  /// written in a way that a program should not edit.
  private func listing(
    in path: String, _ library: Course.Library?
  ) throws(CoursewareError) -> [UInt8]? {
    guard Files.exists(path) else { return Array(course(library).utf8) }
    do throws(SourceFileError) {
      let file = try SourceFile.read(path)
      guard let text = Course.listing(stem, in: file) else { return nil }
      return (file.hasByteOrderMark ? SourceFile.byteOrderMark : []) + Array(text.utf8)
    } catch {
      throw .lesson(.courseFile(error))
    }
  }

  /// Without a `library` a course is about Backprop, as it came with gradus.
  private func course(_ library: Course.Library?) -> String {
    let about = library.map { library in
      """
      library:
        package: \(library.package)
        product: \(library.product)
        imports: [\(library.imports.joined(separator: ", "))]

      """
    }
    return """
      title: A course
      description: What a reader will understand at its end.
      \(about ?? "")limits:
        seconds: 20
        memory: 1 GB
        output: 1 MB
      parts:
        - title: Part one
          lessons: [\(stem)]

      """
  }

  private func skeleton(usesBackprop: Bool) -> String {
    let quoted = title.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    let value =
      usesBackprop ? "gradient(at: 3.0) { x in x * x }" : "2 * 3.0"
    return """
      ---
      title: "\(quoted)"
      summary: One sentence that says what a reader will understand.
      objectives:
        - Say what a reader will be able to do.
      prerequisites: []
      sources: []
      minutes: 15
      ---

      # \(title)

      Open with a question, and something odd to look at.

      ```swift
      let slope = \(value)
      slope                               // ≈ 6.0
      ```

      Say in words what the number means: `slope ≈ 6.0`.

      > [!QUIZ]
      > How steep is $x^2$ at 3?
      >
      > - [x] 6 — twice the place, wherever that is.
      > - [ ] 9 — this is how high it is there.

      ## Exercises

      Say what is to be done.

      ```swift exercise="cube"
      func slopeOfCube(_ x: Double) -> Double {
        0                                 // the starter fails its checks
      }
      ```

      > [!HINT]
      > One step towards the answer.

      ```swift check="cube"
      slopeOfCube(2)                      // = 12
      ```

      ```swift solution="cube"
      func slopeOfCube(_ x: Double) -> Double {
        3 * x * x
      }
      ```

      """
  }
}
