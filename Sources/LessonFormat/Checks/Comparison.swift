/// Compares what came with what is written.
public enum Comparison {
  /// Whether a value stands in the relation that the check claims.
  public static func holds(_ expectation: Expectation, actual: ComputedValue) -> Bool {
    let expected = expectation.value
    switch expectation.relation {
    case .approximately:
      return haveLabels(expectation, actual)
        && matches(expected, actual) { expected, number, precision in
          isWithin(number, of: expected, expectation.tolerance)
            || expectation.tolerance == nil && isEqual(expected, number, precision)
        }
    case .equal:
      return equals(expectation, actual)
    case .notEqual:
      return !equals(expectation, actual)
    case .less: return compare(expected, actual, <)
    case .lessOrEqual: return compare(expected, actual, <=)
    case .greater: return compare(expected, actual, >)
    case .greaterOrEqual: return compare(expected, actual, >=)
    }
  }

  /// The numbers that a description shows: one, or nested lists of them; nil for other text.
  public static func readNumeric(_ description: String) -> ExpectedValue? {
    let text = unwrapped(description)
    // As `Decimal` calls it.
    if text == "NaN" { return .number(WrittenNumber(value: .nan, halfUnit: 0, text: "nan")) }
    var reader = ValueReader(String(text))
    guard let value = reader.readValue(), value.isNumeric, value != .anything else { return nil }
    reader.skipBlanks()
    return reader.isAtEnd ? value : nil
  }

  /// The numbers of a value: one, or nested lists of them; nil for any other value.
  public static func numbers(of value: ComputedValue) -> ExpectedValue? {
    switch value.structure {
    case .numbers, .other: return readNumeric(value.description)
    case .optional(let wrapped): return numbers(of: wrapped)
    case .list(let parts):
      let elements = parts.compactMap(numbers)
      return elements.count == parts.count ? .list(elements) : nil
    case .text, .set, .dictionary: return nil
    }
  }

  private static func equals(_ expectation: Expectation, _ actual: ComputedValue) -> Bool {
    switch (expectation.value, actual.structure) {
    case (.string(let string), .text): return string == actual.description
    // Without quotes, words that stand for other values are these, and so are lists.
    case (.text(let text), .text) where ExpectedValue.wordsOfOthers.contains(text): return false
    case (.text, .text), (.number, .text): return expectation.text == actual.description
    case (_, .text): return false
    case _ where expectation.text == actual.description: return true
    case _ where !haveLabels(expectation, actual): return false
    default: break
    }
    return matches(expectation.value, actual) { expected, number, precision in
      if let tolerance = expectation.tolerance { return isWithin(number, of: expected, tolerance) }
      // A description such as `1.10` or `007` is none of a number.
      guard precision != .exact || number.isCanonical || number.text == expected.text else {
        return false
      }
      return isEqual(expected, number, precision)
    }
  }

  /// Whether the labels of tuples that are written are the value's, in order; none need be written.
  private static func haveLabels(_ expectation: Expectation, _ actual: ComputedValue) -> Bool {
    guard expectation.labels.contains(where: { $0 != ValueReader.gap }) else { return true }
    var reader = ValueReader(String(unwrapped(actual.description)))
    guard reader.readValue() != nil else { return false }
    return runs(expectation.labels[...], reader.labels[...], gap: ValueReader.gap, ==)
  }

  private static func unwrapped(_ description: String) -> Substring {
    let text = Substring(description.trimmingBlanks)
    return text.hasPrefix("Optional(") && text.hasSuffix(")")
      ? text.dropFirst("Optional(".count).dropLast() : text
  }

  private static func compare(
    _ expected: ExpectedValue, _ actual: ComputedValue, _ relation: (Double, Double) -> Bool
  ) -> Bool {
    guard case .number(let bound) = expected, case .number(let value)? = numbers(of: actual) else {
      return false
    }
    let mayDiffer = value.value == bound.value || value.isBeyondDouble || bound.isBeyondDouble
    if mayDiffer, !isEqual(bound, value, actual.precision), let exact = value.exact,
      let exactBound = bound.exact
    {
      // Apart by less than `Double` can tell.
      return relation(exact < exactBound ? -1 : 1, 0)
    }
    return relation(value.value, bound.value)
  }

  // MARK: Numbers

  /// Whether a number agrees with the one that is written.
  private typealias Agreement = (
    _ expected: WrittenNumber, _ actual: WrittenNumber, ComputedValue.Precision
  ) -> Bool

