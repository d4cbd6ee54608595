import FileSystem
import Glibc

/// The threads of this user's processes, which the kernel counts against the limit on them.
enum UserThreads {
  static var count: Int {
    Files.list("/proc").filter { $0.first?.isNumber ?? false }.reduce(0) { count, process in
      count + threads(of: "/proc/\(process)/status")
    }
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
