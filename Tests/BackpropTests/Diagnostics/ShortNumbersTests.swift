import Testing

@testable import Backprop

@Suite struct ShortNumbersTests {
  @Test(arguments: [
    (0.5, "0.5"), (123456.0, "123500"), (-0.00012345, "−0.0001234"), (99999.6, "100000"),
    (1e300, "1e+300"), (-1.23456e-30, "−1.235e-30"), (1e-7, "1e-07"), (3.0, "3"),
  ])
  func numbersAreWrittenWithFourDigits(number: Double, text: String) {
    #expect(shortened(number) == text)
  }

  @Test func zeroAndWhatIsNotFiniteHaveTheirSigns() {
    #expect(shortened(0) == "0")
    #expect(shortened(-0.0) == "0")
    #expect(shortened(.nan) == "NaN")
    #expect(shortened(.infinity) == "∞")
    #expect(shortened(-.infinity) == "−∞")
  }

  @Test func roundingMayCarryIntoTheNextPower() {
    #expect(shortened(9.9999) == "10")
    #expect(shortened(99_994) == "99990")
    #expect(shortened(9.9999e99) == "1e+100")
  }

  @Test func theSmallestAndLargestNumbersAreWrittenToo() {
    #expect(shortened(.greatestFiniteMagnitude) == "1.798e+308")
    #expect(shortened(.leastNonzeroMagnitude) == "4.941e-324")
  }

  @Test func aPartOfAWholeIsWrittenInPerCent() {
    #expect(percentage(0.5) == "50 %")
    #expect(percentage(1.0 / 3) == "33.33 %")
    #expect(percentage(0) == "0 %")
  }
}
