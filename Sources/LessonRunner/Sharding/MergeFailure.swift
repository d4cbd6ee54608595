import FileSystem

extension MergedReport {
  /// Why reports of shards can't be joined.
  public enum Failure: Error, Sendable {
    /// A report can't be read.
    case unreadable(FileError)
    /// A report from which times are wanted can't be read.
    case unreadableTimes(FileError)
    /// What should be a report is a pipe or a device, which may have no end.
    case notPlain(path: String)
    /// A line is not JSON, from the column on, for the reason given.
    case notJSON(path: String, line: Int, column: Int, reason: String)
    /// A line is JSON, and neither a check nor a summary.
    case notALine(path: String, line: Int)
    /// A line follows the summary.
    case lineAfterSummary(path: String, line: Int)
    /// The report ends without its summary; how many lines it has.
    case noSummary(path: String, lines: Int)
    /// The report is of a whole course.
    case notAShard(path: String)
    /// The report holds another number of checks than its summary says.
    case checksMissing(path: String, count: Int)
    /// The file does not end with a summary from which times can be read.
    case noTimes(path: String)
    /// Two reports are of splits into different numbers of shards.
    case otherSplit(path: String, shard: Shard, otherPath: String, otherShard: Shard)
    /// Two reports are of different texts or lessons.
    case otherLessons(path: String, otherPath: String)
    /// Two reports are of one shard.
    case sameShard(path: String, otherPath: String, shard: Shard)
    /// Shards of which there is no report, by their numbers.
    case missingShards([Int], count: Int)
    /// A lesson is in two reports.
    case inTwoReports(file: String, path: String, otherPath: String)
    /// A lesson is in no report.
    case inNoReport(file: String)
  }
}

extension MergedReport.Failure {
  /// What is wrong, as a sentence with its place.
  public var message: String {
    switch self {
    case .unreadable(let error), .unreadableTimes(let error): error.message
    case .notPlain(let path): "\(path) is no plain file"
    case .notJSON(let path, let line, let column, let reason):
      "\(path):\(line):\(column): this is not JSON: \(reason)"
    case .notALine(let path, let line): "\(path):\(line): this is not a line of a report"
    case .lineAfterSummary(let path, let line): "\(path):\(line): something follows the summary"
    case .noSummary(let path, let lines):
      "\(path):\(max(1, lines)): the report has no summary at its end"
    case .notAShard(let path): "\(path): this is the report of a whole, not of a shard"
    case .checksMissing(let path, let count):
      "\(path): the summary counts other checks than there are (\(count))"
    case .noTimes(let path): "\(path) is not a report, or was cut off"
    case .otherSplit(let path, let shard, let otherPath, let otherShard):
      "\(path) is shard \(shard.text), and \(otherPath) is shard \(otherShard.text)"
    case .otherLessons(let path, let otherPath):
      "\(path) and \(otherPath) are not of the same lessons"
    case .sameShard(let path, let otherPath, let shard):
      "\(path) and \(otherPath) are both shard \(shard.text)"
    case .missingShards(let numbers, let count):
      numbers.count == 1
        ? "shard \(numbers[0])/\(count) is missing"
        : "shards \(numbers.map { "\($0)/\(count)" }.joined(separator: ", ")) are missing"
    case .inTwoReports(let file, let path, let otherPath):
      "\(file) is in \(path) and in \(otherPath)"
    case .inNoReport(let file): "\(file) is in none of the reports"
    }
  }

  /// What to do about it.
  public var remedy: String {
    switch self {
    case .unreadable: "check the name"
    case .unreadableTimes: "leave --times out until there is a report"
    case .notPlain: "name a file that gradus verify --shard I/N --format json has written"
    case .notJSON, .notALine: "reports are written by gradus verify --shard I/N --format json"
    case .lineAfterSummary: "give each shard its own file"
    case .noSummary: "the run was stopped: verify this shard again"
    case .notAShard: "write it with gradus verify --shard I/N --format json"
    case .checksMissing: "lines are missing: verify this shard again"
    case .noTimes: "write it with gradus merge --format json"
    case .otherSplit: "join reports of one run, with one number of shards"
    case .otherLessons: "verify all shards of one commit, named in the same way"
    case .sameShard: "name each shard's report once"
    case .missingShards:
      "name the reports of all shards; one that was stopped has no summary and must run again"
    case .inTwoReports, .inNoReport:
      "split with the same --times FILE on all machines, or with none"
    }
  }
}
