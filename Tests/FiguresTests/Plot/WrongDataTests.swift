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
