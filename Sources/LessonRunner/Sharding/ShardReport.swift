import FileSystem
import JSON
import LessonFormat

/// The report of one shard.
struct ShardReport {
  let path: String
  let summary: ShardSummary
  let seconds: Double
  /// The checks by their files, and the files in order.
  private(set) var checks: [String: [CheckResult]] = [:]
  private(set) var files: [String] = []

  init(_ path: String) throws(MergedReport.Failure) {
    self.path = path
    guard !Files.mayHaveNoEnd(path) else { throw .notPlain(path: path) }
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try Files.read(path)
    } catch {
      throw .unreadable(error)
    }
    var last: JSONValue?
    let lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where !line.isEmpty {
      let value: JSONValue
      do throws(JSONValue.Malformed) {
        value = try JSONValue(String(decoding: line, as: UTF8.self))
      } catch {
        throw .notJSON(
          path: path, line: index + 1, column: error.offset + 1, reason: error.reason)
      }
      guard last == nil else {
        throw .lineAfterSummary(path: path, line: index + 1)
      }
      if value["type"]?.text == "summary" {
        last = value
      } else if let check = CheckResult(reported: value) {
        if checks[check.file] == nil { files.append(check.file) }
        checks[check.file, default: []].append(check)
      } else {
        throw .notALine(path: path, line: index + 1)
      }
    }
    guard let last else {
      throw .noSummary(path: path, lines: lines.count)
    }
    guard let summary = ShardSummary(last) else {
      throw .notAShard(path: path)
    }
    let count = checks.values.reduce(0) { $0 + $1.count }
    guard last["checks"]?.count == count else {
      throw .checksMissing(path: path, count: count)
    }
    self.summary = summary
    seconds = last["seconds"]?.number ?? 0
  }
}

extension CheckResult {
  fileprivate init?(reported value: JSONValue) {
    guard value["type"]?.text == "check", let lesson = value["lesson"]?.text,
      let file = value["file"]?.text, let line = value["line"]?.count,
      let column = value["column"]?.count, line > 0, column > 0,
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
