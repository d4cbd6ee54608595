extension Expectation {
  /// Whether a comment's or claim's text starts with a relation; if so, the relation and the
  /// number of UTF-8 units of white space and relation before the value.
  static func relation(startingWith text: Substring) -> (relation: Relation, length: Int)? {
    let trimmed = text.drop { $0 == " " || $0 == "\t" }
    for (spelling, relation) in Relation.spellings where trimmed.hasPrefix(spelling) {
      // Longer runs of such signs are not relations.
      let rest = trimmed.dropFirst(spelling.count)
      if let next = rest.first, Self.signs.contains(next) { return nil }
      let blanks = rest.prefix { $0 == " " || $0 == "\t" }
      return (
        relation, text.utf8.count - trimmed.utf8.count + spelling.utf8.count + blanks.utf8.count
      )
    }
    return nil
  }

  private static let signs = "=<>≈≠≤≥~"

  /// Other signs of equality and order, which keyboards and fonts make easy to take for ours.
  private static let lookalikes = "＝≃≡≅≊≒∼⁓～⩽⩾＜＞≦≧"

  /// The word `check` before a relation, and `~` before a number: neither makes a check.
  private static func strayWord(startingWith text: Substring) -> String? {
    let word = text.prefix(while: \.isLetter)
    if ["check", "checks"].contains(word.lowercased()) {
      let rest = text[word.endIndex...].drop { $0 == ":" || $0 == " " }
      return relation(startingWith: rest) == nil
        ? nil : String(text[..<rest.startIndex]).trimmingBlanks
    }
    guard text.first == "~", text.dropFirst().first == " " else { return nil }
    return WrittenNumber(String(text.dropFirst()).trimmingBlanks) == nil ? nil : "~"
  }

  /// What a comment starts with that looks like a relation and is none, such as `=>` or `≈≈`; nil for
  /// a relation, and for text that starts otherwise. Rulers are text: `====`, `=== Title ===`.
  static func strayRelation(startingWith text: Substring) -> String? {
    guard relation(startingWith: text) == nil else { return nil }
    // Blanks that look like those of the keyboard, and such as are not seen.
    let seen = text.drop {
      $0.isWhitespace || "\u{200B}\u{200C}\u{200D}\u{2060}\u{FEFF}".contains($0)
    }
    if relation(startingWith: seen) != nil {
      return String(text.prefix(upTo: seen.startIndex)) + seen.prefix(1)
    }
    if let first = seen.first, lookalikes.contains(first) { return String(first) }
    if let stray = strayWord(startingWith: seen) { return stray }
    let trimmed = text.trimmingBlanks
    let run = trimmed.prefix { signs.contains($0) || $0 == "!" }
    guard run.count > 1, let first = run.first, !"!~".contains(first) || run.contains("=") else {
      return nil
    }
    if run.allSatisfy({ $0 == first }) {
      let isRuler = run.count > 3 || trimmed.count == run.count || trimmed.hasSuffix("===")
      if run.count > 2, isRuler || first != "=" { return nil }
    }
    return String(run)
  }

  /// Reads what stands after a relation.
  public static func read(
    _ relation: Relation, _ text: String
  ) throws(ExpectationError) -> Expectation {
    let trimmed = text.trimmingBlanks
    guard !trimmed.isEmpty else {
      throw .missingValue(relation)
    }
    var reader = ValueReader(trimmed)
    let value = reader.readValue()
    var tolerance: Tolerance?
    if value?.canBeApproximate == true {
      tolerance = reader.readTolerance()
    }
    reader.skipBlanks()
    // A gap alone says nothing of the value.
    if value == .anything, reader.isAtEnd { throw .unreadable(text: trimmed, relation) }
    if tolerance != nil, relation != .approximately, reader.isAtEnd {
      throw .exactWithTolerance(relation)
    }
    if let value, reader.isAtEnd, allows(relation, value) {
      return Expectation(
        relation: relation, value: value, tolerance: tolerance, text: trimmed,
        labels: reader.labels)
    }
    if relation == .equal || relation == .notEqual {
      return Expectation(relation: relation, value: .text(trimmed), tolerance: nil, text: trimmed)
    }
    throw .unreadable(text: trimmed, relation)
  }

  private static func allows(_ relation: Relation, _ value: ExpectedValue) -> Bool {
    switch relation {
    case .approximately: value.canBeApproximate
    case .equal, .notEqual: true
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      if case .number = value { true } else { false }
    }
  }

  /// Whether brackets are still open, so that the check goes on in the next comment. Those in a string
  /// don't count.
  static func isUnfinished(_ text: String) -> Bool {
    var depth = 0
    var rest = text.unicodeScalars[...]
    while let scalar = rest.first {
      if scalar == "\"", let (_, length) = StringLiteral.read(rest) {
        rest = rest.dropFirst(length)
        continue
      }
      if scalar == "[" || scalar == "(" { depth += 1 }
      if scalar == "]" || scalar == ")" { depth -= 1 }
      rest.removeFirst()
    }
    return depth > 0
  }
}
