import FileSystem
import LessonFormat

/// Why the library that lessons import is not there to be imported.
public enum LibraryFailure: Error, Sendable {
  /// The course file names something that does not exist.
  case unknown(UnknownName, place: SourcePosition?)
  /// The library's sources, or its manifest, have errors.
  case errors([LibraryError])
  /// The package can't be built, for a reason that no line stands for.
  case unbuildable(said: String, package: String)
  /// This machine is at fault.
  case machine(MachineFailure)

  /// A name in the course file that stands for nothing.
  public enum UnknownName: Hashable, Sendable {
    /// A package, as it is written; the folder that it would be in, whether there is such a folder,
    /// and what may have been meant.
    case package(String, folder: String, exists: Bool, nearest: String?)
    /// A library of the package in a folder, which has these libraries; `isProgram` says whether it
    /// has a program of this name.
    case product(String, package: String, libraries: [String], isProgram: Bool)
    /// A module of the package in a folder, which has these modules.
    case module(String, package: String, modules: [String])
  }
}

/// An error that the compiler reported in the library.
public struct LibraryError: Hashable, Sendable {
  /// The file, as seen from the working folder where it lies below it.
  public var file: String
  /// The line, from 1.
  public var line: Int
  /// The column, in UTF-8 from 1.
  public var column: Int
  /// What is wrong.
  public var text: String
}

extension LibraryFailure {
  static func missing(_ tool: MissingTool) -> LibraryFailure { .machine(.missing(tool)) }
  static func file(_ error: FileError) -> LibraryFailure { .machine(.file(error)) }
  static func process(_ error: ProcessError) -> LibraryFailure { .machine(.process(error)) }

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
