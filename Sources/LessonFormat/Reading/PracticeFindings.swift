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
      let marker = ["quiz", "predict", "card"].first(where: {
        first.lowercased().hasPrefix("[!\($0)]")
      }),
      let place = line.lowercased().range(of: "[!\(marker)]")
    else { return nil }
    let behind = line.lowercased()[place.upperBound...].trimmingBlanks
    let hasTextBehind = marker != "card" && !behind.isEmpty
    let name = marker == "predict" ? "prediction" : marker
    return .quiz(
      at: quote.range.start, in: file,
      message: hasTextBehind
        ? "text stands on the line of `[!\(marker.uppercased())]`, so that this is a plain quote"
        : "this \(name) holds nothing that can be asked, so that it is a plain quote",
      remedy: hasTextBehind
        ? "leave the marker alone on its line, and begin the question on the next"
        : "write the question below the line `[!\(marker.uppercased())]`; a heading is not a question"
    )
  }
}
