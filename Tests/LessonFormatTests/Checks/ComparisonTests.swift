import Testing

@testable import LessonFormat

/// Whether a value holds against a check written behind it.
private func holds(_ relation: Relation, _ written: String, _ actual: String) throws -> Bool {
  Comparison.holds(try Expectation.read(relation, written), actual: ComputedValue(actual))
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
    ("9007199254740993", "9007199254740992.0", ComputedValue.Precision.double, false),
    ("9007199254740992", "9007199254740992.0", .double, true), ("0.1", "0.1", .double, true),
    ("1e23", "1e+23", .double, true), ("16777217", "16777216.0", .single, false),
    ("0.1", "0.1", .single, true), ("3", "3.0", .single, true),
  ])
  func aWholeNumberIsEqualByEachOfItsDigits(
    written: String, actual: String, precision: ComputedValue.Precision, expected: Bool
  ) throws {
    let value = ComputedValue(actual, .numbers(precision))
    #expect(Comparison.holds(try Expectation.read(.equal, written), actual: value) == expected)
  }

  @Test(arguments: [
    ("\"true\"", "true", false), ("true", "true", true), ("\"nil\"", "nil", false),
    ("\"a b\"", "a b", true), ("nan", "NaN", true), ("NaN", "NaN", true),
  ])
  func wordsOfOtherValuesAreNoStrings(written: String, actual: String, expected: Bool) throws {
    #expect(try holds(.equal, written, actual) == expected)
  }

  @Test(arguments: [
    ("1.1", "1.10", false), ("1.10", "1.10", true), ("7", "007", false), ("[7]", "[007]", false),
    ("3", "3.0", true), ("[[1, 2]]", "[[1.0, 2.0]]", true), ("0.5", "0.5", true),
    ("1e-5", "1e-05", true), ("\"nil\"", "nil", false), ("nil", "nil", true),
  ])
  func aDescriptionIsANumberOnlyAsNumbersAreDescribed(
    written: String, actual: String, expected: Bool
  ) throws {
    #expect(try holds(.equal, written, actual) == expected)
  }

  @Test(arguments: [
    ("(x: 1, y: 2)", true), ("(1, 2)", true), ("(y: 1, x: 2)", false), ("(a: 1, b: 2)", false),
    ("(x: 1, …)", true), ("(y: 1, …)", false),
  ])
  func labelsThatAreWrittenAreThoseOfTheValue(written: String, expected: Bool) throws {
    let one = ComputedValue("1", .numbers(.exact))
    let two = ComputedValue("2", .numbers(.exact))
    let value = ComputedValue("(x: 1, y: 2)", .list([one, two]))
    for relation in [Relation.equal, .approximately] {
      #expect(Comparison.holds(try Expectation.read(relation, written), actual: value) == expected)
    }
  }

  @Test(arguments: [
    ("nil", "nil", false), ("\"nil\"", "nil", true), ("true", "true", false),
    ("[1, 2]", "[1, 2]", false), ("\"[1, 2]\"", "[1, 2]", true),
    ("saddle point", "saddle point", true),
  ])
  func aStringIsWrittenInQuotesWhereItCouldBeAnotherValue(
    written: String, string: String, expected: Bool
  ) throws {
    let value = ComputedValue(string, .text)
    #expect(Comparison.holds(try Expectation.read(.equal, written), actual: value) == expected)
  }

  @Test func aListIsNotItsDescriptionInQuotes() throws {
    let empty = ComputedValue("[]", .list([]))
    #expect(!Comparison.holds(try Expectation.read(.equal, "\"[]\""), actual: empty))
    #expect(Comparison.holds(try Expectation.read(.equal, "[]"), actual: empty))
    let one = ComputedValue("[\"a\"]", .list([ComputedValue("a", .text)]))
    #expect(!Comparison.holds(try Expectation.read(.equal, #""[\"a\"]""#), actual: one))
    #expect(Comparison.holds(try Expectation.read(.equal, #"["a"]"#), actual: one))
  }

  /// As a damaged record may have it.
  @Test func aValueThatIsDescribedLikeItsPartIsCompared() throws {
    let value = ComputedValue(
      "`", .optional(ComputedValue("`", .optional(ComputedValue("`", .text)))))
    #expect(Comparison.holds(try Expectation.read(.equal, value.notation), actual: value))
  }

  @Test func eachElementOfASetFindsItsOwnHoweverTheyAreOrdered() throws {
    let parts = ["0.06", "0.1"].map { ComputedValue($0, .numbers(.double)) }
    let set = ComputedValue("[0.06, 0.1]", .set(parts))
    for written in ["[0.1, 0.06]", "[0.06, 0.1]", "[0.1, 0.1]"] {
      #expect(Comparison.holds(try Expectation.read(.approximately, written), actual: set))
    }
    #expect(!Comparison.holds(try Expectation.read(.approximately, "[0.06, 0.06]"), actual: set))
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

  // MARK: Kinds and precision

  /// Python: `36028797018963971 == 36028797018963972` is false, and both are one `float`.
  @Test(arguments: [
    ("36028797018963971", Relation.equal, true), ("36028797018963972", .equal, false),
    ("36028797018963970", .notEqual, true), ("36028797018963970", .greater, true),
    ("36028797018963971", .greater, false), ("36028797018963971", .greaterOrEqual, true),
    ("36028797018963972", .less, true), ("36028797018963970", .lessOrEqual, false),
    ("36028797018963970", .approximately, false), ("36028797018963971", .approximately, true),
    ("36028797018963970 ± 1", .approximately, true), ("36_028_797_018_963_971", .equal, true),
    ("3.6028797018963971e16", .equal, true), ("36028797018963971.0", .equal, true),
  ])
  func integersAreComparedToTheLastDigit(written: String, relation: Relation, expected: Bool) throws
  {
    let value = ComputedValue("36028797018963971", .numbers(.exact))
    #expect(
      Comparison.holds(try Expectation.read(relation, written), actual: value) == expected)
  }

  @Test(arguments: [
    ("0.1", true), ("0.1000000000000000055511151231257827", true), ("0.10000000000000002", false),
    ("0.1000000000000000001", true),
  ])
  func aDoubleIsWhatIsWrittenWhenItIsTheNearest(written: String, expected: Bool) throws {
    let value = ComputedValue("0.1", .numbers(.double))
    #expect(Comparison.holds(try Expectation.read(.equal, written), actual: value) == expected)
    #expect(Comparison.holds(try Expectation.read(.notEqual, written), actual: value) != expected)
  }

  /// NumPy: `float32(0.1) == float32(0.100000001)`, and `float32(0.10000002)` is its neighbour.
  @Test(arguments: [("0.1", true), ("0.100000001", true), ("0.10000002", false)])
  func aFloatIsToldByItsOwnPrecision(written: String, expected: Bool) throws {
    let value = ComputedValue("0.1", .numbers(.single))
    #expect(Comparison.holds(try Expectation.read(.equal, written), actual: value) == expected)
  }

  @Test func decimalsOfOtherTypesAreComparedToTheLastDigit() throws {
    let balance = ComputedValue("20000000000000000000.07")
    #expect(try Comparison.holds(.read(.equal, "20000000000000000000.07"), actual: balance))
    #expect(try !Comparison.holds(.read(.equal, "20000000000000000000.08"), actual: balance))
    #expect(try Comparison.holds(.read(.greater, "20000000000000000000.06"), actual: balance))
    #expect(try !Comparison.holds(.read(.greater, "20000000000000000000.07"), actual: balance))
  }

  @Test(arguments: [
    ("\"4.20\"", true), ("4.20", true), ("\"4.2\"", false), ("4.2", false), ("\"4.20", false),
    ("[4.20]", false),
  ])
  func aStringIsNoNumber(written: String, expected: Bool) throws {
    let version = ComputedValue("4.20", .text)
    #expect(Comparison.holds(try Expectation.read(.equal, written), actual: version) == expected)
    #expect(try !Comparison.holds(.read(.approximately, "4.20"), actual: version))
    #expect(try !Comparison.holds(.read(.less, "5"), actual: version))
  }

  @Test func aNumberIsNoString() throws {
    let number = ComputedValue("42", .numbers(.exact))
    #expect(try !Comparison.holds(.read(.equal, "\"42\""), actual: number))
    #expect(try !Comparison.holds(.read(.equal, "042x"), actual: number))
  }

  @Test func aStringWithQuotesIsNotItsOwnLiteral() throws {
    let quoted = ComputedValue("\"a\"", .text)
    #expect(try !Comparison.holds(.read(.equal, "\"a\""), actual: quoted))
    #expect(try Comparison.holds(.read(.equal, #""\"a\"""#), actual: quoted))
  }

  @Test(arguments: [
    ("[\"fig\": 7, \"plum\": 4]", true), ("[\"plum\": 4, \"fig\": 7]", true),
    ("[\"plum\": 4]", false), ("[\"plum\": 4, \"fig\": 8]", false),
    ("[\"plum\": 4, \"figs\": 7]", false), ("[\"plum\": 4, \"plum\": 4]", false),
    ("[\"plum\": 4, …]", true), ("[\"plum\": 5, …]", false), ("[plum: 4, fig: 7]", false),
    ("[]", false), ("[:]", false),
  ])
  func theOrderOfADictionaryIsNoPartOfIt(written: String, expected: Bool) throws {
    func number(_ text: String) -> ComputedValue { ComputedValue(text, .numbers(.exact)) }
    let stock = ComputedValue(
      "[\"fig\": 7, \"plum\": 4]",
      .dictionary([
        .init(key: ComputedValue("fig", .text), value: number("7")),
        .init(key: ComputedValue("plum", .text), value: number("4")),
      ]))
    #expect(Comparison.holds(try Expectation.read(.equal, written), actual: stock) == expected)
  }

  @Test func underscoresAreNoDecimals() throws {
    let half = ComputedValue("0.50005", .numbers(.double))
    #expect(try Comparison.holds(.read(.approximately, "0.500_0"), actual: half))
    #expect(try Comparison.holds(.read(.approximately, "0.5000"), actual: half))
  }

  @Test func aNumberOfAnyExponentIsNotInfinite() throws {
    let infinite = ComputedValue("inf", .numbers(.double))
    for written in ["1e400", "1e99999", "1e99999999999999999999"] {
      #expect(try !Comparison.holds(.read(.equal, written), actual: infinite), "\(written)")
      #expect(try !Comparison.holds(.read(.approximately, written), actual: infinite))
    }
  }

  @Test func numbersInADictionaryMayBeApproximate() throws {
    let shares = ComputedValue(
      "[\"a\": 0.3333]",
      .dictionary([
        .init(key: ComputedValue("a", .text), value: ComputedValue("0.3333", .numbers(.double)))
      ]))
    #expect(try Comparison.holds(.read(.approximately, "[\"a\": 0.33]"), actual: shares))
    #expect(try !Comparison.holds(.read(.approximately, "[\"a\": 0.34]"), actual: shares))
    #expect(try !Comparison.holds(.read(.approximately, "[\"b\": 0.33]"), actual: shares))
  }

  @Test(arguments: [
    ("[1, 2, 2]", true), ("[2, 1, 2]", true), ("[1, 2]", false), ("[1, 1, 2]", false),
    ("[2, …]", true), ("[3, …]", false), ("[1, 2, 2, 3]", false),
  ])
  func theOrderOfASetIsNoPartOfIt(written: String, expected: Bool) throws {
    let values = ComputedValue(
      "[1, 2, 2]", .set(["1", "2", "2"].map { ComputedValue($0, .numbers(.exact)) }))
    #expect(Comparison.holds(try Expectation.read(.equal, written), actual: values) == expected)
  }

  @Test(arguments: [
    ("[\"a\", \"1\"]", true), ("[\"1\", \"a\"]", false), ("[\"a\", 1]", false),
    ("[\"a\", …]", true), ("[a, 1]", false), ("[\"a\",\"1\"]", true),
  ])
  func theElementsOfAListAreComparedByTheirOwnKind(written: String, expected: Bool) throws {
    let values = ComputedValue(
      "[\"a\", \"1\"]", .list([ComputedValue("a", .text), ComputedValue("1", .text)]))
    #expect(Comparison.holds(try Expectation.read(.equal, written), actual: values) == expected)
  }

  @Test(
    arguments: [
      ("id 7", "id 007", 0), ("id 007", "id 007", nil), ("id 007", "id 7", 0),
      ("n 36028797018963970", "n 36028797018963971", 0), ("a\nb", "a\rb", nil),
      ("a\nb", "a\r\nb", nil), ("a\n\nb", "a\r\n\r\nb\r\n", nil), ("a\u{FFFD}", "a\0", nil),
      ("0.7", "0.70", nil),
    ] as [(String, String, Int?)])
  func outputIsTakenAsMarkdownHoldsIt(expected: String, actual: String, line: Int?) {
    #expect(Comparison.firstDifference(expected: expected, actual: actual) == line)
  }
}
