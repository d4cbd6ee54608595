/// Claims in code spans and in comments, and the text that must stand beside a comment.
extension LessonReader {
  /// Reads inlines, and notes on each what it claims. The context is what stands before them, their
  /// own block last.
  mutating func readInlines(_ nodes: [Node], context: ArraySlice<Node>) -> [Node] {
    // Most text holds nothing of that, and stays where it is.
    guard nodes.contains(where: \.mayHoldClaims) else { return nodes }
    var read: [Node] = []
    for var node in nodes {
      switch node.kind {
      // A span with a backtick in it quotes a claim without making one.
      case .code(let text, _) where text.holds("≈") && !text.holds("`"):
        if let claim = readClaim(text, in: node) { node.meaning = .claims([claim]) }
      case .htmlInline(let text):
        let found = readComments(text, in: node, context: context)
        if !found.isEmpty {
          let loose = found.filter { !ClaimPlacement(claim: claims[$0]).mark(in: &read) }
          node.meaning = .checkComment(loose: loose)
        }
      case .text(let text) where text.holds("<!--"):
        findings += [unclosedComment(in: node)].compactMap { $0 }
      case .image:
        if node.plainText.trimmingBlanks.isEmpty {
          findings.append(
            FormatFinding(
              .missingAlt, kind: .figure, at: node.range.start, width: 2,
              source: String(file.line(node.range.start.line)),
              message: "this image has no alternative text",
              remedy: "say between the brackets what a reader who cannot see it should know"))
        }
      default: break
      }
      node.children = readInlines(node.children, context: context)
      read.append(node)
    }
    return read
  }

  /// A code span `expression ≈ value`; its index among the claims, unless it can't be read.
  private mutating func readClaim(_ text: String, in node: Node) -> Int? {
    guard let sign = text.range(of: "≈") else { return nil }
    return addClaim(
      String(text[..<sign.lowerBound]), .approximately, String(text[sign.upperBound...]),
      in: node, form: .codeSpan, text: text)
  }

  /// Comments `<!-- check: expression ≈ value -->`; the indices of their claims.
  mutating func readComments(_ html: String, in node: Node, context: ArraySlice<Node>) -> [Int] {
    var found: [Int] = []
    for body in RawHTML.comments(in: html).bodies.map(\.trimmingBlanks) {
      guard let claim = Self.claim(inComment: body) else {
        if let word = Self.misspeltCheck(body) {
          reportClaim(
            node, text: word,
            message: "nothing is checked in a comment that begins with `\(word)`",
            remedy: "write `<!-- check: expression ≈ value -->`")
        }
        continue
      }
      guard let (relation, range) = Self.lastRelation(in: claim) else {
        reportClaim(
          node, text: claim, message: "no relation stands in this check comment",
          remedy: "write `<!-- check: expression ≈ value -->`")
        continue
      }
      let value = String(claim[range.upperBound...]).trimmingBlanks
      let index = addClaim(
        String(claim[..<range.lowerBound]), relation, value, in: node, form: .comment, text: claim)
      if let index {
        requireText(of: claims[index], in: context)
        found.append(index)
      }
    }
    return found
  }

  /// What a check comment claims; nil for an ordinary comment. One that begins with the word and
  /// holds a relation is a check, however the word is cased and whether a colon follows or not.
  static func claim(inComment body: String) -> String? {
    let body = body.drop { $0.isWhitespace || $0 == "-" || $0 == "\u{200B}" || $0 == "\u{FEFF}" }
    let word = body.prefix { $0.isLetter }
    guard ["check", "checks"].contains(word.lowercased()) else { return nil }
    let rest = String(body.dropFirst(word.count)).trimmingBlanks
    if word == "check", rest.hasPrefix(":") { return String(rest.dropFirst()).trimmingBlanks }
    let claim = rest.hasPrefix(":") ? String(rest.dropFirst()).trimmingBlanks : rest
    return lastRelation(in: claim) == nil ? nil : claim
  }

  /// The word with a colon that begins a comment with a claim, if it is almost the one of a check.
  static func misspeltCheck(_ body: String) -> String? {
    let word = body.drop { !$0.isLetter }.prefix { $0.isLetter }
    guard word.count > 3, body[word.endIndex...].trimmingBlanks.hasPrefix(":"), body.contains("≈"),
      ["check", "checks", "checked"].contains(where: {
        Spelling.edits(from: String(word), to: $0) <= 1
      })
    else { return nil }
    return String(word)
  }

  /// The last relation in a claim's text, between blanks and outside strings.
  static func lastRelation(in text: String) -> (Relation, Range<String.Index>)? {
    var best: (Relation, Range<String.Index>)?
    let scalars = text.unicodeScalars
    var index = scalars.startIndex
    while index < scalars.endIndex {
      if scalars[index] == "\"", let (_, length) = StringLiteral.read(scalars[index...]) {
        index = scalars.index(index, offsetBy: length)
        continue
      }
      if scalars[index] == " " {
        for (spelling, relation) in Relation.spellings
        where scalars[index...].starts(with: " \(spelling) ".unicodeScalars) {
          let end = scalars.index(index, offsetBy: spelling.unicodeScalars.count + 2)
          best = (relation, index..<end)
          break
        }
      }
      index = scalars.index(after: index)
    }
    return best
  }

