import FileSystem
import LessonFormat
import LessonRunner

/// `gradus new`: a lesson skeleton, added to the course.
struct NewCommand {
  let arguments: Arguments
  let terminal: Terminal

  func run() throws(CommandFailure) -> Int32 {
    let stem = arguments.operands[0]
    let title = arguments.operands[1]
    let folder = arguments[.course] ?? "lessons"
    let isPlain = stem.utf8.allSatisfy { byte in
      (byte >= 97 && byte <= 122) || (byte >= 48 && byte <= 57) || byte == 45
    }
    guard isPlain, stem.first != "-", !stem.isEmpty else {
      throw CommandFailure(
        message: "`\(stem)` can't be a lesson's address",
        remedy: "use lower-case letters, digits and hyphens, such as `saddle-points`",
        status: ExitStatus.wrongUsage)
    }
    let path = "\(folder)/\(stem).md"
    guard !Files.exists(path) else {
      throw CommandFailure(
        message: "\(path) exists already", remedy: "choose another name",
        status: ExitStatus.failed)
    }
    let coursePath = "\(folder)/course.yaml"
    do throws(FileError) {
      try Files.createFolder(folder)
    } catch {
      throw CommandFailure(error)
    }
    let library =
      Files.exists(coursePath)
      ? (try? Course.load(folder))?.library : LibraryBuild.library(forCourseIn: folder)
    let listed = try listing(stem, in: coursePath, library)
    do throws(FileError) {
      let skeleton = Self.skeleton(
        title: title, usesBackprop: library?.imports.contains("Backprop") ?? true)
      try Files.write(skeleton.utf8, to: path)
      if let listed {
        try Files.replace(coursePath, with: listed)
        terminal.say("wrote \(path) and added it to \(coursePath)")
      } else {
        terminal.say("wrote \(path)")
        terminal.warn("add `\(stem)` to a part's `lessons` in \(coursePath)")
      }
    } catch {
      throw CommandFailure(error)
    }
    return ExitStatus.success
  }

  /// The course file with the lesson at the end of its last list of lessons; nil when that is
  /// written in a way that a program should not edit.
  private func listing(
    _ stem: String, in path: String, _ library: Course.Library?
  ) throws(CommandFailure) -> [UInt8]? {
    guard Files.exists(path) else { return Array(Self.course(stem, library).utf8) }
    do throws(SourceFileError) {
      let file = try SourceFile.read(path)
      guard let text = Course.listing(stem, in: file) else { return nil }
      return (file.hasByteOrderMark ? SourceFile.byteOrderMark : []) + Array(text.utf8)
    } catch {
      throw CommandFailure(
        message: "\(path): \(error.message)", remedy: error.remedy, status: ExitStatus.failed)
    }
  }

  /// Without a `library` a course is about Backprop, as it came with gradus.
  private static func course(_ stem: String, _ library: Course.Library?) -> String {
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

  static func skeleton(title: String, usesBackprop: Bool) -> String {
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
