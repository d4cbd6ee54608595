/// Reads a flash card from its alert, and says what is wrong with it.
enum CardReader {
  /// - Parameter index: The place that the card gets among those of the lesson.
  /// - Returns: The card, or the findings that keep it from being one.
  static func read(
    _ node: Node, index: Int, file: SourceFile
  ) -> (card: Card?, findings: [FormatFinding]) {
    var findings: [FormatFinding] = []
    func report(_ line: Int, _ message: String, _ remedy: String) {
      let column = line == node.range.start.line ? node.range.start.column : 1
      findings.append(
        .quiz(
          at: SourcePosition(line: line, column: column), in: file, message: message,
          remedy: remedy))
    }
    let start = node.range.start.line
    let behindMarker = textBehindMarker(file.line(start))
    let firstLine = firstLine(of: node.children)
    let isHeadInText = behindMarker.isEmpty && CardHead.isHead(firstLine)
    let head = CardHead(isHeadInText ? firstLine : behindMarker)
    let headLine = isHeadInText ? node.children.first?.range.start.line ?? start : start
    let remedy = "write `topic: momentum, difficulty: 2` behind `[!CARD]` or on the line below it"
    if !head.stray.isEmpty {
      report(
        headLine, "`\(head.stray)` is neither the card's topic nor its difficulty or id", remedy)
    }
    if head.topic?.isEmpty ?? true { report(headLine, "this card names no topic", remedy) }
    if let difficulty = head.difficulty, !difficulty.isEmpty {
      if difficulty.contains(where: \.isWhitespace) {
        report(headLine, "`\(difficulty)` is not a difficulty", "give a number or one word")
      }
    } else {
      report(headLine, "this card names no difficulty", remedy)
    }
    if let id = head.id, !isIdentifier(id) {
      report(
        headLine, id.isEmpty ? "this card's id is empty" : "`\(id)` can't be the id of a card",
        "write letters, digits, `-`, `_` and `.` behind `id:`, such as `id: lookahead`")
    }
    let card = Card(
      index: index, range: node.range, head: head, isHeadInText: isHeadInText,
      blocks: node.children)
    if card.question.allSatisfy(QuizParts.isComment) {
      report(start, "this card asks nothing", "write the question before the rule, `---`")
    }
    if !node.children.contains(where: { $0.kind == .thematicBreak }) {
      report(
        start, "this card has no rule between question and answer",
        "write `---` on a line of its own between the two")
    } else if card.answer.allSatisfy(QuizParts.isComment) {
      report(start, "this card has no answer", "write the answer behind the rule, `---`")
    }
    return (findings.isEmpty ? card : nil, findings)
  }

  private static func isIdentifier(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { $0.isAlphanumeric || [0x2D, 0x5F, 0x2E].contains($0) }
  }

  /// What stands behind `[!CARD]` on its line.
  private static func textBehindMarker(_ line: Substring) -> String {
    guard let marker = line.lowercased().range(of: "[!card]") else { return "" }
    let offset = line.lowercased()[..<marker.upperBound].utf8.count
    return String(decoding: Array(line.utf8)[offset...], as: UTF8.self).trimmingBlanks
  }

  private static func firstLine(of blocks: [Node]) -> String {
    guard let first = blocks.first, first.kind == .paragraph else { return "" }
    return Inlines.firstLine(first.children).line.map(\.plainText).joined()
  }
}
