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

  /// A quote that starts like a quiz, a prediction, a hint or a card without being one, which no one
  /// would notice; nil for other quotes.
  static func quizOrCardMissed(_ quote: Node, in file: SourceFile) -> FormatFinding? {
    let line = file.line(quote.range.start.line)
    guard quote.kind == .blockQuote, let first = quote.children.first?.plainText,
      first.hasPrefix("[!"), let end = first.firstIndex(of: "]"),
      let place = line.range(of: first[..<end] + "]"), !line[..<place.lowerBound].hasSuffix("\\")
    else { return nil }
    let word = first[..<end].dropFirst(2).lowercased()
    let markers = ["quiz", "predict", "hint", "card"]
    if let marker = markers.first(where: { $0 == word }) {
      let hasTextBehind = marker != "card" && !line[place.upperBound...].trimmingBlanks.isEmpty
      let name = marker == "predict" ? "prediction" : marker
      return .quiz(
        at: quote.range.start, in: file,
        message: hasTextBehind
          ? "text stands on the line of `[!\(marker.uppercased())]`, so that this is a plain quote"
          : "this \(name) holds nothing that can be \(marker == "hint" ? "shown" : "asked"), so that it is a plain quote",
        remedy: hasTextBehind
          ? "leave the marker alone on its line, and begin what it marks on the next"
          : "write its text below the line `[!\(marker.uppercased())]`; a heading is none")
    }
    let isOther = Node.Alert(rawValue: word) != nil || word.count < 3
    guard !isOther,
      let meant = markers.first(where: { word.hasPrefix($0) || $0.hasPrefix(word) })
        ?? Spelling.nearest(to: word, among: markers)
    else { return nil }
    return .quiz(
      at: quote.range.start, in: file,
      message: "`[!\(word.uppercased())]` marks nothing, so that this is a plain quote",
      remedy: "write `[!\(meant.uppercased())]`")
  }

  /// A comment that was meant to end what a prediction covers; nil for any other.
  static func missedEndOfPrediction(
    _ html: String, _ node: Node, after nodes: ArraySlice<Node>, in file: SourceFile
  ) -> FormatFinding? {
    let text = html.trimmingBlanks
    guard text.hasPrefix("<!--"), nodes.contains(where: { $0.kind == .alert(.predict) }) else {
      return nil
    }
    let comment = text.dropFirst(4)
    let word = comment.drop { !$0.isLetter && $0 != "-" }.prefix(while: \.isLetter).lowercased()
    guard Spelling.edits(from: word, to: "revealed") <= 2 else { return nil }
    if node.endsPrediction { return nil }
    return .quiz(
      at: node.range.start, in: file,
      message: "this comment ends no prediction, so that what follows stays covered",
      remedy: "write `<!-- revealed -->`, alone on its line")
  }
}

extension Node {
  /// Whether it is `<!-- revealed -->`, up to which a prediction covers what follows it.
  package var endsPrediction: Bool {
    guard case .htmlBlock(let html) = kind else { return false }
    return html.filter { !$0.isWhitespace }.lowercased() == "<!--revealed-->"
  }
}
