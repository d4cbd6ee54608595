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
  /// How many processes there may be; nil where the kernel sees to that.
  var processes: Int?

  /// How often it looks, in seconds.
  static let interval = 0.025
  /// What the runtime's backtrace may take.
  private static let backtraceMemory: UInt64 = 1 << 30
  /// What a file takes of memory, or of disk, however short it is.
  private static let perFile: UInt64 = 1 << 10

  /// Whether what has come of a process takes more than it may.
  func isExceeded(by process: pid_t) -> Bool {
    let processes = Self.descendants(of: process)
    if let limit = self.processes, processes.count > limit { return true }
    let rough = sum(processes, of: Self.roughMemory)
    // What two processes share counts twice there.
    return rough > memory && sum(processes, of: Self.exactMemory) > memory || filesExceed(processes)
  }

  /// What a process has for itself and what it shares. Of one whose first thread has ended, only others
  /// know.
  private static func roughMemory(of process: pid_t) -> UInt64 {
    let names = ["RssAnon", "RssShmem", "VmSwap"]
    if let size = field(names, in: "/proc/\(process)/status") { return size }
    // A lazy sequence would ask twice, and what is there may end meanwhile.
    for thread in Files.list("/proc/\(process)/task") {
      if let size = field(names, in: "/proc/\(process)/task/\(thread)/status") { return size }
    }
    return 0
  }

  /// The same with its part of what it shares, where the kernel lets that be known.
  private static func exactMemory(of process: pid_t) -> UInt64 {
    field(["Pss_Anon", "Pss_Shmem", "SwapPss"], in: "/proc/\(process)/smaps_rollup")
      ?? roughMemory(of: process)
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

  /// The sum of some lines of a file of the kernel's, in bytes; nil where it has none of them.
  private static func field(_ names: [String], in path: String) -> UInt64? {
    guard let bytes = try? Files.read(path) else { return nil }
    let sizes = String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap {
      line -> UInt64? in
      let words = line.split { $0 == " " || $0 == "\t" || $0 == ":" }
      return words.count > 1 && names.contains(String(words[0])) ? UInt64(words[1]) : nil
    }
    return sizes.isEmpty ? nil : sizes.reduce(0, +) << 10
  }

  // MARK: Files

  private func filesExceed(_ processes: [pid_t]) -> Bool {
    if let folder { return Self.size(of: folder, atMost: memory / 4) > memory / 4 }
    let count = processes.compactMap { Self.fileCount(below: "/proc/\($0)/root") }.max() ?? 0
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
      let names: [String]
      // What can't be looked at, because it is closed or too deep, holds more than may be.
      do throws(FileError) { names = try Files.names(in: path) } catch {
        if error.code == ENOENT { continue }
        return limit + 1
      }
      for name in names {
        var status = stat()
        guard lstat("\(path)/\(name)", &status) == 0 else {
          if errno == ENOENT { continue }
          return limit + 1
        }
        size += UInt64(status.st_blocks) * 512 + perFile
        if status.st_mode & S_IFMT == S_IFDIR { next.append("\(path)/\(name)") }
      }
    }
    return size
  }
}

/// Looks at what a program's processes take, now and then.
struct ResourceLooks {
  private let watch: ResourceWatch?
  private var next = Clock.seconds + ResourceWatch.interval
  private var found = 0

  init(_ watch: ResourceWatch?) {
    self.watch = watch
  }

  /// Whether they took too much twice in a row. Once may be by chance: a process that is about to become
  /// another counts with both.
  mutating func findTooMuch(by process: pid_t) -> Bool {
    guard let watch, Clock.seconds > next else { return false }
    next = Clock.seconds + ResourceWatch.interval
    found = watch.isExceeded(by: process) ? found + 1 : 0
    return found == 2
  }
}
