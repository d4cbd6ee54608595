import Testing

@testable import Figures

@Suite struct DirectLabelsTests {
  @Test func linesAreNamedBesideTheirEnds() throws {
    let figure = plot {
      Line([0, 1, 2], label: "rising")
      Line([2, 1, 0], label: "falling")
    }
    let rising = try #require(figure.labels.first { $0.text == "rising" })
    let falling = try #require(figure.labels.first { $0.text == "falling" })
    #expect(rising.box.top < falling.box.top)
    #expect(rising.box.left > 400 && falling.box.left > 400)
  }

  @Test func linesThatEndTogetherHaveNamesApart() {
    let figure = plot {
      for index in 0..<6 { Line([Double(index), 1], label: "line \(index)") }
    }
    let names = figure.labels.filter { $0.text.hasPrefix("line") }
    #expect(names.count == 6)
    for first in names.indices {
      for second in names.indices.dropFirst(first + 1) {
        #expect(names[first].ink.overlap(names[second].ink) == 0)
      }
    }
  }
}
