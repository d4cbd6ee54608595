import LessonFormat

/// A part of a course's lessons, for one of several machines.
public struct Shard: Hashable, Sendable {
  /// Counted from 1.
  public let number: Int
  /// How many shards there are, from 1 to 10 000.
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

  /// The shard as it is written on the command line: `2/3`.
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
