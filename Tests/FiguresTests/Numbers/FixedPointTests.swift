import Testing

@testable import Figures

@Suite struct FixedPointTests {
  @Test(arguments: [
    (0.0, "0"), (-0.001, "0"), (0.5, ".5"), (-0.25, "-.25"), (12, "12"), (12.345, "12.35"),
    (12.3, "12.3"), (-7.004, "-7"), (0.05, ".05"), (1e300, "10000000"), (.nan, "0"),
  ])
  func coordinatesHaveTwoDecimalsAtMost(value: Double, text: String) {
    #expect(FixedPoint.text(value) == text)
  }

  @Test func decimalsCanBeFewer() {
    #expect(FixedPoint.text(12.345, decimals: 1) == "12.3")
    #expect(FixedPoint.text(12.5, decimals: 0) == "13")
  }
}
