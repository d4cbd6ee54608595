extension FormatFinding {
  /// Something wrong with a quiz or a card: what is underlined goes to the end of the line.
  static func quiz(
    at position: SourcePosition, width: Int? = nil, in file: SourceFile, message: String,
    remedy: String
  ) -> FormatFinding {
    let line = file.line(position.line)
    return FormatFinding(
      .quizInvalid, kind: .quiz, at: position,
      width: width ?? max(1, line.unicodeScalars.count - position.column + 1),
      source: String(line), message: message, remedy: remedy)
  }

  /// A quote that starts like a quiz or a card without being one, which no one would notice; nil for
  /// other quotes.
  static func quizOrCardMissed(_ quote: Node, in file: SourceFile) -> FormatFinding? {
    let line = file.line(quote.range.start.line)
    guard quote.kind == .blockQuote, let first = quote.children.first?.plainText,
      let name = ["quiz", "card"].first(where: { first.lowercased().hasPrefix("[!\($0)]") }),
      let marker = line.lowercased().range(of: "[!\(name)]")
    else { return nil }
    let behind = line.lowercased()[marker.upperBound...].trimmingBlanks
    let isQuizWithText = name == "quiz" && !behind.isEmpty
    return .quiz(
      at: quote.range.start, in: file,
      message: isQuizWithText
        ? "text stands on the line of `[!QUIZ]`, so that this is a plain quote"
        : "this \(name) holds nothing that can be asked, so that it is a plain quote",
      remedy: isQuizWithText
        ? "leave the marker alone on its line, and begin the question on the next"
        : "write the question below the line `[!\(name.uppercased())]`; a heading is not a question"
    )
  }
}
