import Foundation

/// Starting the command where a part of the machine is missing, full or read-only.
enum Isolation {
  private static let program = "/usr/bin/bwrap"

  /// Whether a sandbox can be made in which the command makes its own.
  static let isPossible: Bool = {
    let course = try? ScratchCourse(["a": lesson("let x = 1 // = 1")])
    let outcome = try? course?.gradus("verify", wrapper: whole)
    return outcome?.status == 0
  }()

  private static let whole = [program, "--dev-bind", "/", "/", "--die-with-parent"]

  /// The machine with files and folders that can't be written.
  static func readOnly(_ paths: String...) -> [String] {
    whole + paths.flatMap { ["--ro-bind", $0, $0] }
  }

  /// The machine with a small disk of its own in a folder.
  static func smallDisk(_ folder: String, bytes: Int) -> [String] {
    whole + ["--size", String(bytes), "--tmpfs", folder]
  }

  /// The machine without some of its programs.
  ///
  /// - Parameter empty: An empty file, which stands in their places and can't be run.
  static func without(_ programs: String..., empty: String) -> [String] {
    let found = programs.flatMap { name in
      (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        .map { "\($0)/\(name)" } + ["/usr/bin/\(name)", "/bin/\(name)"]
    }
    // A link is followed by bwrap, and a file that can't be run counts as missing.
    let files = Set(
      found.filter(FileManager.default.isExecutableFile).map {
        URL(fileURLWithPath: $0).resolvingSymlinksInPath().path
      })
    return whole + files.sorted().flatMap { ["--ro-bind", empty, $0] }
  }
}

/// Processes of this machine.
enum Processes {
  /// The command lines, of those that name `text`, a path, or see it mounted, and have not ended.
  static func naming(_ text: String) -> [String] {
    // Mounts have the path from where its file system begins.
    let mounted = [text, "/" + text.split(separator: "/").dropFirst().joined(separator: "/")]
    let numbers = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return numbers.filter { Int($0) != nil }.compactMap { number in
      guard let command = FileManager.default.contents(atPath: "/proc/\(number)/cmdline"),
        !command.isEmpty
      else { return nil }
      let line = String(decoding: command, as: UTF8.self).replacing("\0", with: " ")
      let mounts = FileManager.default.contents(atPath: "/proc/\(number)/mountinfo") ?? Data()
      let places = String(decoding: mounts, as: UTF8.self)
      return line.contains(text) || mounted.contains(where: places.contains) ? line : nil
    }
  }
}
