import FileSystem

/// Something on this machine that keeps lessons from being run, through no fault of an author.
public enum MachineFailure: Error, Hashable, Sendable {
  /// This machine lacks something.
  case missing(MissingTool)
  /// A file can't be read or written.
  case file(FileError)
  /// A program can't do its work.
  case process(ProcessError)
}

extension MachineFailure {
  /// The failure in words: what is wrong, and what to do about it.
  public var words: (message: String, remedy: String) {
    switch self {
    case .missing(let tool): (tool.what, tool.remedy)
    case .file(let error):
      (error.message, "nothing was changed; fix what is named and try again")
    case .process(let error):
      (
        "\(Files.name(of: error.program)) could not do its work: \(error.reason)",
        "gradus doctor says what this machine lacks"
      )
    }
  }
}
