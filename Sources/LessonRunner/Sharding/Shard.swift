import JSON
import LessonFormat

/// A part of a course's lessons, for one of several machines.
public struct Shard: Hashable, Sendable {
  /// Counted from 1.
  public let number: Int
  public let count: Int

  /// Reads `2/3`.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let number = Int(parts[0]), let count = Int(parts[1]), number >= 1,
      count >= number, count <= 10_000
    else { return nil }
    self.number = number
    self.count = count
  }

  public var text: String { "\(number)/\(count)" }

  /// The lessons of this shard, by their places in `lessons`.
  ///
  /// The longest goes to the shard with the least so far, so that all take about as long. Every
  /// machine must come to the same split, so that it depends on nothing but its arguments: how
  /// long a lesson takes is what `times` says, by the lesson's file, or is guessed by the length
  /// of its text, at the rate of those whose times are known.
  public func part(of lessons: [Lesson], times: [String: Double]) -> [Int] {
    let lengths = lessons.map { Double($0.file.text.utf8.count) + 1 }
    let known = lessons.indices.filter { times[lessons[$0].file.path] != nil }
    let seconds = known.reduce(0) { $0 + (times[lessons[$1].file.path] ?? 0) }
    let length = known.reduce(0) { $0 + lengths[$1] }
    let rate = seconds > 0 ? seconds / length : 1
    let weights = lessons.indices.map { times[lessons[$0].file.path] ?? rate * lengths[$0] }
    let order = lessons.indices.sorted { left, right in
      weights[left] != weights[right]
        ? weights[left] > weights[right] : lessons[left].file.path < lessons[right].file.path
    }
    var loads = Array(repeating: 0.0, count: count)
    var part: [Int] = []
    for index in order {
      let least = loads.indices.min { (loads[$0], $0) < (loads[$1], $1) } ?? 0
      loads[least] += weights[index]
      if least == number - 1 { part.append(index) }
    }
    return part.sorted()
  }
}

/// What a shard's report says of the whole, so that the shards' reports can be joined.
public struct ShardSummary: Hashable, Sendable {
  public var shard: Shard
  /// The files of all of the course's lessons, in order.
  public var files: [String]
  /// The digest of their texts.
  public var course: String
  /// How long lessons took, in seconds, by their files.
  public var times: [String: Double]
  /// The files of lessons that can't be read, which are in no shard.
  public var unusable: [String]

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