  /// Whether a number is the one that is written, as its type tells numbers apart.
  private static func isEqual(
    _ expected: WrittenNumber, _ actual: WrittenNumber, _ precision: ComputedValue.Precision
  ) -> Bool {
    if expected.value.isNaN || actual.value.isNaN {
      return expected.value.isNaN && actual.value.isNaN
    }
    guard let written = expected.exact, let exact = actual.exact else {
      return expected.value == actual.value && expected.exact == nil && actual.exact == nil
    }
    switch precision {
    case .exact: return written == exact
    // A whole number that is written out has the digits that are written, though `Double` has no such.
    case .double: return written == exact || expected.value == actual.value && !expected.isWhole
    case .single:
      return written == exact || Float(written.text) == Float(exact.text) && !expected.isWhole
    }
  }

  /// `≈`: within half a unit of the last place written, or within the tolerance.
  static func isWithin(
    _ actual: WrittenNumber, of expected: WrittenNumber, _ tolerance: Expectation.Tolerance?
  ) -> Bool {
    let (a, e) = (actual.value, expected.value)
    if a.isNaN || e.isNaN { return a.isNaN && e.isNaN }
    if a.isFinite, e.isFinite {
      // Most numbers are apart or together by more than rounding could change.
      let bound =
        switch tolerance {
        case nil: expected.halfUnit
        case .absolute(let bound): bound
        case .percent(let percent): abs(e) * percent / 100
        }
      let error = 4 * (a.ulp + e.ulp + bound.ulp)
      let distance = abs(a - e)
      if distance + error < bound { return true }
      if distance - error > bound { return false }
    }
    guard let exact = actual.exact, let written = expected.exact else {
      return a == e && actual.exact == nil && expected.exact == nil
    }
    let bound: ExactDecimal? =
      switch tolerance {
      case nil: expected.exactHalfUnit
      case .absolute(let bound): ExactDecimal("\(bound)")
      case .percent(let percent):
        ExactDecimal("\(percent)").map { written.magnitude * $0 * .power(-2) }
      }
    guard let bound else { return false }
    return (exact - written).magnitude <= bound
  }

  // MARK: Values of parts

  /// Whether a value has the parts that are written, and each number in it agrees.
  private static func matches(
    _ expected: ExpectedValue, _ actual: ComputedValue, _ agree: Agreement
  ) -> Bool {
    if case .anything = expected { return true }
    switch actual.structure {
    case .text:
      if case .string(let string) = expected { return string == actual.description }
      return false
    case .numbers:
      return areNumbers(expected, of: actual, agree)
    case .other:
      switch expected {
      case .string(let string) where readNumeric(actual.description) == nil:
        // In quotes, words that stand for other values are strings.
        return string == actual.description && !ExpectedValue.wordsOfOthers.contains(string)
      case .text(let text) where text == actual.description: return true
      default: return areNumbers(expected, of: actual, agree)
      }
    case .optional, .list, .set, .dictionary:
      return isDescription(expected, of: actual) || haveParts(expected, actual, agree)
    }
  }

  /// Whether the parts of a value are those that are written, as `=` compares them.
  static func haveParts(_ expectation: Expectation, _ actual: ComputedValue) -> Bool {
    haveParts(expectation.value, actual, isEqual)
  }

  private static func haveParts(
    _ expected: ExpectedValue, _ actual: ComputedValue, _ agree: Agreement
  ) -> Bool {
    switch (expected, actual.structure) {
    case (_, .optional(let wrapped)):
      return matches(expected, wrapped, agree)
    case (.list(let elements), .list(let parts)):
      return runs(elements[...], parts[...]) { matches($0, $1, agree) }
    case (.list(let elements), .set(let parts)):
      let written = elements.filter { $0 != .anything }
      return isSubset(written, of: parts, whole: written.count == elements.count) {
        matches($0, $1, agree)
      }
    case (.dictionary(let written, let isOpen), .dictionary(let entries)):
      return isSubset(written, of: entries, whole: !isOpen) {
        matches($0.key, $1.key, isEqual) && matches($0.value, $1.value, agree)
      }
    default: return false
    }
  }

  /// Whether the whole description is written, in quotes or as words.
  private static func isDescription(_ expected: ExpectedValue, of actual: ComputedValue) -> Bool {
    switch expected {
    case .text(let text): text == actual.description
    // In quotes only where its parts can't be written.
    case .string(let text): text == actual.description && actual.partsNotation == nil
    default: false
    }
  }

  /// Whether each of some is found among others, each time another one.
  private static func isSubset<Written, Computed>(
    _ written: [Written], of computed: [Computed], whole: Bool,
    _ match: (Written, Computed) -> Bool
  ) -> Bool {
    guard whole ? written.count == computed.count : written.count <= computed.count else {
      return false
    }
    // For each computed one the written one that has it. What is written later may take it, where that
    // finds another.
    var owners = [Int?](repeating: nil, count: computed.count)
    func place(_ one: Int, _ tried: inout Set<Int>) -> Bool {
      for index in computed.indices
      where !tried.contains(index) && match(written[one], computed[index]) {
        tried.insert(index)
        guard let owner = owners[index], !place(owner, &tried) else {
          owners[index] = one
          return true
        }
      }
      return false
    }
    return written.indices.allSatisfy { one in
      var tried: Set<Int> = []
      return place(one, &tried)
    }
  }

