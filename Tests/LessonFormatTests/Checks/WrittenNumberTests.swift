import Testing

@testable import LessonFormat

@Suite struct WrittenNumberTests {
  @Test(arguments: [
    ("0.550", 0.55, 0.0005), ("1e-3", 1e-3, 0.0005), ("12", 12, 0.5), ("-1.5e2", -150, 5),
    ("+3.0", 3, 0.05), ("−2", -2, 0.5), (".5", 0.5, 0.05), ("1_000.25", 1000.25, 0.005),
  ])
  func aNumberKeepsThePrecisionInWhichItIsWritten(text: String, value: Double, halfUnit: Double)
    throws
  {
    let number = try #require(WrittenNumber(text))
    #expect(number.value == value)
    #expect(abs(number.halfUnit - halfUnit) <= halfUnit * 1e-12)
  }

  @Test(arguments: [
    "", "-", ".", "1.", "e3", "1e", "0x10", "1,5", "1 2", "nano", "infinite", "--1", "1__0", "_1",
  ])
  func whatIsNotANumberIsNone(text: String) {
    #expect(WrittenNumber(text) == nil)
  }

  @Test
  func aNumberBeyondTheRangeOfDoubleIsInfiniteOrZeroAndNoCrash() throws {
    #expect(try #require(WrittenNumber("1e400")).value == .infinity)
    #expect(try #require(WrittenNumber("1e-400")).value == 0)
    #expect(try #require(WrittenNumber("1e99999999999999999999")).value == .infinity)
  }
}
