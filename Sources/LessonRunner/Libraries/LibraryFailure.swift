import FileSystem
import LessonFormat

/// Why the library that lessons import is not there to be imported.
public enum LibraryFailure: Error, Sendable {
  /// The course file names something that does not exist.
  case named(message: String, remedy: String, place: SourcePosition?)
  /// The library's sources, or its manifest, have errors.
  case errors([LibraryError])
  /// The package can't be built, for a reason that no line stands for.
  case unbuildable(said: String, package: String)
  case missing(MissingTool)
  case file(FileError)
  case process(ProcessError)
}

/// An error that the compiler reported in the library.
public struct LibraryError: Hashable, Sendable {
  public var file: String
  public var line: Int
  public var column: Int
  public var text: String
}

extension LibraryFailure {
  /// What the package manager's words amount to.
  static func build(said: String, package: String) -> LibraryFailure {
    let errors = LibraryError.read(said)
    if !errors.isEmpty { return .errors(errors) }
    let lines = said.split(separator: "\n").map(String.init)
    let told = lines.filter { $0.hasPrefix("error: ") && !$0.contains("failed with exit code") }
    return .unbuildable(
      said: (told.isEmpty ? Array(lines.suffix(3)) : Array(told.prefix(3)))
        .map { $0.hasPrefix("error: ") ? String($0.dropFirst("error: ".count)) : $0 }
        .joined(separator: "\n"),
      package: package)
  }

  /// The failure as lines of a report, where it is the author's to mend; nil where this machine
  /// is at fault. `course` is the file that names the library.
  public func results(course: SourceFile?) -> [FileReport]? {
    switch self {
    case .missing, .file, .process: return nil
    case .named(let message, let remedy, let place):
      return course.map { file in
        [Self.result(.badFrontMatter, .lesson, file, place, message, remedy)]
      }
    case .unbuildable(let said, let package):
      return course.map { file in
        [
          Self.result(
            .doesNotCompile, .compile, file, nil,
            "the package \(Files.relative(package)) can't be built: \(said)",
            "swift build --package-path \(Files.relative(package)) says more")
        ]
      }
    case .errors(let errors):
      var files: [String] = []
      for error in errors where !files.contains(error.file) { files.append(error.file) }
      return files.map { path in
        let bytes = (try? Files.read(path)) ?? []
        let file =
          (try? SourceFile.decode(bytes, path: path)) ?? SourceFile(path: path, text: "")
        let findings = errors.filter { $0.file == path }.map { error in
          FormatFinding(
            .doesNotCompile, kind: .compile,
            at: SourcePosition(
              line: error.line,
              column: Self.scalars(before: error.column, in: file.line(error.line)) + 1),
            source: String(file.line(error.line)), message: error.text,
            remedy: "mend the library: no lesson can run before it compiles")
        }
        return FileReport(.library, unusable: file, findings: findings)
      }
    }
  }

  /// The compiler counts columns in UTF-8, and reports count them in Unicode scalars.
  private static func scalars(before column: Int, in line: Substring) -> Int {
    String(decoding: line.utf8.prefix(column - 1), as: UTF8.self).unicodeScalars.count
  }

  private static func result(
    _ rule: Rule, _ kind: CheckKind, _ file: SourceFile, _ place: SourcePosition?,
    _ message: String, _ remedy: String
  ) -> FileReport {
    let line = file.lines.firstIndex { $0.hasPrefix("library:") }.map { $0 + 1 } ?? 1
    let position = place ?? SourcePosition(line: line, column: 1)
    return FileReport(
      .course, unusable: file,
      findings: [
        FormatFinding(
          rule, kind: kind, at: position, source: String(file.line(position.line)),
          message: message, remedy: remedy)
      ])
  }

  /// The failure in words: what is wrong, and what to do about it.
  public var words: (message: String, remedy: String) {
    switch self {
    case .named(let message, let remedy, _): (message, remedy)
    case .errors(let errors):
      (
        errors.map { "\($0.file):\($0.line):\($0.column): error: \($0.text)" }
          .joined(separator: "\n"), "mend the library: no lesson can run before it compiles"
      )
    case .unbuildable(let said, let package):
      (
        "the package \(Files.relative(package)) can't be built: \(said)",
        "swift build --package-path \(Files.relative(package)) says more"
      )
    case .missing(let tool): (tool.what, tool.remedy)
    case .file(let error): (error.message, "make room for it, or let it be written")
    case .process(let error):
      ("\(Files.name(of: error.program)) could not do its work: \(error.reason)", "gradus doctor")
    }
  }
}

extension LibraryError {
  /// The errors with a file and a line in what a build printed, each once.
  static func read(_ said: String) -> [LibraryError] {
    var errors: [LibraryError] = []
    for line in said.split(separator: "\n") {
      guard let found = line.firstRange(of: ": error: ") else { continue }
      let fields = line[..<found.lowerBound].split(
        separator: ":", omittingEmptySubsequences: false)
      guard fields.count >= 3, let column = Int(fields[fields.count - 1]),
        let number = Int(fields[fields.count - 2]), number > 0, column > 0
      else { continue }
      let error = LibraryError(
        file: Files.relative(fields.dropLast(2).joined(separator: ":")), line: number,
        column: column, text: String(line[found.upperBound...]))
      if !errors.contains(error), errors.count < 20 { errors.append(error) }
    }
    return errors
  }
}
