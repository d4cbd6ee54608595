import FileSystem

/// Everything that a build reads and has written, by the files' sizes and times.
///
/// A build that finds the stamp of the last one as it was has nothing to do, and need not read a
/// single lesson to know it.
public struct BuildStamp: Sendable {
  private let cache: Cache
  private let key: String
  private let output: String

  /// - Parameters:
  ///   - inputs: Files, and folders with all below them.
  ///   - options: What was asked for on the command line.
  ///   - output: The folder that the build writes.
  public init(inputs: [String], options: [String], output: String, cache: Cache) {
    self.cache = cache
    self.output = output
    var digest = Digest()
    let library = try? Toolchain.find()
    let tools = [Files.thisProgram, library?.host, library?.frontend].compactMap { $0 }
    let modules = library.map { [$0.modules] } ?? []
    for part in options { digest.add(part) }
    for path in tools + modules + inputs { digest.add(Self.identity(path)) }
    key = digest.finish()
  }

  /// What the last build said, if all that it read and wrote is as it was.
  public var lastSummary: String? {
    guard let bytes = cache.read(.builds, key) else { return nil }
    let parts = String(decoding: bytes, as: UTF8.self).split(separator: "\n", maxSplits: 1)
    guard parts.count == 2, parts[0] == Digest.of([Self.identity(output)]) else { return nil }
    return String(parts[1])
  }

  /// Keeps what a build said that has written its output. A cache that can't be written only
  /// costs the next build time.
  public func keep(_ summary: String) {
    let written = Digest.of([Self.identity(output)]) + "\n" + summary
    try? cache.write(.builds, key, Array(written.utf8))
  }

  private static func identity(_ path: String) -> String {
    guard Files.isFolder(path) else { return Files.identity(path) }
    return Files.files(below: path).map { "\($0): \(Files.identity("\(path)/\($0)"))" }
      .joined(separator: "\n")
  }
}
