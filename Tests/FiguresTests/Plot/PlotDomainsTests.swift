import Testing

@testable import Figures

@Suite struct PlotDomainsTests {
  @Test func aPlotWithoutMarksSaysSo() {
    #expect(plot {}.notes == ["The plot is empty."])
  }

  @Test func emptyMarksAreSaid() {
    #expect(plot { Histogram([]) }.notes == ["One series is empty."])
    #expect(plot { Bars([], []) }.notes == ["One series is empty."])
    #expect(plot { Density([]) }.notes == ["One series is empty."])
    #expect(plot { BoxPlots([], samples: []) }.notes == ["One series is empty."])
    #expect(plot { Band(runs: []) }.notes == ["One series is empty."])
    #expect(plot { Stems([], []) }.notes == ["One series is empty."])
  }

  @Test func anEmptySeriesIsSaid() {
    let figure = plot { Line([Double](), label: "nothing") }
    #expect(figure.notes == ["One series is empty."])
  }
}
