import FileSystem
import Glibc

/// What this machine has of the programs that gradus runs.
public enum InstalledTools {
  /// The compiler's version.
  public static func swift() -> String? {
    guard let toolchain = try? Toolchain.find() else { return nil }
    return firstLine(toolchain.frontend, ["-version"])
  }

  /// The way in which lessons are kept from the rest of the machine, found by trying, and its version; what
  /// is in the way of the one that keeps them from most, where that does not work.
  public static func isolation() -> (version: String?, shortfall: MissingTool?) {
    let shortfall = Isolation.bubblewrap.obstacle()
    let way: Isolation = shortfall == nil ? .bubblewrap : .landlock
    return (way.version, shortfall)
  }

  /// The version of Node and its path.
  public static func node() -> String? {
    guard let path = Environment.program("node", "nodejs") else { return nil }
    return firstLine(path, ["--version"]).map { "\($0), \(path)" }
  }

  /// What a program says of its version.
  static func version(of program: String) -> String? { firstLine(program, ["--version"]) }

  private static func firstLine(_ program: String, _ arguments: [String]) -> String? {
    let outcome = try? ChildProcess(
      program: program, arguments: arguments, environment: ["HOME": "/nonexistent"], folder: nil,
      seconds: 20
    ).run()
    guard let outcome, outcome.ending == .exited(0) else { return nil }
    let said = outcome.output.isEmpty ? outcome.errors : outcome.output
    return String(decoding: said, as: UTF8.self).split(separator: "\n").first.map(String.init)
  }
}
