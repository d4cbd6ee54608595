/// What is wrong, and what to do about it.
struct Words {
  var message: String
  var remedy: String
}

extension UsageError {
  /// The error in words.
  var words: Words {
    switch self {
    case .unknownCommand(let word, let nearest):
      Words(
        message: "`\(word)` is not a command of gradus",
        remedy: nearest.map { "did you mean `gradus \($0)`?" } ?? "gradus --help lists them")
    case .unknownOption(let word, let nearest):
      Words(
        message: "`\(word)` is not an option of gradus",
        remedy: nearest.map { "did you mean `\($0)`?" } ?? "gradus --help lists them")
    case .noCommand:
      Words(message: "no command is named", remedy: "gradus --help lists them")
    case .takesNoValue(let option):
      Words(message: "`\(option)` takes no value", remedy: "write `\(option)` alone")
    case .needsValue(let option, let placeholder):
      Words(message: "`\(option)` needs a value", remedy: "write `\(option) \(placeholder)`")
    case .notTaken(let option, let command):
      Words(
        message: "`gradus \(command.name)` takes no `\(option.rawValue)`",
        remedy: "usage: \(command.usage)")
    case .tooFewOperands(let command):
      Words(
        message: "`gradus \(command.name)` needs more than that",
        remedy: "usage: \(command.usage)")
    case .tooManyOperands(let command, let first):
      Words(
        message: "`gradus \(command.name)` does not know what to do with `\(first)`",
        remedy: "usage: \(command.usage)")
    case .badJobs(let text):
      Words(
        message: "`\(text)` is not a number of jobs", remedy: "write a number from 1 to 1024")
    case .badFormat(let text):
      Words(
        message: "`\(text)` is not a format of a report",
        remedy: "write human, json, junit or github")
    case .badColor(let text):
      Words(
        message: "`\(text)` does not say when there is colour",
        remedy: "write auto, always or never")
    case .badIsolation(let text):
      Words(
        message: "`\(text)` is no way to keep lessons from the rest of the machine",
        remedy: "write bubblewrap, landlock or none")
    case .badShard(let text):
      Words(
        message: "`\(text)` is not a shard", remedy: "write `--shard 2/3` for the second of three")
    case .timesWithoutShard:
      Words(
        message: "`--times` says how to split, and nothing is split", remedy: "add `--shard I/N`")
    }
  }
}
