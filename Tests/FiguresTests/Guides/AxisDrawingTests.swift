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

  @Test(arguments: ["w₂", "y", "loss per sample"])
  func aLabelAtTheTopDoesNotTouchTheTitle(title: String) throws {
    for axis in [Axis(title, in: 0...1), Axis(title, in: 0...1.004), Axis(title, in: 0...1.2)] {
      for figure in [
        plot(y: axis) { Line([0, 1]) }.labels,
        Facets("T", alt: "A.", y: axis, sharing: .x) {
          Panel("first") { Line([0, 1]) }
          Panel("second") { Line([0, 1]) }
        }.labels,
      ] {
        for label in figure where label.text == title {
          for other in figure where other.text != title {
            #expect(
              label.box.expanded(by: 1.5).overlap(other.box) == 0, "\(other.text) below \(title)")
          }
        }
      }
    }
  }

  @Test func titlesOfPanelsInARowStandAtOneHeight() {
    let figure = Facets("T", alt: "A.", sharing: .none) {
      Panel("low", y: Axis("y", in: 0...1.2)) { Line([0, 1]) }
      Panel("high", y: Axis("y", in: 0...1)) { Line([0, 1]) }
    }
    #expect(Set(figure.labels.filter { $0.text == "y" }.map { $0.box.top }).count == 1)
    #expect(
      Set(figure.labels.filter { ["low", "high"].contains($0.text) }.map { $0.box.top }).count == 1)
  }

  @Test func aTitleWithRoomStandsWhereItAlwaysDid() throws {
    let low = plot(y: Axis("y", in: 0...1.2)) { Line([0, 1]) }
    let high = plot(y: Axis("y", in: 0...1)) { Line([0, 1]) }
    func top(_ figure: Plot) throws -> Double {
      try #require(figure.labels.first { $0.text == "y" }).box.top
    }
    #expect(try top(low) - top(high) == 4)
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
