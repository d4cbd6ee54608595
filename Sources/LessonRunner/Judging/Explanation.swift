import LessonFormat

/// Words for a mismatch, and what may have caused it.
enum Explanation {
  static func mismatch(_ source: String, _ expectation: Expectation, actual: ComputedValue)
    -> String
  {
    if let kind = missingKind(expectation, actual) { return "`\(source)` is not \(kind)" }
    if let shapes = shapes(expectation, actual), shapes.expected != shapes.actual {
      return "`\(source)` has the shape \(shapes.actual), and the lesson says \(shapes.expected)"
    }
    guard expectation.text.unicodeScalars.count <= 60 else {
      return "`\(source)` is not \(expectation.relation.rawValue) what the lesson says"
    }
    return "`\(source)` is not \(expectation.relation.rawValue) \(expectation.text)"
  }

  /// What the relation asks of a value and this one is not; nil where it is.
  private static func missingKind(
    _ expectation: Expectation, _ actual: ComputedValue
  ) -> String? {
    guard Comparison.numbers(of: actual) == nil else { return nil }
    switch expectation.relation {
    case .equal, .notEqual: return nil
    case .less, .lessOrEqual, .greater, .greaterOrEqual: return "a number"
    case .approximately:
      return expectation.value.isNumeric ? "a number or a list of numbers" : nil
    }
  }

  /// What to do about a value that is not as the lesson says. What no single value satisfies is not
  /// for `gradus accept` to write.
  ///
  /// - Parameters:
  ///   - relation: How the value must stand to what is written.
  ///   - varies: Whether the value was another one the next time.
  static func remedy(
    for file: String, _ relation: Relation = .equal, varies: Bool = false
  ) -> String {
    switch relation {
    case .approximately, .equal:
      varies
        ? "fix the code, or check something that is the same each time"
        : "fix the code, or write the computed value into the lesson: gradus accept "
          + ShellWord.path(file)
    case .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
      "fix the code, or what the lesson says of its value"
    }
  }

  /// What usually turns the expected number into the one that came.
  static func likelyReasons(_ expectation: Expectation, actual: ComputedValue) -> [String] {
    guard expectation.relation == .approximately || expectation.relation == .equal,
      let value = Comparison.numbers(of: actual)
    else { return [] }
    let expected = numbers(expectation.value)
    let came = numbers(value)
    if hasTransposedShape(expectation.value, value) {
      return ["the rows and columns are exchanged: is a transpose missing?"]
    }
    guard !expected.isEmpty, expected.count == came.count else { return [] }
    let pairs = zip(expected, came)
    if expectation.relation == .equal, actual.precision != .exact, agree(pairs) {
      return [
        "`=` compares every digit; `≈` compares as many as are written, and holds here"
      ]
    }
    func all(_ scale: (Double) -> Double) -> Bool {
      pairs.contains { $0.0.value != 0 } && agree(pairs, scale)
    }
    if all({ -$0 }) { return ["the sign is the other one"] }
    // One digit is soon half of another.
    let hasDigits = expected.contains { abs($0.value) > 19 * $0.halfUnit }
    if hasDigits, all({ $0 * 2 }) { return ["what came is half of it: a factor of 2 is missing"] }
    if hasDigits, all({ $0 / 2 }) {
      return ["what came is twice as much: a factor of ½ is missing"]
    }
    if isTransposed(expectation.value, value) {
      return ["the rows and columns are exchanged: is it the transpose?"]
    }
    if came.count > 1, agree(zip(expected, came.reversed())) {
      return ["these are the same numbers in the opposite order"]
    }
    // Only where the digits suffice to tell one factor from the next.
    for count in Array(3...20) + [100, 1000]
    where expected.contains(where: { abs($0.value) >= Double(20 * count) * $0.halfUnit }) {
      let isLess = all { $0 * Double(count) }
      guard isLess || all({ $0 / Double(count) }) else { continue }
      return [
        "what came is \(isLess ? "1/\(count) of it" : "\(count) times as much"): is one of the two a "
          + "sum and the other a mean?"
      ]
    }
    // One or two units of the last of several digits.
    let isNear =
      expectation.relation == .approximately
      && pairs.contains { $1.halfUnit < $0.halfUnit }
      && pairs.allSatisfy { written, number in
        abs(number.value - written.value) <= 4 * written.halfUnit
          && abs(written.value) >= 100 * written.halfUnit
      }
    if isNear { return ["only the last digit differs: rounded from a rounded number?"] }
    return []
  }

  private static func agree(
    _ pairs: some Sequence<(WrittenNumber, WrittenNumber)>,
    _ scale: (Double) -> Double = { $0 }
  ) -> Bool {
    pairs.allSatisfy { written, number in
      abs(scale(number.value) - written.value) <= written.halfUnit * (1 + 1e-9)
    }
  }

  /// Whether a matrix is square, or of any shape, with its rows where the other has columns.
  private static func isTransposed(_ expected: ExpectedValue, _ actual: ExpectedValue) -> Bool {
    guard case .list(let rows) = expected, case .list(let actualRows) = actual,
      let shape = shape(expected), shape.count == 2, shape[0] == shape[1], shape[0] > 1
    else { return false }
    let numbers = rows.map(numbers)
    let columns = actualRows.map(Self.numbers)
    return numbers.indices.allSatisfy { row in
      agree(zip(numbers[row], columns.map { $0[row] }))
    }
  }

  private static func numbers(_ value: ExpectedValue) -> [WrittenNumber] {
    switch value {
    case .number(let number): [number]
    case .list(let values): values.flatMap(numbers)
    case .anything, .text, .string, .dictionary: []
    }
  }

  private static func hasTransposedShape(_ expected: ExpectedValue, _ actual: ExpectedValue) -> Bool
  {
    guard let left = shape(expected), let right = shape(actual), left.count == 2 else {
      return false
    }
    return left != right && Array(left.reversed()) == right
  }

  private static func shapes(
    _ expectation: Expectation, _ actual: ComputedValue
  ) -> (expected: [Int], actual: [Int])? {
    guard let value = Comparison.numbers(of: actual), let came = shape(value),
      let written = shape(expectation.value)
    else { return nil }
    return (written, came)
  }

  /// The shape of nested lists of one length each; nil for ragged ones and those with `…`.
  private static func shape(_ value: ExpectedValue) -> [Int]? {
    switch value {
    case .number: return []
    case .anything, .text, .string, .dictionary: return nil
    case .list(let values):
      let inner = values.map(shape)
      guard let first = inner.first else { return [0] }
      guard let first, inner.allSatisfy({ $0 == first }) else { return nil }
      return [values.count] + first
    }
  }
}
