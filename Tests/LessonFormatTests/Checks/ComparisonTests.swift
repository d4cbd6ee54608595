import Testing

@testable import LessonFormat

/// Whether a value holds against a check written behind it.
private func holds(_ relation: Relation, _ written: String, _ actual: String) throws -> Bool {
  Comparison.holds(try Expectation.read(relation, written), actual: actual)
}

@Suite struct ComparisonTests {
  @Test(arguments: [
    ("0.550", "0.54983", true), ("0.549", "0.54983", false), ("1e-3", "0.0012", true),
    ("1e-3", "0.0016", false), ("0.1013e0", "0.10132", true), ("0.1013e0", "0.10136", false),
    ("120", "120.4", true), ("120", "120.6", false), ("0.13", "0.125", true),
    ("0.12", "0.125", true), ("-0.0056", "-0.00559", true), ("−0.0056", "-0.00559", true),
    ("0", "0.4", true), ("0", "0.6", false), ("1_000", "1000.2", true), ("2.5E2", "252", true),
    ("2.5E2", "256", false), ("0.55", "nan", false),
  ])
  func approximatelyAcceptsHalfAUnitOfTheLastPlaceWrittenAndNoMore(
    written: String, actual: String, expected: Bool
  ) throws {
    #expect(try holds(.approximately, written, actual) == expected)
  }

  @Test(arguments: [
    ("0.1 ± 1e-9", "0.1000000005", true), ("0.1 ± 1e-9", "0.100000002", false),
    ("200 ± 5%", "209", true), ("200 ± 5%", "211", false), ("[1, 2] ± 0.1", "[1.05, 1.95]", true),
    ("[1, 2] ± 0.1", "[1.05, 1.85]", false),
  ])
  func plusMinusSetsTheToleranceAbsoluteOrInPerCent(written: String, actual: String, expected: Bool)
    throws
  {
    #expect(try holds(.approximately, written, actual) == expected)
  }

  @Test(arguments: [
    ("nan", "nan", true), ("nan", "inf", false), ("inf", "inf", true), ("inf", "-inf", false),
    ("-inf", "-inf", true), ("inf", "1e308", false), ("1e308", "inf", false),
  ])
  func nanAndTheInfinitiesMatchOnlyThemselves(written: String, actual: String, expected: Bool)
    throws
  {
    #expect(try holds(.approximately, written, actual) == expected)
    #expect(try holds(.equal, written, actual) == expected)
  }

  @Test(arguments: [
    ("[0.525, 0.574]", "[0.52498, 0.57444]", true), ("[0.525]", "[0.52498, 0.57444]", false),
    ("[[1, 2], [3, 4]]", "[[1.0, 2.0], [3.0, 4.0]]", true),
    ("[[1, 2], [3, 4]]", "[1.0, 2.0, 3.0, 4.0]", false), ("[1, …]", "[1.0, 2.0, 3.0]", true),
    ("[1, …, 3]", "[1.0, 2.0, 3.0]", true), ("[1, …, 3]", "[1.0, 3.0]", true),
    ("[1, …, 3]", "[1.0, 2.0]", false), ("[…, 3, …]", "[1.0, 3.0, 5.0]", true),
    ("[…]", "[]", true), ("[]", "[]", true), ("[]", "[1.0]", false),
    ("(0.1, [2, 3])", "(value: 0.1, gradient: [2.0, 3.0])", true),
  ])
  func listsCompareElementByElementShapesIncludedEllipsisStandsForAnyRun(
    written: String, actual: String, expected: Bool
  ) throws {
    #expect(try holds(.approximately, written, actual) == expected)
  }

  @Test(arguments: [
    ("1", "1.0", true), ("1.0", "1", true), ("0.3", "0.30000000000000004", false),
    ("[2, 1]", "[2, 1]", true), ("saddle", "saddle", true), ("saddle", "minimum", false),
    ("true", "true", true), ("\"ab\"", "ab", true), ("[\"a\", \"b\"]", "[\"a\", \"b\"]", true),
    ("9007199254740993", "9007199254740993", true), ("nil", "nil", true),
    ("0.5", "Optional(0.5)", true),
  ])
  func equalsIsExactNumbersAsNumbersAnythingElseByItsDescription(
    written: String, actual: String, expected: Bool
  ) throws {
    #expect(try holds(.equal, written, actual) == expected)
    #expect(try holds(.notEqual, written, actual) != expected)
  }

  @Test(arguments: [
    (Relation.less, "0.02", "0.019", true), (.less, "0.02", "0.02", false),
    (.lessOrEqual, "0.02", "0.02", true), (.greater, "1", "1.5", true),
    (.greaterOrEqual, "2", "1.5", false), (.less, "1", "nan", false),
    (.greater, "1", "nan", false),
    (.less, "1", "text", false),
  ])
  func theInequalitiesCompareNumbers(
    relation: Relation, written: String, actual: String, expected: Bool
  ) throws {
    #expect(try holds(relation, written, actual) == expected)
  }

  @Test(
    arguments: [
      ("loss 0.25", "loss 0.2501", nil), ("loss 0.25", "loss 0.26", 0), ("a\nb", "a\nc", 1),
      ("a", "a  ", nil), ("a\n\n", "a", nil), ("a", "a\nb", 1), ("w1 0.5", "w2 0.5", 0),
      ("1.2.3", "1.2.4", 0), ("x = -0.11", "x = -0.1114", nil), ("x = 0.11", "x = -0.1114", 0),
      ("0x1F", "0x2F", 0), ("50%", "50.2%", nil),
    ] as [(String, String, Int?)])
  func outputComparesAsTextNumbersInItAsTheyAreWritten(expected: String, actual: String, line: Int?)
  {
    #expect(Comparison.firstDifference(expected: expected, actual: actual) == line)
  }
}
