import FileSystem
import JSON
import LessonFormat

/// The reports of a course's shards, joined.
public struct MergedReport: Sendable {
  /// Why reports can't be joined: what is wrong, and what to do.
  public struct Failure: Error, Sendable {
    public let message: String
    public let remedy: String
  }

  public private(set) var files: [FileReport] = []
  /// The time of the shard that took longest.
  public private(set) var seconds = 0.0
  public private(set) var times: [String: Double] = [:]

  /// Joins reports that `gradus verify --shard I/N --format json` wrote.
  public init(_ paths: [String]) throws(Failure) {
    var parts: [Part] = []
    for path in paths { parts.append(try Part(path)) }
    try Self.requireWhole(parts)
    var checks: [String: [CheckResult]] = [:]
    var others: [String] = []
    var owners: [String: Part] = [:]
    let files = Set(parts[0].summary.files)
    for part in parts {
      for file in part.files {
        if !files.contains(file) {
          // The course's own file, or the library's: every shard reports it.
          if checks[file] == nil { others.append(file) }
        } else if let owner = owners[file] {
          throw Failure(
            message: "\(file) is in \(owner.path) and in \(part.path)",
            remedy: "split with the same --times FILE on all machines, or with none")
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
        throw Failure(
          message: "\(file) is in none of the reports",
          remedy: "split with the same --times FILE on all machines, or with none")
      }
      // A report may name anything, such as a pipe that nobody writes to.
      let read = Files.isPlainFile(file) ? try? SourceFile.read(file) : nil
      let source = read ?? SourceFile(path: file, text: "")
      let name = found.first?.lesson ?? Files.name(of: file)
      let subject: FileReport.Subject =
        lessons.contains(file) ? .lesson : name == "course.yaml" ? .course : .library
      self.files.append(FileReport(subject, source, name: name, checks: found))
    }
  }

  /// Sees that there is each shard once, all of one course.
  private static func requireWhole(_ parts: [Part]) throws(Failure) {
    let first = parts[0]
    var seen: [Int: Part] = [:]
    for part in parts {
      let shard = part.summary.shard
      guard shard.count == first.summary.shard.count else {
        throw Failure(
          message: "\(first.path) is shard \(first.summary.shard.text), and \(part.path) is shard "
            + shard.text,
          remedy: "join reports of one run, with one number of shards")
      }
      guard part.summary.course == first.summary.course, part.summary.files == first.summary.files
      else {
        throw Failure(
          message: "\(first.path) and \(part.path) are not of the same lessons",
          remedy: "verify all shards of one commit, named in the same way")
      }
      if let other = seen[shard.number] {
        throw Failure(
          message: "\(other.path) and \(part.path) are both shard \(shard.text)",
          remedy: "name each shard's report once")
      }
      seen[shard.number] = part
    }
    let count = first.summary.shard.count
    let missing = (1...count).filter { seen[$0] == nil }.map { "\($0)/\(count)" }
    guard missing.isEmpty else {
      throw Failure(
        message: missing.count == 1
          ? "shard \(missing[0]) is missing"
          : "shards \(missing.joined(separator: ", ")) are missing",
        remedy: "name the reports of all shards; one that was stopped has no summary and must run "
          + "again")
    }
  }
}

/// The report of one shard.
private struct Part {
  let path: String
  let summary: ShardSummary
  let seconds: Double
  /// The checks by their files, and the files in order.
  private(set) var checks: [String: [CheckResult]] = [:]
  private(set) var files: [String] = []

  init(_ path: String) throws(MergedReport.Failure) {
    self.path = path
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try Files.read(path)
    } catch {
      throw MergedReport.Failure(message: error.message, remedy: "check the name")
    }
    var last: JSONValue?
    let lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where !line.isEmpty {
      let place = "\(path):\(index + 1)"
      let value: JSONValue
      do throws(JSONValue.Malformed) {
        value = try JSONValue(String(decoding: line, as: UTF8.self))
      } catch {
        throw MergedReport.Failure(
          message: "\(place):\(error.offset + 1): this is not JSON: \(error.reason)",
          remedy: "reports are written by gradus verify --shard I/N --format json")
      }
      guard last == nil else {
        throw MergedReport.Failure(
          message: "\(place): something follows the summary", remedy: "give each shard its own file"
        )
      }
      if value["type"]?.text == "summary" {
        last = value
      } else if let check = CheckResult(reported: value) {
        if checks[check.file] == nil { files.append(check.file) }
        checks[check.file, default: []].append(check)
      } else {
        throw MergedReport.Failure(
          message: "\(place): this is not a line of a report",
          remedy: "reports are written by gradus verify --shard I/N --format json")
      }
    }
    guard let last else {
      throw MergedReport.Failure(
        message: "\(path):\(max(1, lines.count)): the report has no summary at its end",
        remedy: "the run was stopped: verify this shard again")
    }
    guard let summary = ShardSummary(last) else {
      throw MergedReport.Failure(
        message: "\(path): this is the report of a whole, not of a shard",
        remedy: "write it with gradus verify --shard I/N --format json")
    }
    let count = checks.values.reduce(0) { $0 + $1.count }
    guard last["checks"]?.count == count else {
      throw MergedReport.Failure(
        message: "\(path): the summary counts other checks than there are (\(count))",
        remedy: "lines are missing: verify this shard again")
    }
    self.summary = summary
    seconds = last["seconds"]?.number ?? 0
  }
}

extension CheckResult {
  fileprivate init?(reported value: JSONValue) {
    guard value["type"]?.text == "check", let lesson = value["lesson"]?.text,
      let file = value["file"]?.text, let line = value["line"]?.count,
      let column = value["column"]?.count,
      let kind = value["kind"]?.text.flatMap(CheckKind.init(rawValue:)),
      let status = value["status"]?.text.flatMap(CheckStatus.init(rawValue:))
    else { return nil }
    self.init(
      lesson: lesson, file: file, position: SourcePosition(line: line, column: column), kind: kind,
      status: status, rule: value["rule"]?.text.flatMap(Rule.init(rawValue:)),
      source: value["source"]?.text ?? "", expected: value["expected"]?.text ?? "",
      actual: value["actual"]?.text ?? "", message: value["message"]?.text ?? "",
      remedy: value["remedy"]?.text ?? "", width: max(1, value["width"]?.count ?? 1),
      notes: value["notes"]?.list?.compactMap(\.text) ?? [],
      isConsequence: value["follows"] == .boolean(true),
      comparesValues: value["compares"] == .boolean(true))
  }
}

extension MergedReport {
  /// The times that a report holds, of a shard or joined, for the next split.
  public static func times(in path: String) throws(Failure) -> [String: Double] {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try Files.read(path)
    } catch {
      throw Failure(message: error.message, remedy: "leave --times out until there is a report")
    }
    let last = bytes.split(separator: 10).last ?? []
    guard let summary = try? JSONValue(String(decoding: last, as: UTF8.self)),
      summary["type"]?.text == "summary"
    else {
      throw Failure(
        message: "\(path) is not a report, or was cut off",
        remedy: "write it with gradus merge --format json")
    }
    return ShardSummary.times(in: summary)
  }
}
