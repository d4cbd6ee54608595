/// What `--help` prints.
enum Help {
  /// `gradus help` and `gradus help COMMAND` are other words for `--help`.
  static let command = "help"

  static func text(for command: Command?) -> String {
    guard let command else { return overview }
    return """
      \(command.summary.prefix(1).uppercased())\(command.summary.dropFirst()).

      usage: \(command.usage)

      \(wrapped(command.discussion))

      options:
      \(list(command.options + Option.common))

      """
  }

  private static var overview: String {
    let width = Command.all.map(\.name.count).max() ?? 0
    let commands = Command.all.map { command in
      "  \(padded(command.name, width))  \(command.summary)"
    }.joined(separator: "\n")
    return """
      gradus runs the Swift in a course's lessons, checks everything the text claims against what
      the code computed, and makes a site of it.

      usage: gradus COMMAND [OPTIONS]

      commands:
      \(commands)

      options that every command takes:
      \(list(Option.common))

      gradus COMMAND --help says more, and so does gradus help COMMAND. Exit status: 0 all holds,
      1 something failed, 2 wrong usage, 3 something needed is missing on this machine.

      """
  }

  private static func list(_ options: [Option]) -> String {
    let names = options.map { option in
      (option.letter.map { "-\($0), " } ?? "    ") + option.rawValue
        + (option.value.map { " \($0)" } ?? "")
    }
    let width = names.map(\.count).max() ?? 0
    return zip(names, options).map { "  \(padded($0, width))  \($1.summary)" }
      .joined(separator: "\n")
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  static func wrapped(_ text: String) -> String {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if line.count + word.count + 1 > 90 {
        lines.append(line)
        line = ""
      }
      line += line.isEmpty ? String(word) : " \(word)"
    }
    return (lines + [line]).joined(separator: "\n")
  }
}
