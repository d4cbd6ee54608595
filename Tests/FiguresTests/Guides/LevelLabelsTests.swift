import Testing

@testable import Figures

@Suite struct LevelLabelsTests {
  @Test func levelsStandOnTheirCurves() throws {
    let figure = plot {
      Contours(x: -2...2, y: -2...2, levels: [1, 2], labeled: true) { $0 * $0 + $1 * $1 }
    }
    let place = try #require(figure.labels.last { $0.text == "1" })
    let two = try #require(figure.labels.last { $0.text == "2" })
    #expect(place.box.overlap(two.box) == 0)
  }
}
