import CLessonRunner
import FileSystem
import Glibc

/// Where a lesson's program runs: the system and the toolchain to read, the lessons to read, a
/// scratch folder, no network, no home, no processes but its own, a clean environment.
struct Sandbox: Sendable {
  var isolation: Isolation
  var toolchain: Toolchain
  var limits: Limits

  /// What a lesson may use.
  struct Limits: Hashable, Sendable {
    var seconds: Double
    var memory: UInt64
    var output: Int
    /// Threads count too.
    var processes = 64
    /// How many files one process may have open.
    var files = 256
  }

  /// What figures and recorded values may take of the pipe, in addition to what a lesson prints.
  private static let recordAllowance = 1 << 25

  static let backtraceSettings =
    "enable=yes,color=no,threads=crashed,registers=none,images=none,interactive=no,"
    + "sanitize=no,limit=16"

  /// The folders of the system that every program reads.
  static let systemFolders = ["/usr", "/lib", "/lib64", "/lib32", "/bin", "/sbin"]

  /// A process that runs a lesson's program.
  ///
  /// - Parameters:
  ///   - course: The folder that holds the lesson and its `data`.
  ///   - folder: Where it works, for a program without a file system of its own.
  func process(
    program: String, entry: String, course: String?, in folder: RunFolder? = nil
  ) -> ChildProcess {
    var process: ChildProcess
    switch isolation {
    case .bubblewrap:
      process = self.process(Isolation.bubblewrapProgram ?? "bwrap")
      let keepsReach = Self.isRootsAlone(course)
      process.arguments =
        namespaces(program: program, course: course)
        + (keepsReach ? ["--cap-add", "CAP_DAC_READ_SEARCH"] : [])
        + ["--", "/gradus/lesson-host", "/gradus/lesson.so"]
        + hostArguments(entry, reach: keepsReach)
      process.confinement = .namespaces
    case .landlock:
      process = self.process(toolchain.host)
      process.arguments = [program] + hostArguments(entry, reach: true)
      process.environment = environment(scratch: folder?.scratch ?? "/tmp")
      process.folder = folder?.path
      process.confinement = .landlock(reach(program: program, course: course, in: folder))
    case .none:
      process = self.process(toolchain.host)
      process.arguments = [program] + hostArguments(entry, reach: false)
      process.environment = ["SWIFT_BACKTRACE": Self.backtraceSettings, "LC_ALL": "C.UTF-8"]
      process.folder = course
      process.confinement = .filtered
    }
    process.watch = ResourceWatch(
      memory: limits.memory, backtracer: toolchain.backtracer, folder: folder?.scratch,
      processes: countsApart ? nil : 4 * limits.processes)
    return process
  }

  /// The folder that a lesson sees as its `data`: none that is a link to elsewhere.
  static func data(of course: String?) -> String? {
    guard let course else { return nil }
    let data = Files.resolved(course + "/data")
    return data.hasPrefix(Files.resolved(course) + "/") && Files.isFolder(data) ? data : nil
  }

  private func process(_ program: String) -> ChildProcess {
    let grace = 3.0
    return ChildProcess(
      program: program, arguments: [], seconds: limits.seconds + grace,
      outputLimit: limits.output + Self.recordAllowance, cancellation: toolchain.cancellation)
  }

  /// Whether nobody but root can read what a course has as its `data`, as files are made under a strict
  /// mask: root's lesson, which is no longer root, then keeps the right to read them.
  private static func isRootsAlone(_ course: String?) -> Bool {
    guard getuid() == 0, let data = data(of: course) else { return false }
    func isClosed(_ path: String) -> Bool {
      var status = stat()
      guard lstat(path, &status) == 0, status.st_mode & S_IFMT != S_IFLNK else { return false }
      guard status.st_mode & S_IFMT == S_IFDIR else { return status.st_mode & 0o004 == 0 }
      return status.st_mode & 0o005 != 0o005
        || Files.list(path).contains { isClosed("\(path)/\($0)") }
    }
    return isClosed(data)
  }

