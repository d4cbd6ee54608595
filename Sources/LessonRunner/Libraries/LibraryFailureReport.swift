import FileSystem
import LessonFormat

// How the failures of a library are worded, on the command line and in a report.

extension LibraryFailure {
  /// The failure in words: what is wrong, and what to do about it.
  public var words: (message: String, remedy: String) {
    switch self {
    case .unknown(let name, _): (name.message, name.remedy)
    case .errors(let errors):
      (
        errors.map { "\($0.file):\($0.line):\($0.column): error: \($0.text)" }
          .joined(separator: "\n"), Self.remedyForErrors
      )
    case .unbuildable(let said, let package):
      (
        "the package \(Files.relative(package)) can't be built: \(said)",
        "swift build --package-path \(Files.relative(package)) says more"
      )
    case .machine(let failure): failure.words
    }
  }

  private static let remedyForErrors = "fix the library: no lesson can run before it compiles"

  /// The failure as lines of a report, where the author can fix it; nil where this machine
  /// is at fault. `course` is the one that names the library.
  public func results(course: Course?) -> [FileReport]? {
    switch self {
    case .machine: return nil
    case .unknown(_, let place):
      return course.flatMap { result(.badFrontMatter, .lesson, in: $0, at: place) }
    case .unbuildable:
      return course.flatMap { result(.doesNotCompile, .compile, in: $0, at: nil) }
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
            remedy: Self.remedyForErrors)
        }
        return FileReport(.library, unusable: file, findings: findings)
      }
    }
  }

  /// The compiler counts columns in UTF-8, and reports count them in Unicode scalars.
  private static func scalars(before column: Int, in line: Substring) -> Int {
    String(decoding: line.utf8.prefix(column - 1), as: UTF8.self).unicodeScalars.count
  }

  private func result(
    _ rule: Rule, _ kind: CheckKind, in course: Course, at place: SourcePosition?
  ) -> [FileReport]? {
    guard let file = course.file else { return nil }
    let position =
      place ?? course.libraryPlaces.library ?? SourcePosition(line: 1, column: 1)
    return [
      FileReport(
        .course, unusable: file,
        findings: [
          FormatFinding(
            rule, kind: kind, at: position, source: String(file.line(position.line)),
            message: words.message, remedy: words.remedy)
        ])
    ]
  }
}

extension LibraryFailure.UnknownName {
  fileprivate var message: String {
    switch self {
    case .package(let written, let folder, true, _):
      "`\(written)` is no Swift package: \(Files.relative(folder)) has no Package.swift"
    case .package(let written, let folder, false, _):
      "there is no package `\(written)`: \(Files.relative(folder)) does not exist"
    case .product(let name, let package, _, let isProgram):
      "the package \(Files.relative(package)) has no library `\(name)`"
        + (isProgram ? ", but a program of this name" : "")
    case .module(let name, let package, _):
      "`imports` names `\(name)`, which the package \(Files.relative(package)) does not provide"
    }
  }

  fileprivate var remedy: String {
    switch self {
    case .package(_, _, _, let nearest):
      nearest.map(Self.question) ?? "write the package's folder, as seen from the course's folder"
    case .product(let name, _, let libraries, _):
      Spelling.nearest(to: name, among: libraries).map(Self.question)
        ?? (libraries.isEmpty
          ? "give the package a `.library` product" : "its libraries are \(Self.list(libraries))")
    case .module(let name, _, let modules):
      Spelling.nearest(to: name, among: modules).map(Self.question)
        ?? "its modules are \(Self.list(modules))"
    }
  }

  private static func question(_ name: String) -> String { "did you mean `\(name)`?" }

  private static func list(_ names: [String]) -> String {
    names.map { "`\($0)`" }.joined(separator: ", ")
  }
}
