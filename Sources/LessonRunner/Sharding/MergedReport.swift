import FileSystem
import JSON
import LessonFormat

/// The reports of a course's shards, joined.
public struct MergedReport: Sendable {
  /// The reports of all files, those of lessons in the order of the course.
  public private(set) var files: [FileReport] = []
  /// The time of the shard that took longest.
  public private(set) var seconds = 0.0
  /// How long lessons took, in seconds, by their files.
  public private(set) var times: [String: Double] = [:]

  /// Joins reports that `gradus verify --shard I/N --format json` wrote; at least one is named.
  public init(_ paths: [String]) throws(Failure) {
    var parts: [ShardReport] = []
    for path in paths { parts.append(try ShardReport(path)) }
    try Self.requireWhole(parts)
    var checks: [String: [CheckResult]] = [:]
    var others: [String] = []
    var owners: [String: ShardReport] = [:]
    let files = Set(parts[0].summary.files)
    for part in parts {
      for file in part.files {
        if !files.contains(file) {
          // The course's own file, or the library's: every shard reports it.
          if checks[file] == nil { others.append(file) }
        } else if let owner = owners[file] {
          throw Failure.inTwoReports(file: file, path: owner.path, otherPath: part.path)
        }
        owners[file] = part
        checks[file] = part.checks[file]
      }
      seconds = max(seconds, part.seconds)
      times.merge(part.summary.times) { first, _ in first }
    }
    let lessons = files.union(parts[0].summary.unusable)
    for file in others + parts[0].summary.files {
      guard let found = checks[file] else {
        throw Failure.inNoReport(file: file)
      }
      // A report may name anything, such as a pipe that nobody writes to.
      let read = Files.isPlainFile(file) ? try? SourceFile.read(file) : nil
      let source = read ?? SourceFile(path: file, text: "")
      let name = found.first?.lesson ?? Files.name(of: file)
      let subject: FileReport.Subject =
        lessons.contains(file)
        ? .lesson
        : name == "course.yaml"
          ? .course : found.allSatisfy { $0.kind == .coverage } ? .coverage : .library
      self.files.append(FileReport(subject, source, name: name, checks: found))
    }
  }

  /// Sees that there is each shard once, all of one course.
  private static func requireWhole(_ parts: [ShardReport]) throws(Failure) {
    let first = parts[0]
    var seen: [Int: ShardReport] = [:]
    for part in parts {
      let shard = part.summary.shard
      guard shard.count == first.summary.shard.count else {
        throw Failure.otherSplit(
          path: first.path, shard: first.summary.shard, otherPath: part.path, otherShard: shard)
      }
      guard part.summary.course == first.summary.course, part.summary.files == first.summary.files
      else {
        throw Failure.otherLessons(path: first.path, otherPath: part.path)
      }
      if let other = seen[shard.number] {
        throw Failure.sameShard(path: other.path, otherPath: part.path, shard: shard)
      }
      seen[shard.number] = part
    }
    let count = first.summary.shard.count
    let missing = (1...count).filter { seen[$0] == nil }
    guard missing.isEmpty else { throw Failure.missingShards(missing, count: count) }
  }
}

extension MergedReport {
  /// The times that a report holds, of a shard or joined, for the next split.
  public static func times(in path: String) throws(Failure) -> [String: Double] {
    guard !Files.mayHaveNoEnd(path) else { throw .notPlain(path: path) }
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try Files.read(path)
    } catch {
      throw .unreadableTimes(error)
    }
    let last = bytes.split(separator: 10).last ?? []
    guard let summary = try? JSONValue(String(decoding: last, as: UTF8.self)),
      summary["type"]?.text == "summary"
    else {
      throw Failure.noTimes(path: path)
    }
    return ShardSummary.times(in: summary)
  }
}
