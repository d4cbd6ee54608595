import SwiftParser
import SwiftSyntax

/// Reads the checks of a block of Swift, and its last bare expression.
struct CheckReader {
  struct Reading {
    var checks: [Check] = []
    var shownExpression: CodeSpan?
    var problems: [FormatFinding] = []
  }

  /// A trailing or free-standing line comment.
  private struct Comment {
    /// From `//` to the end of the line, in UTF-8 offsets.
    var span: CodeSpan
    /// What stands after `//`.
    var text: String
    /// The token that it trails; nil when it stands on a line of its own.
    var token: TokenSyntax?
  }

  private let map: CodeMap
  private let tree: SourceFileSyntax
  private var reading = Reading()

  static func read(_ code: String, map: CodeMap) -> Reading {
    var reader = CheckReader(map: map, tree: Parser.parse(source: code))
    reader.readChecks()
    reader.findShownExpression()
    return reader.reading
  }

  private init(map: CodeMap, tree: SourceFileSyntax) {
    self.map = map
    self.tree = tree
  }

  // MARK: Checks

  private mutating func readChecks() {
    let comments = findComments()
    var next = 0
    while next < comments.count {
      let comment = comments[next]
      next += 1
      guard let (relation, length) = Expectation.relation(startingWith: Substring(comment.text))
      else { continue }
      var text = String(comment.text.utf8.dropFirst(length)) ?? ""
      var spans = [comment.span]
      while Expectation.isUnfinished(text), next < comments.count, comments[next].token == nil,
        map.line(at: comments[next].span.start) == map.line(at: spans[spans.count - 1].start) + 1
      {
        text += " " + comments[next].text.trimmingBlanks
        spans.append(comments[next].span)
        next += 1
      }
      addCheck(relation, text, comment, spans, valueOffset: comment.span.start + 2 + length)
    }
  }

  private mutating func addCheck(
    _ relation: Relation, _ text: String, _ comment: Comment, _ spans: [CodeSpan], valueOffset: Int
  ) {
    let position = map.position(at: valueOffset)
    let firstSpan = spans[0]
    let width = max(
      1, map.position(at: firstSpan.end).column - position.column - trailingBlanks(comment.text))
    func report(_ message: String, _ remedy: String, at position: SourcePosition, width: Int) {
      reading.problems.append(
        FormatFinding(
          .badCheck, kind: .value, at: position, width: width,
          source: map.lineText(at: comment.span.start), message: message, remedy: remedy))
    }
    let start = map.position(at: comment.span.start)
    guard let token = comment.token, let item = statement(endingWith: token) else {
      report(
        comment.token == nil
          ? "this check stands on a line of its own, so there is no value before it"
          : "no statement ends before this check, so there is no value to compare",
        "put the check behind the last line of an expression or assignment, or reword the "
          + "comment so that it does not start with a relation",
        at: start, width: start.column + width > position.column ? width : 1)
      return
    }
    guard let (subject, source) = subject(of: item) else {
      report(
        "the statement before this check has no single value",
        "check an expression, one variable or one assignment, or reword the comment so that it "
          + "does not start with a relation",
        at: start, width: width)
      return
    }
    do throws(ExpectationError) {
      let expectation = try Expectation.read(relation, text)
      reading.checks.append(
        Check(
          index: reading.checks.count, expectation: expectation, comments: spans, subject: subject,
          source: source, position: position, width: width))
    } catch {
      report(error.message, error.remedy, at: position, width: width)
    }
  }

  private func trailingBlanks(_ text: String) -> Int {
    text.reversed().prefix { $0 == " " || $0 == "\t" }.count
  }

  private func findComments() -> [Comment] {
    var comments: [Comment] = []
    for token in tree.tokens(viewMode: .sourceAccurate) {
      func collect(_ trivia: Trivia, from start: Int, trailing: Bool) {
        guard trivia.pieces.contains(where: { if case .lineComment = $0 { true } else { false } })
        else { return }
        var offset = start
        for piece in trivia.pieces {
          let length = piece.sourceLength.utf8Length
          if case .lineComment(let text) = piece {
            comments.append(
              Comment(
                span: CodeSpan(start: offset, end: offset + length),
                text: String(text.dropFirst(2)),
                token: trailing ? token : nil))
          }
          offset += length
        }
      }
      collect(token.leadingTrivia, from: token.position.utf8Offset, trailing: false)
      collect(
        token.trailingTrivia, from: token.endPositionBeforeTrailingTrivia.utf8Offset, trailing: true
      )
    }
    return comments
  }

