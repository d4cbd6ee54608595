import Markup

/// Text of lessons and their programs as a terminal or the log of a build may show it: it is seen, and
/// does nothing.
public enum PlainText {
  /// A text without control characters other than line feeds and tabs, in which no line is a command
  /// for those who read logs: GitHub takes `::error::` at a line's start and `##[error]` anywhere for one,
  /// Azure `##vso[task]`, TeamCity `##teamcity[message]`.
  public static func shown(_ text: some StringProtocol) -> String {
    var scalars = shown(Array(text.unicodeScalars), keeping: ["\n", "\t"])
    var isAtStart = true
    for index in scalars.indices {
      let scalar = scalars[index]
      if isAtStart, scalar == ":", index + 1 < scalars.count, scalars[index + 1] == ":" {
        scalars[index] = "∶"
      }
      isAtStart = scalar == "\n" || isAtStart && scalar.properties.isWhitespace
    }
    return String(scalars: scalars)
  }

  /// A part of a line, one character for each of its own.
  static func shown(
    _ line: [Unicode.Scalar], keeping kept: [Unicode.Scalar] = []
  ) -> [Unicode.Scalar] {
    var shown = line.map { kept.contains($0) ? $0 : ControlCharacters.picture(of: $0) ?? $0 }
    var index = 0
    while index + 1 < shown.count {
      guard shown[index] == "#", shown[index + 1] == "#" else {
        index += 1
        continue
      }
      let word = shown[(index + 2)...].prefix { $0.properties.isAlphabetic }
      if word.endIndex < shown.count, shown[word.endIndex] == "[" { shown[index + 1] = "♯" }
      index += 1
    }
    return shown
  }
}
