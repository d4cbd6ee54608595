import FileSystem
import Glibc

/// What this machine has of the programs that gradus runs.
public enum InstalledTools {
  /// The compiler's version.
  public static func swift() -> String? {
    guard let toolchain = try? Toolchain.find() else { return nil }
    return firstLine(toolchain.frontend, ["-version"])
  }

  /// The sandbox, tried out: installed and forbidden is missing too.
  public static func sandbox() -> String? {
    guard let program = try? Sandbox.findBubblewrap() else { return nil }
    let arguments =
      ["--ro-bind", "/", "/", "--unshare-pid", "--unshare-net"]
      + (getuid() == 0 ? [] : ["--unshare-user"]) + ["--", "/bin/true"]
    let tried = try? ChildProcess(
      program: program, arguments: arguments, environment: [:], folder: nil, seconds: 10
    ).run()
    return tried?.ending == .exited(0) ? firstLine(program, ["--version"]) : nil
  }

  /// The version of Node and its path.
  public static func node() -> String? {
    guard let path = Environment.program("node", "nodejs") else { return nil }
    return firstLine(path, ["--version"]).map { "\($0), \(path)" }
  }

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