  private func hostArguments(_ entry: String, reach: Bool) -> [String] {
    // Without a world of its own, a user's other processes count too, and there may be more of them soon.
    let others = countsApart ? 0 : UserThreads.count + 256
    return [
      entry, String(UInt32(max(1, limits.seconds.rounded(.up)))), String(limits.memory),
      String(max(limits.output, 1 << 20)), String(others + limits.processes), String(limits.files),
      reach ? "1" : "0",
    ]
  }

  /// Whether the kernel counts a lesson's processes apart from all others.
  private var countsApart: Bool { isolation == .bubblewrap || UserThreads.becomesAnother }

  private func environment(scratch: String) -> [String: String] {
    [
      "SWIFT_BACKTRACE": Self.backtraceSettings, "SWIFT_BACKTRACE_PATH": toolchain.backtracer,
      "HOME": scratch, "TMPDIR": scratch, "LC_ALL": "C.UTF-8",
    ]
  }

  // MARK: Landlock

  /// What keeps the compiler and the linker to a lesson's files, where the kernel can: they read what
  /// strangers wrote.
  ///
  /// - Parameter folders: Where they write.
  func confinementOfTools(writable folders: [String]) -> Confinement {
    guard isolation != .none else { return .trusted }
    guard landlock_version() > 0 else { return .filtered }
    return .landlock(
      Confinement.Reach(
        readable: Self.systemFolders + [toolchain.root, toolchain.modules, "/proc/self"]
          + toolchain.includedPaths,
        writable: ["/dev/null"] + folders))
  }

  private func reach(program: String, course: String?, in folder: RunFolder?) -> Confinement.Reach {
    let own = [folder?.path, Self.data(of: course)].compactMap { $0 }
    return Confinement.Reach(
      readable: Self.systemFolders + [toolchain.root, toolchain.host, program, "/proc/self"]
        + toolchain.companions + own + ["/dev/random", "/dev/urandom"],
      // A backtrace needs the maps of the process that crashed, which may be a copy; the kernel gives
      // those of no process outside.
      unlisted: ["/proc"],
      writable: ["/dev/null", "/dev/zero", "/dev/full"] + [folder?.scratch].compactMap { $0 },
      becomesUser: true)
  }

  // MARK: Namespaces

  /// What makes bubblewrap's world without anything of gradus in it: the system's folders to read, and a
  /// scratch folder of some bytes to write.
  static func namespaces(scratch: UInt64) -> [String] {
    var arguments = [
      "--unshare-ipc", "--unshare-pid", "--unshare-net", "--unshare-uts", "--unshare-cgroup-try",
      "--hostname", "lesson",
      "--die-with-parent", "--new-session", "--clearenv", "--seccomp", "3",
    ]
    if getuid() == 0 {
      // The host gives root up by itself, before the lesson's first line.
      arguments += ["--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID"]
    } else {
      arguments.append("--unshare-user")
    }
    for folder in systemFolders { arguments += ["--ro-bind-try", folder, folder] }
    return arguments + [
      "--proc", "/proc", "--dev", "/dev", "--perms", "1777", "--size", String(scratch), "--tmpfs",
      "/tmp",
    ]
  }

  private func namespaces(program: String, course: String?) -> [String] {
    var arguments = Self.namespaces(scratch: limits.memory / 4)
    for (name, value) in environment(scratch: "/tmp").sorted(by: { $0.key < $1.key }) {
      arguments += ["--setenv", name, value]
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
      "--perms", "0755", "--dir", "/gradus", "--ro-bind", toolchain.host, "/gradus/lesson-host",
      "--ro-bind", program, "/gradus/lesson.so",
    ]
    for companion in toolchain.companions {
      arguments += ["--ro-bind", companion, "/gradus/" + Files.name(of: companion)]
    }
    arguments += ["--perms", "0755", "--dir", "/lessons", "--chdir", "/lessons"]
    if let data = Self.data(of: course) { arguments += ["--ro-bind-try", data, "/lessons/data"] }
    // The folders made on the way belong to whoever runs this, and only the scratch folder is to
    // be written to.
    return arguments + ["--remount-ro", "/dev", "--remount-ro", "/"]
  }
}