  /// The innermost statement whose last token this is.
  private func statement(endingWith token: TokenSyntax) -> CodeBlockItemSyntax? {
    var node = token.parent
    while let current = node {
      guard current.lastToken(viewMode: .sourceAccurate) == token else { return nil }
      if let item = current.as(CodeBlockItemSyntax.self) { return item }
      node = current.parent
    }
    return nil
  }

  private func subject(of item: CodeBlockItemSyntax) -> (Check.Subject, String)? {
    switch item.item {
    case .expr(let expression):
      return subject(of: expression)
    case .decl(let declaration):
      guard let variable = declaration.as(VariableDeclSyntax.self), variable.bindings.count == 1,
        let binding = variable.bindings.first, binding.initializer != nil
      else { return nil }
      return (
        .variable(binding.pattern.trimmedDescription, after: end(of: declaration)),
        source(of: declaration)
      )
    case .stmt(let statement):
      guard let result = statement.as(ReturnStmtSyntax.self), let expression = result.expression
      else { return nil }
      return (.expression(span(of: expression)), source(of: expression))
    @unknown default:
      return nil
    }
  }

  private func subject(of expression: ExprSyntax) -> (Check.Subject, String)? {
    if expression.is(IfExprSyntax.self) || expression.is(SwitchExprSyntax.self) { return nil }
    guard let target = assignmentTarget(of: expression) else {
      return (.expression(span(of: expression)), source(of: expression))
    }
    if target.is(DiscardAssignmentExprSyntax.self) {
      guard let sequence = expression.as(SequenceExprSyntax.self),
        let first = sequence.elements.dropFirst(2).first
      else { return nil }
      let value = CodeSpan(
        start: first.positionAfterSkippingLeadingTrivia.utf8Offset, end: end(of: expression))
      return (.expression(value), source(of: expression))
    }
    return (
      .variable(target.trimmedDescription, after: end(of: expression)), source(of: expression)
    )
  }

  /// The left side of an assignment such as `w -= η * slope`; nil for any other expression.
  private func assignmentTarget(of expression: ExprSyntax) -> ExprSyntax? {
    guard let sequence = expression.as(SequenceExprSyntax.self), sequence.elements.count >= 3,
      let target = sequence.elements.first
    else { return nil }
    let second = sequence.elements[sequence.elements.index(after: sequence.elements.startIndex)]
    if second.is(AssignmentExprSyntax.self) { return target }
    guard let binary = second.as(BinaryOperatorExprSyntax.self) else { return nil }
    let spelling = binary.operator.text
    let comparisons: Set = ["==", "!=", "<=", ">=", "===", "!==", "~="]
    return spelling.hasSuffix("=") && !comparisons.contains(spelling) ? target : nil
  }

  // MARK: The shown expression

  private mutating func findShownExpression() {
    guard let item = tree.statements.last, case .expr(let expression) = item.item,
      !expression.is(IfExprSyntax.self), !expression.is(SwitchExprSyntax.self),
      assignmentTarget(of: expression) == nil, !tree.hasError
    else { return }
    let whole = span(of: expression)
    let isChecked = reading.checks.contains { check in
      if case .expression(let span) = check.subject { span == whole } else { false }
    }
    if !isChecked { reading.shownExpression = whole }
  }

  // MARK: Places

  private func span(of node: some SyntaxProtocol) -> CodeSpan {
    CodeSpan(start: node.positionAfterSkippingLeadingTrivia.utf8Offset, end: end(of: node))
  }

  private func end(of node: some SyntaxProtocol) -> Int {
    node.endPositionBeforeTrailingTrivia.utf8Offset
  }

  /// The source as one line.
  private func source(of node: some SyntaxProtocol) -> String {
    node.trimmedDescription.split(whereSeparator: \.isNewline)
      .map { line in
        // A comment inside ends with its line and says nothing about the value.
        let code = line.range(ofComment: "//").map { line[..<$0] } ?? line[...]
        return code.trimmingBlanks
      }
      .filter { !$0.isEmpty }.joined(separator: " ")
  }
}

extension Substring {
  /// Where a comment starts, outside string literals.
  fileprivate func range(ofComment marker: String) -> Index? {
    var inString = false
    var index = startIndex
    while index < endIndex {
      let character = self[index]
      if character == "\"" { inString.toggle() }
      if !inString, self[index...].hasPrefix(marker) { return index }
      index = self.index(after: index)
    }
    return nil
  }
}
