import Courseware
import LessonFormat
import LessonRunner

/// A command line, read and checked.
struct Arguments {
  var command: Command?
  var operands: [String] = []
  private var values: [Option: String] = [:]
  /// How many lessons run at once.
  private(set) var jobs = 1
  private(set) var format = ReportFormat.human
  private(set) var color = Color.auto
  private(set) var isolation: Isolation?
  private(set) var shard: Shard?

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
    } else if let command = Command.named(word) {
      self.command = command
    } else if word == Help.command {
      values[.help] = ""
    } else {
      throw .unknownCommand(
        word,
        nearest: Spelling.nearest(to: word, among: Command.all.map(\.name) + [Help.command]))
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
      throw .unknownOption(
        name, nearest: Spelling.nearest(to: name, among: Option.allCases.map(\.rawValue)))
    }
    guard let placeholder = option.value else {
      if parts.count > 1 { throw .takesNoValue(option: name) }
      values[option] = ""
      return option
    }
    if parts.count > 1 {
      values[option] = String(parts[1])
    } else if let value = rest.popFirst() {
      values[option] = value
    }
    if values[option]?.isEmpty ?? true {
      throw .needsValue(option: name, placeholder: placeholder)
    }
    return option
  }

  private mutating func check(_ given: [Option]) throws(UsageError) {
    if has(.help) || has(.version) { return }
    guard let command else { throw .noCommand }
    for option in given where !command.options.contains(option) && !Option.common.contains(option) {
      throw .notTaken(option, by: command)
    }
    if operands.count < command.operands.lowerBound { throw .tooFewOperands(command) }
    if operands.count > command.operands.upperBound {
      throw .tooManyOperands(command, first: operands[command.operands.upperBound])
    }
    jobs = try readJobs()
    format = try readFormat()
    color = try readColor()
    isolation = try readIsolation()
    if let text = self[.shard] {
      shard = Shard(text)
      if shard == nil { throw .badShard(text) }
    }
    if has(.times), !has(.shard) { throw .timesWithoutShard }
  }

  // MARK: Values

  private func readJobs() throws(UsageError) -> Int {
    guard let text = self[.jobs] else { return Verification.coreCount }
    guard let number = Int(text), number > 0, number <= 1024 else { throw .badJobs(text) }
    return number
  }

  private func readFormat() throws(UsageError) -> ReportFormat {
    guard let text = self[.format] else { return .human }
    guard let format = ReportFormat(rawValue: text) else { throw .badFormat(text) }
    return format
  }

  private func readIsolation() throws(UsageError) -> Isolation? {
    guard let text = self[.isolation] else { return nil }
    guard let isolation = Isolation(rawValue: text) else { throw .badIsolation(text) }
    return isolation
  }

  enum Color: String {
    case auto, always, never
  }

  private func readColor() throws(UsageError) -> Color {
    guard let text = self[.color] else { return .auto }
    guard let color = Color(rawValue: text) else { throw .badColor(text) }
    return color
  }

  /// What is to be done with the lessons that are named.
  var courseSettings: CourseSettings {
    var settings = CourseSettings(operands: operands)
    if let output = self[.out] { settings.output = output }
    settings.baseURL = self[.baseURL]
    settings.isStrict = has(.strict)
    settings.runsTwice = has(.twice)
    settings.jobs = jobs
    settings.isolation = isolation
    settings.trusts = has(.trust)
    settings.usesCache = !has(.noCache)
    settings.shard = shard
    settings.times = self[.times]
    return settings
  }
}
