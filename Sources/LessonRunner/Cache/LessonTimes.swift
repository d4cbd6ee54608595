import FileSystem

/// How long lessons took when they were last run, in seconds, kept in the cache.
public struct LessonTimes: Sendable {
  private let cache: Cache

  /// The times in a cache.
  public init(cache: Cache) {
    self.cache = cache
  }

  private func key(_ path: String) -> String { Digest.of(["time 1", Files.resolved(path)]) }

  /// How long a lesson took, by its path; nil when it was never run.
  public func seconds(of path: String) -> Double? {
    cache.read(.times, key(path)).flatMap { Double(String(decoding: $0, as: UTF8.self)) }
  }

  /// Keeps how long a lesson took. A cache that can't be written only costs time.
  func keep(_ seconds: Double, of path: String) {
    try? cache.write(.times, key(path), Array(seconds.hundredths.utf8))
  }
}
