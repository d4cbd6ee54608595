import Testing

@testable import Figures

/// Data that are wrong are refused with what is wrong, or shown as far as they go, and it is said.
@Suite struct WrongDataTests {
  @Test func aMillionNamesAreASmallFigure() {
    let names = (0..<1_000_000).map { _ in "name" }
    let figure = plot { Bars(names, names.indices.map { Double($0 % 97) }) }
    #expect(figure.svg.utf8.count < 30_000)
    #expect(figure.notes.count == 2)
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

  @Test func aMillionPointsAreASmallFigure() {
    var random = GalleryNumbers(seed: 6)
    let noise = (0..<1_000_000).map { _ in random.uniform() }
    #expect(plot { Line(noise) }.svg.utf8.count < 30_000)
  }
}
