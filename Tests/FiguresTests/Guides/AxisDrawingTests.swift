import Testing

@testable import Figures

@Suite struct AxisDrawingTests {
  private func gridLines(_ figure: Plot) -> Int {
    guard
      let grid = figure.svg.firstMatch(
        of: /d="([^"]+)" stroke="currentColor" stroke-opacity="\.11"/)
    else { return 0 }
    return grid.1.filter { $0 == "M" || $0 == "m" }.count
  }

  @Test func hairlinesStandAtTheTicksAboveTheAxis() {
    #expect(gridLines(plot(y: Axis(in: 0...3, ticks: [0, 1, 2, 3])) { Line([0, 3]) }) == 3)
  }

  @Test func whatFillsTheFrameHasNoHairlines() {
    #expect(gridLines(plot { Contours(x: 0...1, y: 0...1) { $0 + $1 } }) == 0)
  }

  @Test func aListHasHairlinesAtItsValues() {
    let figure = plot(x: Axis(in: 0...2, ticks: [0, 1, 2])) {
      Bars(["a", "b", "c"], [1, 2, 1], isHorizontal: true)
    }
    #expect(gridLines(figure) == 2)
  }

  @Test func titlesStandAboveAndBelow() throws {
    let figure = plot(x: Axis("step"), y: Axis("loss")) { Line([0, 1]) }
    let x = try #require(figure.labels.first { $0.text == "step" })
    let y = try #require(figure.labels.first { $0.text == "loss" })
    for label in figure.labels where !["step", "loss"].contains(label.text) {
      #expect(y.box.top <= label.box.top && x.box.bottom >= label.box.bottom)
    }
  }
}
