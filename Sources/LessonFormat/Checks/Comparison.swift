/// Compares what came with what is written.
public enum Comparison {
  /// Whether a value with this description stands in the relation that the check claims.
  public static func holds(_ expectation: Expectation, actual: String) -> Bool {
    let expected = expectation.value
    switch expectation.relation {
    case .approximately:
      guard let value = readNumeric(actual) else { return false }
      return matches(expected, value) { isWithin($1, of: $0, expectation.tolerance) }
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
    var text = Substring(description.trimmingBlanks)
    if text.hasPrefix("Optional("), text.hasSuffix(")") {
      text = text.dropFirst("Optional(".count).dropLast()
    }
    var reader = ValueReader(String(text))
    guard let value = reader.readValue() else { return nil }
    reader.skipBlanks()
    return reader.isAtEnd ? value : nil
  }

  private static func equals(_ expectation: Expectation, _ actual: String) -> Bool {
    let written = expectation.text
    if actual == written || "\"\(actual)\"" == written { return true }
    if case .text = expectation.value { return false }
    guard let value = readNumeric(actual) else { return false }
    return matches(expectation.value, value) { expected, actual in
      if let tolerance = expectation.tolerance { return isWithin(actual, of: expected, tolerance) }
      return actual.value == expected.value || (actual.value.isNaN && expected.value.isNaN)
    }
  }

  private static func compare(
    _ expected: ExpectedValue, _ actual: String, _ relation: (Double, Double) -> Bool
  ) -> Bool {
    guard case .number(let bound) = expected,
      case .number(let value)? = readNumeric(actual)
    else { return false }
    return relation(value.value, bound.value)
  }

  /// `≈`: within half a unit of the last place written, or within the tolerance.
  static func isWithin(
    _ actual: WrittenNumber, of expected: WrittenNumber, _ tolerance: Expectation.Tolerance?
  ) -> Bool {
    let (a, e) = (actual.value, expected.value)
    if a.isNaN || e.isNaN { return a.isNaN && e.isNaN }
    if a.isInfinite || e.isInfinite { return a == e }
    // Half a unit of the binary number that stands for the decimal one.
    let rounding = e.ulp / 2
    switch tolerance {
    case nil: return abs(a - e) <= expected.halfUnit + expected.halfUnit.ulp + rounding
    case .absolute(let bound): return abs(a - e) <= bound + rounding
    case .percent(let percent): return abs(a - e) <= abs(e) * percent / 100 + rounding
    }
  }

  private static func matches(
    _ expected: ExpectedValue, _ actual: ExpectedValue,
    _ agree: (WrittenNumber, WrittenNumber) -> Bool
  ) -> Bool {
    switch (expected, actual) {
    case (.number(let written), .number(let value)): return agree(written, value)
    case (.list(let written), .list(let values)):
      return matches(written[...], values[...], agree)
    case (.anything, _): return true
    default: return false
    }
  }

  /// Lists with `…` for any run of elements: greedy, going back to the last `…` on a mismatch.
  private static func matches(
    _ expected: ArraySlice<ExpectedValue>, _ actual: ArraySlice<ExpectedValue>,
    _ agree: (WrittenNumber, WrittenNumber) -> Bool
  ) -> Bool {
    var next = expected.startIndex
    var index = actual.startIndex
    var lastGap: (next: Int, index: Int)?
    while index < actual.endIndex {
      if next < expected.endIndex, expected[next] == .anything {
        lastGap = (next + 1, index)
        next += 1
      } else if next < expected.endIndex, matches(expected[next], actual[index], agree) {
        next += 1
        index += 1
      } else if let gap = lastGap {
        lastGap = (gap.next, gap.index + 1)
        (next, index) = (gap.next, gap.index + 1)
      } else {
        return false
      }
    }
    return expected[next...].allSatisfy { $0 == .anything }
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

  /// Lines without trailing blanks, and without empty lines at the end.
  public static func printedLines(_ text: String) -> [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var line = line
      while let last = line.last, last == " " || last == "\t" || last == "\r" { line.removeLast() }
      return String(line)
    }
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
