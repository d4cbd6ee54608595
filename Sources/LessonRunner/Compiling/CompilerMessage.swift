/// One thing that the compiler said, at a place it named.
package struct CompilerMessage: Hashable, Sendable {
  /// How serious it is, by the compiler's own words.
  package enum Severity: String, Sendable { case error, warning, note, remark }

  var severity: Severity
  /// Counted from 1.
  package var line: Int
  /// Counted in UTF-8 from 1, as the compiler does.
  package var column: Int
  var text: String

  /// Reads the messages about one file from the compiler's output; others are passed over.
  package static func read(_ output: String, file: String) -> [CompilerMessage] {
    let prefix = file + ":"
    var messages: [CompilerMessage] = []
    for line in output.split(separator: "\n") where line.hasPrefix(prefix) {
      let fields = line.dropFirst(prefix.count).split(
        separator: ":", maxSplits: 3, omittingEmptySubsequences: false)
      guard fields.count == 4, let number = Int(fields[0]), let column = Int(fields[1]),
        let severity = Severity(rawValue: fields[2].filter { $0 != " " })
      else { continue }
      messages.append(
        CompilerMessage(
          severity: severity, line: number, column: column,
          text: String(fields[3].drop { $0 == " " })))
    }
    return messages
  }
}
