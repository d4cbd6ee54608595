import FileSystem
import Glibc

/// The threads of this user's processes, which the kernel counts against the limit on them.
enum UserThreads {
  static var count: Int {
    Files.list("/proc").filter { $0.first?.isNumber ?? false }.reduce(0) { count, process in
      count + threads(of: "/proc/\(process)/status")
    }
  }

  /// Whether root can become another user, whose processes are counted apart.
  static var becomesAnother: Bool {
    guard getuid() == 0 else { return false }
    func words(_ path: String) -> [[Substring]] {
      String(decoding: (try? Files.read(path)) ?? [], as: UTF8.self).split(separator: "\n")
        .map { $0.split(whereSeparator: \.isWhitespace) }
    }
    let rights = words("/proc/self/status").first { $0.first == "CapEff:" }?.last
      .flatMap { UInt64($0, radix: 16) }
    let (setsGroup, setsUser): (UInt64, UInt64) = (1 << 6, 1 << 7)
    // In a container of a user's, only few users are known.
    let knowsAll = words("/proc/self/uid_map").contains {
      $0.last.map { UInt64($0) ?? 0 > 1 << 31 } ?? false
    }
    return rights.map { $0 & setsGroup != 0 && $0 & setsUser != 0 } == true && knowsAll
  }

  private static func threads(of status: String) -> Int {
    guard let bytes = try? Files.read(status) else { return 0 }
    var isOwn = false
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      let words = line.split(whereSeparator: \.isWhitespace)
      if words.first == "Uid:" { isOwn = words.dropFirst().first == "\(getuid())" }
      if words.first == "Threads:", isOwn {
        return words.dropFirst().first.flatMap { Int($0) } ?? 0
      }
    }
    return 0
  }
}
