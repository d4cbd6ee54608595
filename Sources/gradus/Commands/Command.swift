/// Something that gradus can be asked to do: one declaration holds its words, its options and its
/// work. Each stands in a file of its own.
struct Command: Sendable {
  let name: String
  /// One line for the list of commands.
  let summary: String
  let usage: String
  let discussion: String
  /// The options that it takes in addition to the common ones.
  var options: [Option] = []
  /// How many operands it takes.
  let operands: ClosedRange<Int>
  /// Does the work.
  let run: @Sendable (Arguments, Terminal) throws(CommandFailure) -> ExitStatus

  /// All commands, in the order of `gradus --help`.
  static let all: [Command] = [
    .build, .verify, .merge, .accept, .new, .tangle, .html, .explain, .doctor, .clean,
  ]

  static func named(_ name: String) -> Command? { all.first { $0.name == name } }
}
