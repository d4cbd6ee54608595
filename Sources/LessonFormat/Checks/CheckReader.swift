/// Reads the checks of a block of Swift, and its last bare expression.
struct CheckReader {
  struct Reading {
    var checks: [Check] = []
    var shownExpression: CodeSpan?
    var problems: [FormatFinding] = []
  }

  private let map: CodeMap
  private let syntax: BlockSyntax
  private var reading = Reading()

  /// Reads a block. `map` says where its code stands in the file.
  static func read(_ syntax: BlockSyntax, map: CodeMap) -> Reading {
    var reader = CheckReader(map: map, syntax: syntax)
    reader.readChecks()
    let isChecked = reader.reading.checks.contains { check in
      if case .expression(let span) = check.subject { span == syntax.lastExpression } else { false }
    }
    if !isChecked { reader.reading.shownExpression = syntax.lastExpression }
    return reader.reading
  }

  private init(map: CodeMap, syntax: BlockSyntax) {
    self.map = map
    self.syntax = syntax
  }

  private mutating func readChecks() {
    let comments = syntax.comments
    var next = 0
    while next < comments.count {
      let comment = comments[next]
      next += 1
      guard !comment.isBlock else {
        readBlockComment(comment)
        continue
      }
      guard let (relation, length) = Expectation.relation(startingWith: Substring(comment.text))
      else {
        if let stray = Expectation.strayRelation(startingWith: Substring(comment.text)) {
          report(stray, in: comment)
        }
        continue
      }
      var text = String(comment.text.utf8.dropFirst(length)) ?? ""
      var spans = [comment.span]
      while Expectation.isUnfinished(text), next < comments.count, !comments[next].isTrailing,
        !comments[next].isBlock,
        map.line(at: comments[next].span.start) == map.line(at: spans[spans.count - 1].start) + 1
      {
        text += " " + comments[next].text.trimmingBlanks
        spans.append(comments[next].span)
        next += 1
      }
      addCheck(relation, text, comment, spans, valueOffset: comment.span.start + 2 + length)
    }
  }

  /// A comment of another kind behind a value must not be passed over in silence.
  private mutating func readBlockComment(_ comment: BlockSyntax.Comment) {
    let text = comment.text.trimmingBlanks
    guard comment.statement != nil, Expectation.relation(startingWith: text[...]) != nil else {
      return
    }
    report(
      comment, message: "a comment between `/*` and `*/` checks nothing",
      remedy: "write the check at the end of the line, as `// \(text)`")
  }

  /// What looks like a relation and is none must not be passed over in silence.
  private mutating func report(_ stray: String, in comment: BlockSyntax.Comment) {
    report(
      comment, message: "`\(stray)` is not a relation, so this comment checks nothing",
      remedy:
        "the relations are `≈`, `=`, `≠`, `<`, `≤`, `>` and `≥`; an ordinary comment starts "
        + "with something else")
  }

  private mutating func report(_ comment: BlockSyntax.Comment, message: String, remedy: String) {
    let start = map.position(at: comment.span.start)
    reading.problems.append(
      FormatFinding(
        .badCheck, kind: .value, at: start,
        width: max(1, map.position(at: comment.span.end).column - start.column),
        source: map.lineText(at: comment.span.start), message: message, remedy: remedy))
  }

  private mutating func addCheck(
    _ relation: Relation, _ text: String, _ comment: BlockSyntax.Comment, _ spans: [CodeSpan],
    valueOffset: Int
  ) {
    let position = map.position(at: valueOffset)
    let width = max(
      1, map.position(at: spans[0].end).column - position.column - trailingBlanks(comment.text))
    func report(_ message: String, _ remedy: String, at position: SourcePosition, width: Int) {
      reading.problems.append(
        FormatFinding(
          .badCheck, kind: .value, at: position, width: width,
          source: map.lineText(at: comment.span.start), message: message, remedy: remedy))
    }
    let start = map.position(at: comment.span.start)
    guard let statement = comment.statement else {
      return report(
        comment.isTrailing
          ? "no statement ends before this check, so there is no value to compare"
          : "this check stands on a line of its own, so there is no value before it",
        "put the check behind the last line of an expression or assignment, or reword the "
          + "comment so that it does not start with a relation",
        at: start, width: width)
    }
    guard let subject = statement.subject else {
      return report(
        "the statement before this check has no single value",
        "check an expression, one variable or one assignment, or reword the comment so that it "
          + "does not start with a relation",
        at: start, width: width)
    }
    do throws(ExpectationError) {
      let expectation = try Expectation.read(relation, text)
      reading.checks.append(
        Check(
          index: reading.checks.count, expectation: expectation, comments: spans, subject: subject,
          source: statement.source, position: position, width: width))
    } catch {
      report(error.message, error.remedy, at: position, width: width)
    }
  }

  private func trailingBlanks(_ text: String) -> Int {
    text.reversed().prefix { $0 == " " || $0 == "\t" }.count
  }
}
