import JSON
import Testing

struct HundredthsTests {
  @Test(arguments: [
    (1.239, "1.24"), (0.05, "0.05"), (12, "12.00"), (-3, "0.00"), (Double.nan, "0.00"),
    (1e300, "1000000000000000.00"), (-Double.infinity, "0.00"),
  ])
  func anyNumberThatAReportFromElsewhereHoldsHasAText(seconds: Double, text: String) {
    #expect(seconds.hundredths == text)
  }
}
