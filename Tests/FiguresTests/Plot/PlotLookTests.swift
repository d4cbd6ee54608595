import Testing

@testable import Figures

@Suite struct PlotLookTests {
  private func plot(
    x: Axis = Axis(), y: Axis = Axis(), width: Double = 520, @MarkBuilder marks: () -> [Plot.Layer]
  ) -> Plot {
    Plot("T", alt: "A.", x: x, y: y, width: width, marks: marks)
  }

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

  @Test func longNamesStandUprightAndNoneIsLeftOut() {
    let names = (0..<10).map { "a rather long name \($0)" }
    let figure = plot { Bars(names, names.indices.map { Double($0) }) }
    #expect(figure.notes.isEmpty)
    #expect(figure.svg.matches(of: /rotate\(-90\)/).count == 10)
    for name in names { #expect(figure.labels.contains { $0.text == name }) }
    // Numbers are thinned, as on any axis.
    let numbers = (0..<20).map { String($0 * 1000) }
    #expect(!plot(width: 480) { Bars(numbers, numbers.map { _ in 1 }) }.svg.contains("rotate"))
  }

  @Test func histogramsDifferInGreyPrint() {
    let figure = plot {
      Histogram([1, 2, 2, 3, 3, 3, 4], label: "a")
      Histogram([2, 3, 3, 4, 4, 4, 5], label: "b")
    }
    // Outline and key of the second.
    #expect(figure.svg.matches(of: /stroke-dasharray/).count == 2)
  }

  @Test func curvesBelowTheCentreAreDashed() {
    func dashes(_ colors: ColorScale?) -> Int {
      plot {
        Contours(x: -1...1, y: -1...1, levels: [-0.5, -0.25, 0, 0.5], colors: colors) { $0 * $1 }
      }.svg.matches(of: /stroke-dasharray="4 3"/).count
    }
    #expect(dashes(.diverging()) == 2)
    #expect(dashes(.diverging(around: 0.3)) == 3)
    #expect(dashes(.sequential) == 0)
    #expect(dashes(nil) == 0)
  }

  @Test func anInsetIsJoinedToItsPlace() {
    let figure = plot {
      Line(over: 0...10) { 1 / (1 + $0) }
      Inset(x: 8...10, y: 0.05...0.15, at: .topRight)
    }
    #expect(figure.svg.matches(of: /stroke-opacity="\.3" d="M[^"]*m[^"]*"/).count == 1)
  }

  @Test func powersWithoutLabelsAreMinorTicks() {
    let ticks = AxisTicks.make(
      axis: Axis(scale: .symmetricLogarithmic(threshold: 1)), lower: -1e6, upper: 1e6, count: 5)
    #expect(!ticks.major.contains(100))
    for value in ticks.minor { #expect(!ticks.major.contains(value)) }
    for exponent in 1...5 {
      let value = Decimal.power(exponent)
      #expect(ticks.major.contains(value) || ticks.minor.contains(value))
      #expect(ticks.major.contains(-value) || ticks.minor.contains(-value))
    }
  }

  @Test func smallStepsFarFromZeroAreWrittenInFull() {
    let format = TickFormat(values: [1_000_000.25, 1_000_000.5, 1_000_000.75])
    #expect(format.text(1_000_000.5) == "1\u{202F}000\u{202F}000.50")
    #expect(TickFormat(values: [1e6, 2e6]).text(2e6) == "2×10⁶")
  }
}
