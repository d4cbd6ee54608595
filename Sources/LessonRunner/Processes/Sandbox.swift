import FileSystem
import Glibc

/// Where a lesson's program runs: the system and the toolchain to read, the lessons to read, a
/// scratch folder in memory, no network, no home, no processes but its own, a clean
/// environment.
struct Sandbox: Sendable {
  /// The `bwrap` program; nil runs without isolation, for lessons that are the user's own.
  var bubblewrap: String?
  var toolchain: Toolchain
  var limits: Limits

  /// What a lesson may use.
  struct Limits: Hashable, Sendable {
    var seconds: Double
    var memory: UInt64
    var output: Int
    /// Threads count too.
    var processes = 64
  }

  /// What figures and recorded values may take of the pipe, in addition to what a lesson prints.
  private static let recordAllowance = 1 << 25

  static let backtraceSettings =
    "enable=yes,color=no,threads=crashed,registers=none,images=none,interactive=no,"
    + "sanitize=no,limit=16"

  /// Finds `bwrap`. Whether this machine lets it work, it shows when a lesson runs.
  static func findBubblewrap() throws(MissingTool) -> String {
    guard let path = Environment.program("bwrap") else { throw .bubblewrap }
    return path
  }

  /// A process that runs a lesson's program. `course` is the folder that it works in.
  func process(program: String, entry: String, course: String?) -> ChildProcess {
    let grace = 3.0
    let hostArguments = [
      entry, String(UInt32(max(1, limits.seconds.rounded(.up)))), String(limits.memory),
      String(max(limits.output, 1 << 20)), String(limits.processes),
    ]
    guard let bubblewrap else {
      return ChildProcess(
        program: toolchain.host, arguments: [program] + hostArguments,
        environment: ["SWIFT_BACKTRACE": Self.backtraceSettings, "LC_ALL": "C.UTF-8"],
        folder: course, seconds: limits.seconds + grace,
        outputLimit: limits.output + Self.recordAllowance,
        cancellation: toolchain.cancellation)
    }
    let arguments =
      isolation(program: program, course: course)
      + ["--", "/gradus/lesson-host", "/gradus/lesson.so"] + hostArguments
    var process = ChildProcess(
      program: bubblewrap, arguments: arguments, environment: [:], folder: nil,
      seconds: limits.seconds + grace, outputLimit: limits.output + Self.recordAllowance,
      cancellation: toolchain.cancellation)
    process.isSandbox = true
    return process
  }

  private func isolation(program: String, course: String?) -> [String] {
    var arguments = [
      "--unshare-ipc", "--unshare-pid", "--unshare-net", "--unshare-uts", "--unshare-cgroup-try",
      "--die-with-parent", "--new-session", "--clearenv",
      "--setenv", "SWIFT_BACKTRACE", Self.backtraceSettings,
      "--setenv", "SWIFT_BACKTRACE_PATH", toolchain.backtracer,
      "--setenv", "HOME", "/tmp", "--setenv", "TMPDIR", "/tmp", "--setenv", "LC_ALL", "C.UTF-8",
    ]
    if getuid() == 0 {
      // The host gives root up by itself, before the lesson's first line.
      arguments += ["--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID"]
    } else {
      arguments.append("--unshare-user")
    }
    for folder in ["/usr", "/lib", "/lib64", "/lib32", "/bin", "/sbin"] {
      arguments += ["--ro-bind-try", folder, folder]
    }
    if !toolchain.root.hasPrefix("/usr") || toolchain.root == "/usr/local" {
      // What bwrap makes on the way to a folder is root's alone.
      let steps = toolchain.root.split(separator: "/")
      for count in 1..<max(steps.count, 1) {
        arguments += ["--perms", "0755", "--dir", "/" + steps.prefix(count).joined(separator: "/")]
      }
      arguments += ["--ro-bind", toolchain.root, toolchain.root]
    }
    arguments += [
      "--proc", "/proc", "--dev", "/dev", "--perms", "1777", "--size", String(limits.memory / 4),
      "--tmpfs", "/tmp", "--perms", "0755", "--dir", "/gradus",
      "--ro-bind", toolchain.host, "/gradus/lesson-host", "--ro-bind", program, "/gradus/lesson.so",
    ]
    for companion in toolchain.companions {
      arguments += ["--ro-bind", companion, "/gradus/" + Files.name(of: companion)]
    }
    arguments += ["--perms", "0755", "--dir", "/lessons", "--chdir", "/lessons"]
    // Not when it is a link to a folder from elsewhere.
    if let course, Files.resolved(course + "/data").hasPrefix(Files.resolved(course) + "/") {
      arguments += ["--ro-bind-try", course + "/data", "/lessons/data"]
    }
    // The folders made on the way belong to whoever runs this, and only the scratch folder is to
    // be written to.
    return arguments + ["--remount-ro", "/dev", "--remount-ro", "/"]
  }
}