  /// Adds a claim, and returns its index; nil, with a finding, for one that can't be read.
  private mutating func addClaim(
    _ expression: String, _ relation: Relation, _ value: String, in node: Node, form: Claim.Form,
    text: String
  ) -> Int? {
    let trimmed = expression.trimmingBlanks
    guard !trimmed.isEmpty else {
      reportClaim(
        node, text: text, message: "no expression stands before `\(relation.rawValue)`",
        remedy: "write a Swift expression there, or use plain text instead of a code span")
      return nil
    }
    do throws(ExpectationError) {
      let expectation = try Expectation.read(relation, value)
      let place = find(trimmed, in: node) ?? node.range.start
      if let (name, _) = ReservedNames.find(in: trimmed).first {
        findings.append(reservedName(name, .claim, at: place))
      }
      let valuePlace = find(expectation.text, in: node, last: true) ?? place
      let syntax = syntax.syntax(of: trimmed)
      claims.append(
        Claim(
          index: claims.count, expectation: expectation, expression: trimmed,
          expressionPosition: place, position: valuePlace,
          width: max(1, expectation.text.unicodeScalars.count), afterBlock: blocks.last?.index,
          form: form,
          isSound: syntax.lastExpression == CodeSpan(start: 0, end: trimmed.utf8.count),
          literals: syntax.literals))
      return claims.count - 1
    } catch {
      reportClaim(node, text: value.trimmingBlanks, message: error.message, remedy: error.remedy)
      return nil
    }
  }

  mutating func reportClaim(_ node: Node, text: String, message: String, remedy: String) {
    let place = find(text, in: node) ?? node.range.start
    findings.append(
      FormatFinding(
        .badCheck, kind: .claim, at: place, width: max(1, text.unicodeScalars.count),
        source: String(file.line(place.line)), message: message, remedy: remedy))
  }

  /// Where a text that stands on one line is written in a node's source.
  mutating func find(_ text: String, in node: Node, last: Bool = false) -> SourcePosition? {
    guard !text.isEmpty else { return nil }
    let lines = node.range.start.line...max(node.range.start.line, node.range.end.line)
    for number in last ? Array(lines.reversed()) : Array(lines) {
      let from = number == node.range.start.line ? node.range.start.column - 1 : 0
      let to = number == node.range.end.line ? node.range.end.column - 1 : Int.max
      let stretch = stretch(ofLine: number, from: from, to: to)
      if let range = stretch.range(of: text, last: last) {
        let offset = stretch[..<range.lowerBound].unicodeScalars.count
        return SourcePosition(line: number, column: from + offset + 1)
      }
    }
    return nil
  }

  mutating func stretch(ofLine number: Int, from: Int, to: Int) -> String {
    if let last = lastStretch, last.number == number, last.from == from, last.to == to {
      return last.text
    }
    let line = file.line(number)
    // Where each character is one byte, its place is known without counting.
    let text =
      line.utf8.allSatisfy { $0 < 0x80 }
      ? String(decoding: line.utf8.prefix(min(to, line.utf8.count)).dropFirst(from), as: UTF8.self)
      : String(line.unicodeScalars.prefix(to).dropFirst(from))
    lastStretch = (number, from, to, text)
    return text
  }

  // MARK: The text beside a check comment

  /// The text of a node; of the one that was asked for last it is known, since many comments may follow one.
  private mutating func writtenText(of node: Node) -> String {
    if let lastWritten, lastWritten.node == node.range { return lastWritten.text }
    let text = WrittenText.of(node)
    lastWritten = (node.range, text)
    return text
  }

  mutating func requireText(of claim: Claim, in context: ArraySlice<Node>) {
    let before = context.last { node in
      if case .htmlBlock(let text) = node.kind {
        !text.trimmingBlanks.hasPrefix("<!--")
      } else {
        true
      }
    }
    let text = before.map { writtenText(of: $0) } ?? ""
    for number in WrittenText.numbers(in: claim.expectation.value)
    where WrittenText.lastPlace(of: number, in: text) == nil {
      findings.append(
        FormatFinding(
          .checkTextMissing, kind: .claim, at: claim.position, width: claim.width,
          source: String(file.line(claim.position.line)),
          message: "`\(number)` does not stand in the paragraph, formula or table before this "
            + "check",
          remedy: "write the number there as it stands here, or move the comment behind it"))
    }
  }
}

extension Node {
  /// Whether there is something in an inline, or below it, that ``LessonReader/readInlines(_:context:)`` looks at.
  fileprivate var mayHoldClaims: Bool {
    switch kind {
    case .code(let text, _): text.holds("≈")
    case .text(let text): text.holds("<!--")
    case .htmlInline, .image: true
    default: children.contains(where: \.mayHoldClaims)
    }
  }
}
