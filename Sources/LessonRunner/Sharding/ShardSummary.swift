import JSON
import LessonFormat

/// What a shard's report says of the whole, so that the shards' reports can be joined.
public struct ShardSummary: Hashable, Sendable {
  /// Which shard it is.
  public var shard: Shard
  /// The files of all of the course's lessons, in order.
  public var files: [String]
  /// The digest of their texts.
  public var course: String
  /// How long lessons took, in seconds, by their files.
  public var times: [String: Double]
  /// The files of lessons that can't be read, which are in no shard.
  public var unusable: [String]

  /// The summary of a shard of a course of these lessons.
  public init(
    _ shard: Shard, of lessons: [Lesson], unusable: [String] = [], times: [String: Double]
  ) {
    self.shard = shard
    self.unusable = unusable
    files = lessons.map(\.file.path)
    course = Digest.of(lessons.flatMap { [$0.file.path, $0.file.text] })
    self.times = times
  }

  init?(_ summary: JSONValue) {
    guard let shard = summary["shard"]?.text.flatMap({ Shard($0) }),
      let files = summary["files"]?.list, let course = summary["course"]?.text
    else { return nil }
    self.shard = shard
    self.files = files.compactMap(\.text)
    self.course = course
    unusable = summary["unusable"]?.list?.compactMap(\.text) ?? []
    times = Self.times(in: summary)
  }

  /// The times that a report's last line holds.
  static func times(in summary: JSONValue) -> [String: Double] {
    guard case .object(let members)? = summary["times"] else { return [:] }
    return members.compactMapValues(\.number)
  }
}
