import Testing

@testable import Figures

@Suite struct ZeroLinesTests {
  /// Axes and zero lines are drawn alike.
  private func axisLines(_ figure: Plot) -> Int {
    figure.svg.matches(of: /stroke-opacity="\.55"/).count
  }

  @Test func marksThatGoBothWaysHaveALineAtZero() {
    #expect(axisLines(plot { Bars(["a", "b"], [1, 2]) }) == 1)
    #expect(axisLines(plot { Bars(["a", "b"], [1, -2]) }) == 2)
    #expect(axisLines(plot { Bars(["a", "b"], [1, -2], isHorizontal: true) }) == 2)
    #expect(axisLines(plot { Stems([1, 2], [1, -2]) }) == 2)
    #expect(axisLines(plot { Stems([0, 1], [1, -2], isHorizontal: true) }) == 2)
    #expect(axisLines(plot { Line([1, -2]) }) == 1)
  }
}
