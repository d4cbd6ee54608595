import Testing

@testable import LessonFormat

@Suite struct TextNumberTests {
  @Test func aNumberAfterAMinusThatSubtractsMayHaveEitherSign() {
    #expect(TextNumber.all(in: "x - 0.5 and -0.25").map(\.candidates) == [[0.5, -0.5], [-0.25]])
  }

  @Test(
    arguments: [
      ("0.550 ± 1e-3", [0.55, 0.001]), ("[-0.5, 2]", [-0.5, 2]), ("took 0.55s", [0.55]),
      ("12 345.5", [12_345.5, 12, 345.5]), ("x = \"0.5 m\"", [0.5]), ("no number", []),
      ("1\n000.5", [1, 0.5]), ("1.2.3", []),
    ] as [(String, Set<Double>)])
  func allNumbersOfWhatIsExpectedAreValues(text: String, expected: Set<Double>) {
    #expect(Set(TextNumber.halfUnits(in: text).keys) == expected)
  }

  @Test(
    arguments: [
      ("0.550", 0.55, 0.0005), ("0.55 and 0.550", 0.55, 0.0005), ("2", 2, 0.5),
      ("1.5e-3", 0.0015, 0.000_05), ("1.5 × 10⁻³", 0.0015, 0.000_05), ("12 345.5", 12_345.5, 0.05),
    ] as [(String, Double, Double)])
  func eachIsKnownToTheLastPlaceThatIsWritten(text: String, value: Double, halfUnit: Double) {
    #expect(TextNumber.halfUnits(in: text)[value] == halfUnit)
  }
}
