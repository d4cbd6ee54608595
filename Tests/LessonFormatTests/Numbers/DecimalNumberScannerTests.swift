import Testing

@testable import LessonFormat

private func values(
  _ text: String, _ notation: DecimalNumbers.Notation = .prose
) -> [Double] {
  DecimalNumbers.find(in: text, notation).map(\.value)
}

@Suite struct DecimalNumberScannerTests {
  @Test func anXBeforeDigitsIsTheSignOfAProduct() {
    #expect(values("a factor x1.5, X2.5 and 3x4.5, not max6.5 or 0x1.8p3") == [1.5, 2.5])
    #expect(values("3x0.25 + \\max1.5", .formula) == [0.25, 1.5])
  }

  @Test(arguments: [
    ("48 000.25", 48_000.25), ("48,000.25", 48_000.25), ("48_000.25", 48_000.25),
    ("48'000.25", 48_000.25), ("48’000.25", 48_000.25), ("48\u{A0}000.25", 48_000.25),
    ("48\u{202F}000.25", 48_000.25), ("48\u{2009}000.25", 48_000.25), ("1,234,567.5", 1_234_567.5),
    ("1 234 567.5", 1_234_567.5), ("12,34,567.5", 1_234_567.5), ("1,00,000.25", 100_000.25),
    ("−9,234.5", -9_234.5), ("$9,234.5", 9_234.5),
    ("3.141\u{202F}592", 3.141592), ("(8,321.5)", 8_321.5), ("1 000.5.", 1000.5),
  ])
  func groupsOfThreeDigitsAreOneNumber(text: String, expected: Double) {
    #expect(values(text) == [expected])
  }

  @Test(
    arguments: [
      ("0.5, 123.5", [0.5, 123.5]), ("0 123.5", [123.5]), ("1234 567.5", [567.5]),
      ("5 12.5", [12.5]), ("5 1234.5", [1234.5]), ("1,234 567.5", [567.5]),
      ("0.5 1.5", [0.5, 1.5]),
      ("10, 100.5", [100.5]), ("2026-01-02 123.5", [123.5]), ("w1 234.5", [234.5]),
    ] as [(String, [Double])])
  func whatIsNoGroupStandsAlone(text: String, expected: [Double]) {
    #expect(values(text) == expected)
  }

  @Test(arguments: [
    ("$48\\,000.25$", 48_000.25), ("48{,}000.25", 48_000.25), ("48~000.25", 48_000.25),
    ("48,000.25", 48_000.25), ("48\\ 000.25", 48_000.25), ("48{,}000{.}25", 48_000.25),
    ("3.141\\,592", 3.141592),
  ])
  func formulasGroupWithTheSpacesOfTeX(text: String, expected: Double) {
    #expect(values(text, .formula) == [expected])
  }

  @Test(arguments: [
    ".75", "a .75", "(.75)", "−.75", "=.75", "0.75", "0.75.", "0.75...", "…0.75", "0.75;",
  ])
  func aPointMayBeginANumberAndEndASentence(text: String) {
    #expect(values(text).map(abs) == [0.75])
  }

  @Test(
    arguments: [
      ("0.001...0.04", [0.001, 0.04]), ("0.5..0.75", [0.5, 0.75]), ("0.5–0.75", [0.5, 0.75]),
      ("0.5/0.75", [0.5, 0.75]), ("0.5×0.75", [0.5, 0.75]),
    ] as [(String, [Double])])
  func bothEndsOfARangeCount(text: String, expected: [Double]) {
    #expect(values(text) == expected)
  }

  @Test(arguments: [
    "1.2.3", "1.2.x", "v1.5", "w1.5", "w1.5x", "1.5_a", "2026.11.21", "2.0rc1", "0.5.1", "1.5.html",
    "a.5", "7.", "12", "12 000", "100 200 300", "1.5b2", "x.1.5", "0.16.dev",
  ])
  func versionsDatesFilesAndPartsOfWordsDoNotCount(text: String) {
    #expect(values(text) == [])
  }

  @Test func lettersBesideANumberInAFormulaAreVariables() {
    #expect(values("x1.5 + 0.5w_1 - 2.5^2", .formula) == [1.5, 0.5, 2.5])
    #expect(values(#"\alpha0.5 \frac{1.5}{2.5} \cdot3.5"#, .formula) == [0.5, 1.5, 2.5, 3.5])
  }

  @Test func theTextIsFromTheSignToTheUnit() {
    let found = DecimalNumbers.find(in: "from -1.37s, or 2.5 × 10⁻³ km, to 12 000.5% and +1.5")
    #expect(found.map(\.text) == ["-1.37s", "2.5 × 10⁻³", "12 000.5%", "1.5"])
    #expect(found.map(\.digits) == [6..<10, 16..<19, 34..<42, 49..<52])
  }

  @Test(
    .timeLimit(.minutes(20)), arguments: ["0.5 ", "100 ", "0.5,", "-", "1.", "\\,", "1.5\\hspace{"])
  func theTimeIsProportionalToTheLength(part: String) {
    let text = String(repeating: part, count: 50_000)
    for notation in [DecimalNumbers.Notation.prose, .formula] {
      _ = DecimalNumbers.find(in: Array(text.unicodeScalars), notation)
    }
  }
}
