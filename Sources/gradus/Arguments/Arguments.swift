import LessonFormat
import LessonRunner

/// Why the command line can't be read.
struct UsageError: Error {
  var message: String
  var remedy: String
}

/// A command line, read and checked.
struct Arguments {
  var command: Command?
  var operands: [String] = []
  private var values: [Option: String] = [:]

  /// Reads the words after the program's name.
  init(_ words: [String]) throws(UsageError) {
    var rest = words[...]
    var onlyOperands = false
    var given: [Option] = []
    while let word = rest.popFirst() {
      if onlyOperands || word == "-" || !word.hasPrefix("-") {
        try addOperand(word)
      } else if word == "--" {
        onlyOperands = true
      } else {
        given.append(try readOption(word, &rest))
      }
    }
    try check(given)
  }

  func has(_ option: Option) -> Bool { values[option] != nil }

  subscript(_ option: Option) -> String? { values[option] }

  private mutating func addOperand(_ word: String) throws(UsageError) {
    if command != nil {
      operands.append(word)
    } else if let command = Command(rawValue: word) {
      self.command = command
    } else {
      let nearest = Spelling.nearest(to: word, among: Command.allCases.map(\.rawValue))
      throw UsageError(
        message: "`\(word)` is not a command of gradus",
        remedy: nearest.map { "did you mean `gradus \($0)`?" } ?? "gradus --help lists them")
    }
  }

  private mutating func readOption(
    _ word: String, _ rest: inout ArraySlice<String>
  ) throws(UsageError) -> Option {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    let option =
      Option(rawValue: name)
      ?? Option.allCases.first { $0.letter.map { "-\($0)" == name } ?? false }
    guard let option else {
      let nearest = Spelling.nearest(to: name, among: Option.allCases.map(\.rawValue))
      throw UsageError(
        message: "`\(name)` is not an option of gradus",
        remedy: nearest.map { "did you mean `\($0)`?" } ?? "gradus --help lists them")
    }
    guard let placeholder = option.value else {
      if parts.count > 1 {
        throw UsageError(message: "`\(name)` takes no value", remedy: "write `\(name)` alone")
      }
      values[option] = ""
      return option
    }
    if parts.count > 1 {
      values[option] = String(parts[1])
    } else if let value = rest.popFirst() {
      values[option] = value
    }
    if values[option]?.isEmpty ?? true {
      throw UsageError(message: "`\(name)` needs a value", remedy: "write `\(name) \(placeholder)`")
    }
    return option
  }

  private func check(_ given: [Option]) throws(UsageError) {
    if has(.help) || has(.version) { return }
    guard let command else {
      throw UsageError(message: "no command is named", remedy: "gradus --help lists them")
    }
    for option in given where !command.options.contains(option) && !Option.common.contains(option) {
      throw UsageError(
        message: "`gradus \(command.rawValue)` takes no `\(option.rawValue)`",
        remedy: "usage: \(command.usage)")
    }
    guard command.operands.contains(operands.count) else {
      throw UsageError(
        message: operands.count < command.operands.lowerBound
          ? "`gradus \(command.rawValue)` needs more than that"
          : "`gradus \(command.rawValue)` does not know what to do with "
            + "`\(operands[command.operands.upperBound])`",
        remedy: "usage: \(command.usage)")
    }
    _ = try jobs
    _ = try format
    _ = try color
    if let text = self[.shard], shard == nil {
      throw UsageError(
        message: "`\(text)` is not a shard", remedy: "write `--shard 2/3` for the second of three")
    }
    if has(.times), !has(.shard) {
      throw UsageError(
        message: "`--times` says how to split, and nothing is split", remedy: "add `--shard I/N`")
    }
  }

  // MARK: Values

  var shard: Shard? { self[.shard].flatMap { Shard($0) } }

  /// How many lessons run at once.
  var jobs: Int {
    get throws(UsageError) {
      guard let text = self[.jobs] else { return Verification.coreCount }
      guard let number = Int(text), number > 0, number <= 1024 else {
        throw UsageError(
          message: "`\(text)` is not a number of jobs", remedy: "write a number from 1 to 1024")
      }
      return number
    }
  }

  var format: ReportFormat {
    get throws(UsageError) {
      guard let text = self[.format] else { return .human }
      guard let format = ReportFormat(rawValue: text) else {
        throw UsageError(
          message: "`\(text)` is not a format of a report",
          remedy: "write human, json, junit or github")
      }
      return format
    }
  }

  enum Color: String {
    case auto, always, never
  }

  var color: Color {
    get throws(UsageError) {
      guard let text = self[.color] else { return .auto }
      guard let color = Color(rawValue: text) else {
        throw UsageError(
          message: "`\(text)` does not say when there is colour",
          remedy: "write auto, always or never")
      }
      return color
    }
  }
}
