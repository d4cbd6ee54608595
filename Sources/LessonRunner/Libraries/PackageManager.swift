import FileSystem
import Glibc

/// The Swift package manager, run as the user would run it.
struct PackageManager: Sendable {
  private let toolchain: Toolchain
  /// Where it keeps what it would keep in the user's home folder, where that can't be written.
  private let spareHome: String

  /// A first build may fetch and compile large dependencies.
  private static let seconds = 3600.0

  init(_ toolchain: Toolchain, spareHome: String) {
    self.toolchain = toolchain
    self.spareHome = spareHome
  }

  /// Runs one of its programs, and gives each line that it prints to `line`.
  func run(
    _ program: String, _ arguments: [String], line: (Substring) -> Void = { _ in }
  ) throws(ProcessError) -> ChildProcess.Outcome {
    let process = ChildProcess(
      program: "\(toolchain.root)/bin/\(program)", arguments: arguments,
      environment: environment, seconds: Self.seconds, cancellation: toolchain.cancellation)
    var unread: [UInt8] = []
    return try process.run { bytes in
      unread += bytes
      while let end = unread.firstIndex(of: 10) {
        line(Substring(decoding: unread[..<end], as: UTF8.self))
        unread.removeSubrange(...end)
      }
    }
  }

  /// Some containers give their user a home folder that is not there, or read-only.
  private static func canKeepCaches(in home: String) -> Bool {
    guard Files.isFolder(home) else { return false }
    let caches = home + "/.cache"
    try? Files.createFolder(caches)
    return access(caches, W_OK) == 0
  }

  /// The user's own environment: a manifest, and the search for C libraries, may depend on it.
  private var environment: [String: String] {
    var variables: [String: String] = [:]
    let bytes = (try? Files.read("/proc/self/environ")) ?? []
    for entry in bytes.split(separator: 0) {
      let parts = entry.split(
        separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else { continue }
      variables[String(decoding: parts[0], as: UTF8.self)] = String(
        decoding: parts[1], as: UTF8.self)
    }
    let path = variables["PATH"].map { ":" + $0 } ?? ""
    variables["PATH"] = toolchain.root + "/bin" + path
    let home = variables["HOME"] ?? ""
    if !Self.canKeepCaches(in: home) { variables["HOME"] = spareHome }
    // What a surrounding build or test run says of itself is not meant for this build.
    for name in variables.keys where name.hasPrefix("SWIFTPM_") || name.hasPrefix("LLVM_PROFILE") {
      variables[name] = nil
    }
    return variables
  }
}
