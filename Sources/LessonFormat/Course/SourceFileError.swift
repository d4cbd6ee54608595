import FileSystem

/// Why a file can't be read.
public enum SourceFileError: Error, Hashable, Sendable {
  /// There is no file at this path.
  case missing(path: String)
  /// The file is there, and reading it fails, for the reason that the system gives.
  case unreadable(path: String, reason: String)
  /// It is a pipe or a device, which may have no end.
  case notPlain(path: String)
  /// The file holds nothing but blanks.
  case empty(path: String)
  /// The first byte that is not UTF-8, counted from 0, and its place.
  case notUTF8(path: String, offset: Int, position: SourcePosition)

  /// The path, as the user would write it.
  public var path: String {
    switch self {
    case .missing(let path), .unreadable(let path, _), .notPlain(let path), .empty(let path),
      .notUTF8(let path, _, _):
      path
    }
  }

  /// Where to look; the start of the file when there is no better place.
  public var position: SourcePosition {
    if case .notUTF8(_, _, let position) = self { return position }
    return SourcePosition(line: 1, column: 1)
  }

  /// One sentence without the path.
  public var message: String {
    switch self {
    case .missing: "there is no such file"
    case .unreadable(_, let reason): "the file can't be read: \(reason)"
    case .notPlain: "the file can't be read: it is no plain file"
    case .empty: "the file is empty"
    case .notUTF8(_, let offset, let position):
      "the file is not UTF-8: byte \(offset), in line \(position.line), is part of no character"
    }
  }

  private static func suffix(_ path: String) -> String {
    path.hasSuffix(".yaml") ? ".yaml" : ".md"
  }

  /// What a user can do about it.
  public var remedy: String {
    switch self {
    case .missing: "check the path"
    case .unreadable: "check who may read the file"
    case .notPlain: "put a plain file there; a pipe or a device is none"
    case .empty(let path) where Files.name(of: path) == "course.yaml":
      "write `title: …`, and `parts:` with a list of `title` and `lessons`"
    case .empty: "write something in it, or take it out of the course"
    case .notUTF8(let path, _, _):
      "save it as UTF-8; from Latin-1: `iconv -f latin1 -t utf-8 \(path) > new\(Self.suffix(path))`"
    }
  }
}
