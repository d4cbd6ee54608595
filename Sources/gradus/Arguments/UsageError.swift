/// Why the command line can't be read.
enum UsageError: Error {
  case unknownCommand(String, nearest: String?)
  case unknownOption(String, nearest: String?)
  case noCommand
  /// A value is given to an option that takes none.
  case takesNoValue(option: String)
  /// An option lacks its value, which is called so in the help.
  case needsValue(option: String, placeholder: String)
  /// A command does not take an option.
  case notTaken(Option, by: Command)
  case tooFewOperands(Command)
  case tooManyOperands(Command, first: String)
  case badJobs(String)
  case badFormat(String)
  case badColor(String)
  case badIsolation(String)
  case badShard(String)
  case timesWithoutShard
}
