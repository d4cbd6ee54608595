/// Something that this machine lacks.
public enum MissingTool: Error, Hashable, Sendable {
  /// No Swift toolchain is on the path.
  case toolchain
  /// The toolchain in a folder has no linker, or not what every program begins with.
  case linker(toolchain: String)
  /// The toolchain in a folder has no tool that reads the public names of modules.
  case symbolReader(toolchain: String)
  /// The host and the modules that lessons import are not in a folder.
  case host(folder: String)
  /// A module that the course file names is not in a folder; the nearest name that is there.
  case module(String, folder: String, nearest: String?)
  /// The sources of what is built with a course's library are not in a folder.
  case kit([String], folder: String)
  /// The program that makes the namespaces that lessons run in: it is not there, or it said why it can't
  /// make them.
  case bubblewrap(said: String?)
  /// The part of the kernel that does without namespaces, and what the kernel said.
  case landlock(said: String)
}

extension MissingTool {
  /// What is missing, in words.
  public var what: String {
    switch self {
    case .toolchain: "no Swift toolchain: `swiftc` is not on the PATH"
    case .linker(let toolchain):
      "the toolchain in \(toolchain) has no `ld.lld` or no `swiftrt.o`"
    case .symbolReader(let toolchain):
      "the toolchain in \(toolchain) has no `swift-symbolgraph-extract`, which tells what "
        + "``names`` in lessons mean"
    case .host(let folder):
      "`lesson-host` and the modules that lessons import are not in \(folder)"
    case .module(let name, let folder, _):
      "`imports` in course.yaml names `\(name)`, and no such module is built in \(folder)"
    case .kit(let targets, let folder):
      "what gradus builds with a course's library (\(targets.joined(separator: ", "))) is not in "
        + folder
    case .bubblewrap(nil):
      "`bwrap` is not installed, so lessons can't be kept from the rest of the machine"
    case .bubblewrap(let said?):
      "`bwrap` can't keep lessons from the rest of the machine: \(said)"
    case .landlock(let said):
      "the kernel's Landlock can't keep lessons from the rest of the machine: \(said)"
    }
  }

  /// How to get it, with the command where there is one.
  public var remedy: String {
    switch self {
    case .toolchain:
      "install Swift from https://www.swift.org/install and put its bin folder on the PATH"
    case .linker, .symbolReader:
      "install a whole Swift toolchain from https://www.swift.org/install"
    case .host: "build them: swift build -c release"
    case .module(_, _, let nearest?): "did you mean `\(nearest)`?"
    case .module(_, _, nil):
      "name a module of the package that gradus was built with, or build it: "
        + "swift build -c release"
    case .kit: "install gradus again: scripts/install PREFIX"
    case .bubblewrap(nil):
      "sudo apt-get install bubblewrap, or --trust for lessons that are your own"
    case .bubblewrap:
      "let the container make namespaces, or run it on a kernel with Landlock (5.13 or later); "
        + "--trust for lessons that are your own"
    case .landlock:
      "use a kernel with Landlock (5.13 or later), or --isolation bubblewrap; --trust for lessons "
        + "that are your own"
    }
  }
}