  private static func areNumbers(
    _ expected: ExpectedValue, of actual: ComputedValue, _ agree: Agreement
  ) -> Bool {
    guard let numbers = readNumeric(actual.description) else { return false }
    return matches(expected, numbers) { agree($0, $1, actual.precision) }
  }

  private static func matches(
    _ expected: ExpectedValue, _ actual: ExpectedValue,
    _ agree: (WrittenNumber, WrittenNumber) -> Bool
  ) -> Bool {
    switch (expected, actual) {
    case (.number(let written), .number(let value)): agree(written, value)
    case (.list(let written), .list(let values)):
      runs(written[...], values[...]) { matches($0, $1, agree) }
    case (.anything, _): true
    default: false
    }
  }

  /// Lists with `…` for any run of elements.
  private static func runs<Computed>(
    _ expected: ArraySlice<ExpectedValue>, _ actual: ArraySlice<Computed>,
    _ match: (ExpectedValue, Computed) -> Bool
  ) -> Bool {
    runs(expected, actual, gap: .anything, match)
  }

  /// Whether one list is another with gaps: greedy, going back to the last gap on a mismatch.
  private static func runs<Written: Equatable, Computed>(
    _ expected: ArraySlice<Written>, _ actual: ArraySlice<Computed>, gap: Written,
    _ match: (Written, Computed) -> Bool
  ) -> Bool {
    var next = expected.startIndex
    var index = actual.startIndex
    var lastGap: (next: Int, index: Int)?
    while index < actual.endIndex {
      if next < expected.endIndex, expected[next] == gap {
        lastGap = (next + 1, index)
        next += 1
      } else if next < expected.endIndex, match(expected[next], actual[index]) {
        next += 1
        index += 1
      } else if let last = lastGap {
        lastGap = (last.next, last.index + 1)
        (next, index) = (last.next, last.index + 1)
      } else {
        return false
      }
    }
    return expected[next...].allSatisfy { $0 == gap }
  }

  /// Compares printed text: exactly but for trailing blanks, numbers as they are written.
  /// Returns the offset of the first line that differs, counted from 0, or nil.
  public static func firstDifference(expected: String, actual: String) -> Int? {
    let expectedLines = printedLines(expected)
    let actualLines = printedLines(actual)
    for index in 0..<max(expectedLines.count, actualLines.count) {
      guard index < expectedLines.count, index < actualLines.count,
        lineMatches(expectedLines[index], actualLines[index])
      else { return index }
    }
    return nil
  }

  /// Lines without trailing blanks, and without empty lines at the end. A line ends where Markdown ends
  /// one, at a carriage return too, and a NUL is what Markdown makes of it.
  public static func printedLines(_ text: String) -> [String] {
    var lines: [String] = []
    var line: [UInt8] = []
    var previous: UInt8 = 0
    func end() {
      while let last = line.last, last == 32 || last == 9 { line.removeLast() }
      lines.append(String(decoding: line, as: UTF8.self))
      line = []
    }
    for byte in text.utf8 {
      defer { previous = byte }
      switch byte {
      case 10 where previous == 13: break
      case 10, 13: end()
      case 0: line += Array("\u{FFFD}".utf8)
      default: line.append(byte)
      }
    }
    end()
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  /// Whether a number holds for another as that is written, or within a tolerance.
  public static func agree(
    _ expected: WrittenNumber, _ actual: WrittenNumber, _ tolerance: Expectation.Tolerance? = nil
  ) -> Bool {
    isWithin(actual, of: expected, tolerance)
  }

  /// A line as the numbers in it and what stands between them, in order; the number is nil for
  /// other text.
  public static func pieces(of line: String) -> [(text: String, number: WrittenNumber?)] {
    PrintedLine.pieces(of: line).map { piece in
      switch piece {
      case .text(let text): (text, nil)
      case .number(let number): (number.text, number)
      }
    }
  }

  private static func lineMatches(_ expected: String, _ actual: String) -> Bool {
    if expected == actual { return true }
    let left = PrintedLine.pieces(of: expected)
    let right = PrintedLine.pieces(of: actual)
    guard left.count == right.count else { return false }
    return zip(left, right).allSatisfy { expected, actual in
      switch (expected, actual) {
      case (.number(let e), .number(let a)): isWithin(a, of: e, nil)
      case (.text(let e), .text(let a)): e == a
      default: false
      }
    }
  }
}
