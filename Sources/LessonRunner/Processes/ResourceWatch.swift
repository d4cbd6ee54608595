import FileSystem
import Glibc

/// Sees that the processes of a program together stay within its limit of memory, which the kernel counts
/// for each alone, and that its scratch folder holds no more files than that.
struct ResourceWatch: Sendable {
  /// The bytes of memory that all processes may take.
  var memory: UInt64
  /// The program that the runtime starts after a crash, whose memory is not the lesson's.
  var backtracer: String
  /// The folder on disk that the program may write to; nil for one in memory, its `/tmp`.
  var folder: String?

  /// How often it looks, in seconds.
  static let interval = 0.025
  /// What the runtime's backtrace may take.
  private static let backtraceMemory: UInt64 = 1 << 30
  /// What a file takes of memory, or of disk, however short it is.
  private static let perFile: UInt64 = 1 << 10

  /// Whether what has come of a process takes more than it may.
  func isExceeded(by process: pid_t) -> Bool {
    let processes = Self.descendants(of: process)
    // What two processes share counts twice at first, and only then is asked for exactly.
    let rough = sum(processes) { Self.field(["RssAnon", "RssShmem"], in: "/proc/\($0)/status") }
    let isExceeded =
      rough > memory
      && sum(processes) { Self.field(["Pss_Anon", "Pss_Shmem"], in: "/proc/\($0)/smaps_rollup") }
        > memory
    return isExceeded || filesExceed(processes)
  }

  private func sum(_ processes: [pid_t], of bytes: (pid_t) -> UInt64) -> UInt64 {
    processes.reduce(0) { sum, process in
      let taken = bytes(process)
      let isBacktracer =
        taken > 1 << 20 && Files.target(ofLink: "/proc/\(process)/exe") == backtracer
      return sum + (isBacktracer ? taken - min(taken, Self.backtraceMemory) : taken)
    }
  }

  /// The processes that have come of one, without itself.
  static func descendants(of process: pid_t) -> [pid_t] {
    var found: [pid_t] = []
    var next = [process]
    while let parent = next.popLast(), found.count < 4096 {
      for thread in Files.list("/proc/\(parent)/task") {
        let text = (try? Files.read("/proc/\(parent)/task/\(thread)/children")) ?? []
        let children = String(decoding: text, as: UTF8.self).split(separator: " ")
          .compactMap { pid_t($0) }
        found += children
        next += children
      }
    }
    return found
  }

  /// The sum of some lines of a file of the kernel's, in bytes.
  private static func field(_ names: [String], in path: String) -> UInt64 {
    guard let bytes = try? Files.read(path) else { return 0 }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").reduce(0) { sum, line in
      let words = line.split { $0 == " " || $0 == "\t" || $0 == ":" }
      guard words.count > 1, names.contains(String(words[0])), let size = UInt64(words[1]) else {
        return sum
      }
      return sum + size << 10
    }
  }

  // MARK: Files

  private func filesExceed(_ processes: [pid_t]) -> Bool {
    if let folder { return Self.size(of: folder, atMost: memory / 4) > memory / 4 }
    let count = processes.lazy.compactMap { Self.fileCount(below: "/proc/\($0)/root") }.max() ?? 0
    return count * Self.perFile > memory / 4
  }

  /// How many files are on the file system of a process's own scratch folder; nil where that is the machine's.
  private static func fileCount(below root: String) -> UInt64? {
    let folder = root + "/tmp"
    var (own, machines) = (stat(), stat())
    var status = statvfs()
    guard stat(folder, &own) == 0, stat("/tmp", &machines) == 0, own.st_dev != machines.st_dev,
      statvfs(folder, &status) == 0
    else { return nil }
    return UInt64(status.f_files) - min(UInt64(status.f_files), UInt64(status.f_ffree))
  }

  /// The bytes that files below a folder take, counted until they are more than some.
  private static func size(of folder: String, atMost limit: UInt64) -> UInt64 {
    var size: UInt64 = 0
    var next = [folder]
    while let path = next.popLast(), size <= limit {
      for name in Files.list(path) {
        var status = stat()
        guard lstat("\(path)/\(name)", &status) == 0 else { continue }
        size += UInt64(status.st_blocks) * 512 + perFile
        if status.st_mode & S_IFMT == S_IFDIR { next.append("\(path)/\(name)") }
      }
    }
    return size
  }
}
