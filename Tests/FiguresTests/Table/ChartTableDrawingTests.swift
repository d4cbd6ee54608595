import Testing

@testable import Figures

@Suite struct ChartTableDrawingTests {
  @Test func numbersOfAColumnHaveOnePrecision() {
    let figure = ChartTable("T", alt: "A.", columns: [.number("n", [1, 2.5])])
    #expect(figure.labels.map { $0.text }.contains("1.0"))
  }

  @Test func barsGoBothWaysFromOneZero() throws {
    let figure = ChartTable("T", alt: "A.", columns: [.bar("b", [3, -2])])
    let path = try #require(
      figure.svg.firstMatch(
        of:
          /fill="var\(--figure-1[^"]*" d="M([0-9.]+) [0-9.]+h([0-9.]+)v13h[-0-9.]+zm(-?[0-9.]+) ?[0-9.]+h([0-9.]+)v13/
      ))
    // 110 pixels for 5 units: 66 to the right, and 44 that end where the first bar starts.
    #expect(path.2 == "66" && path.3 == "-44" && path.4 == "44")
  }

  @Test func aSparklineEndsWithADot() {
    let figure = ChartTable("T", alt: "A.", columns: [.sparkline("s", [[1, 2], [2, .nan]])])
    let dots = figure.svg.firstMatch(of: /d="(M[^"]*h0)" fill="none"/)
    #expect(dots?.1.matches(of: /h0/).count == 1)
  }
}
