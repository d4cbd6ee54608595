import Testing

@testable import Figures

/// Data that are wrong are refused with what is wrong, or shown as far as they go, and it is said.
@Suite struct WrongDataTests {
  private func plot(
    x: Axis = Axis(), y: Axis = Axis(), @MarkBuilder marks: () -> [Plot.Layer]
  ) -> Plot {
    Plot("T", alt: "A.", x: x, y: y, marks: marks)
  }

  @Test func gapsAreDrawnAsGapsAndSaid() throws {
    let figure = plot { Line([1, 2, .nan, 4, 5]) }
    #expect(figure.notes == ["One value is not a number and leaves a gap."])
    let path = try #require(figure.svg.firstMatch(of: /stroke-linejoin="round" d="([^"]+)"/))
    #expect(path.1.filter { $0 == "M" || $0 == "m" }.count == 2)
  }

  @Test func infinitiesAreMarkedAtTheEdgeAndSaid() {
    let figure = plot { Line([1, .infinity, 3, -.infinity, 2]) }
    #expect(figure.notes == ["2 values are infinite; arrows at the edge stand for them."])
    #expect(
      figure.svg.contains("stroke=\"var(--figure-background,#ffffff)\" stroke-width=\"1\" d="))
    let sideways = plot { Points([1, .infinity, 2], [1, 2, 3]) }
    #expect(sideways.notes == ["One value is infinite; an arrow at the edge stands for it."])
  }

  @Test func whatIsInfiniteIsMarkedForEveryMarkThatSaysSo() throws {
    let arrow =
      /stroke="var\(--figure-background,#ffffff\)" stroke-width="1" d="M([0-9.]+) ([0-9.]+)/
    let bars = plot { Bars(["a", "b"], [1, .infinity]) }
    #expect(bars.notes == ["One value is infinite; an arrow at the edge stands for it."])
    #expect(bars.svg.firstMatch(of: arrow) != nil)
    let lying = plot { Bars(["a", "b"], [1, -.infinity], isHorizontal: true) }
    #expect(lying.svg.firstMatch(of: arrow) != nil)
    let errors = plot { ErrorBars([0, 1], [1, 2], errors: [0.5, .infinity]) }
    #expect(errors.notes == ["2 values are infinite; arrows at the edge stand for them."])
    #expect(errors.svg.firstMatch(of: arrow) != nil)
  }

  @Test func barsThatAreAllZeroHaveAnAxis() {
    let figure = plot { Bars(["a", "b"], [0, 0], showsValues: true) }
    #expect(figure.labels.map { $0.text }.contains("1.00"))
    let lying = plot { Bars(["a", "b"], [0, 0], isHorizontal: true) }
    #expect(lying.labels.map { $0.text }.contains("1.0"))
  }

  /// A mean less its deviation is often negative where a loss is small.
  @Test func aBandThatReachesZeroOnALogarithmicAxisIsDrawnDownToTheEdge() throws {
    let figure = plot(y: Axis(scale: .logarithmic)) {
      Band([0, 1, 2], lower: [1, -0.5, 1], upper: [10, 10, 10])
    }
    #expect(figure.notes == ["A band is cut off at the edge in one place."])
    let path = try #require(figure.svg.firstMatch(of: /fill-opacity="\.22" d="([^"]+)"/))
    #expect(path.1.filter { $0 == "M" || $0 == "m" }.count == 1)
    let area = plot(y: Axis(scale: .logarithmic)) { Area([0, 1], [10, 100]) }
    #expect(area.notes.isEmpty)
    #expect(area.svg.contains("fill-opacity=\".22\""))
  }

  @Test func anErrorBarThroughZeroOnALogarithmicAxisKeepsItsUpperEnd() throws {
    let figure = plot(y: Axis(scale: .logarithmic)) {
      ErrorBars([0, 1], [1, 1], errors: [0.5, 3])
    }
    #expect(
      figure.notes == ["One value is not positive and has no place on a logarithmic axis."])
    let path = try #require(figure.svg.firstMatch(of: /stroke-width="1.3" d="([^"]+)"/))
    // Two strokes, and caps at three ends.
    #expect(path.1.filter { $0 == "M" || $0 == "m" }.count == 5)
  }

  @Test func whereAFunctionHasNoValueTheGroundIsBlankAndItIsSaid() {
    let figure = plot {
      Contours(x: -1...1, y: -1...1, colors: .sequential) { x, y in x < 0 ? .nan : x * y }
    }
    #expect(
      figure.notes == ["The function has no value in about 50 % of the area, which is left blank."])
    #expect(figure.svg.contains("<path fill=\"var(--figure-background,#ffffff)\" fill-rule"))
    let peak = plot { Contours(x: -1...1, y: -1...1) { x, y in 1 / (x * x + y * y - 0.0) } }
    #expect(peak.notes.isEmpty)
  }

  @Test func aFunctionWithoutCurvesIsSaid() {
    #expect(
      plot { Contours(x: 0...1, y: 0...1) { _, _ in 3 } }.notes
        == ["No level curve runs through the area."])
    #expect(
      plot { Contours(x: 0...1, y: 0...1) { _, _ in .nan } }.notes
        == ["The function has no value anywhere."])
  }

  @Test func aPlotWithoutMarksSaysSo() {
    #expect(plot {}.notes == ["The plot is empty."])
  }

  @Test func aMillionNamesAreASmallFigure() {
    let names = (0..<1_000_000).map { _ in "name" }
    let figure = plot { Bars(names, names.indices.map { Double($0 % 97) }) }
    #expect(figure.svg.utf8.count < 30_000)
    #expect(figure.notes.count == 2)
  }

  @Test func anAreaCountsItsGapsOnce() {
    let figure = plot { Area([0, 1, 2, 3, 4], [1, .nan, 2, 3, 4]) }
    #expect(figure.notes == ["One value is not a number and leaves a gap."])
  }

  @Test func negativeValuesOnALogarithmicAxisAreSaid() {
    let figure = plot(y: Axis(scale: .logarithmic)) { Line([1, -2, 0, 4]) }
    #expect(
      figure.notes == ["2 values are not positive and have no place on a logarithmic axis."])
  }

  @Test func barsOnALogarithmicAxisStandOnIt() {
    let figure = plot(y: Axis(scale: .logarithmic)) { Bars(["a", "b"], [10, 1000]) }
    #expect(figure.notes.isEmpty)
    #expect(figure.svg.contains("z"))
  }

  @Test func emptyMarksAreSaid() {
    #expect(plot { Histogram([]) }.notes == ["One series is empty."])
    #expect(plot { Bars([], []) }.notes == ["One series is empty."])
    #expect(plot { Density([]) }.notes == ["One series is empty."])
    #expect(plot { BoxPlots([], samples: []) }.notes == ["One series is empty."])
    #expect(plot { Band(runs: []) }.notes == ["One series is empty."])
    #expect(plot { Stems([], []) }.notes == ["One series is empty."])
  }

  @Test func oneValueIsEnoughForEveryMark() {
    #expect(plot { Histogram([2]) }.notes.isEmpty)
    #expect(plot { Density([2]) }.notes.isEmpty)
    #expect(plot { BoxPlots(["a"], samples: [[2]]) }.notes.isEmpty)
    #expect(plot { Bars(["a"], [2]) }.svg.contains("z"))
    #expect(plot { Band(runs: [[1]]) }.svg.hasSuffix("</svg>"))
    #expect(plot { Steps([1], [1]) }.svg.contains("stroke-linecap=\"round\""))
    #expect(plot { Stems([1], [1]) }.svg.contains("stroke-linecap=\"round\""))
  }

  @Test func tenThousandNamesAreThinnedAndSaid() {
    let figure = plot {
      Bars((0..<10_000).map { "c\($0)" }, (0..<10_000).map { Double($0 % 97) })
    }
    #expect(
      figure.notes == [
        "Of 10\u{202F}000 names on the horizontal axis one in 2000 is written.",
        "Bars narrower than a pixel are drawn together.",
      ])
    #expect(figure.svg.utf8.count < 30_000)
  }

  @Test func aNameThatIsTooLongIsCutOff() {
    let figure = plot {
      Bars([String(repeating: "long ", count: 30), "b"], [1, 2], isHorizontal: true)
    }
    #expect(figure.labels.contains { $0.text.hasSuffix("…") })
  }

  @Test func raggedRunsAreRefused() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Band(runs: [[1, 2, 3], [1, 2]])
    }
    #expect(
      said(result).contains(
        "The runs of a Band are ragged: 3 values are expected, but run 2 has 2."))
  }

  @Test func groupsWithoutAValueForEachNameAreRefused() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Bars(["a", "b"], groups: [("train", [1, 2]), ("test", [1])])
    }
    #expect(
      said(result).contains(
        "Bars need one value for each name, but there are 2 names and 1 values of “test”."))
  }

  @Test func negativeErrorsAreRefused() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = ErrorBars([1], [1], errors: [-0.5])
    }
    #expect(said(result).contains("An error of ErrorBars is negative: −0.5."))
  }

  @Test func aMillionPointsAreASmallFigure() {
    var random = GalleryNumbers(seed: 6)
    let noise = (0..<1_000_000).map { _ in random.uniform() }
    #expect(plot { Line(noise) }.svg.utf8.count < 30_000)
  }
}
