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
    #expect(TextNumber.values(in: text) == expected)
  }
}
