import Testing

@testable import Figures

@Suite struct SeriesStylesTests {
  @Test func marksWithOneLabelAreOneSeries() {
    let figure = plot {
      Points([1, 2], [1, 2], label: "a")
      Line([1, 2], [1, 2], label: "a")
      Line([1, 2], [2, 1], label: "b")
    }
    #expect(!figure.svg.contains("--figure-3"))
    #expect(figure.labels.filter { $0.text == "a" }.count == 1)
  }

  @Test func aSeriesByNumberLooksTheSameEverywhere() {
    let figure = plot {
      for start in [0.0, 1] {
        Path(points: [(start, 0), (start + 2, 1)], arrows: 0, color: .series(2))
      }
    }
    #expect(figure.svg.matches(of: /z" fill="var\(--figure-2,/).count == 2)
    #expect(!figure.svg.contains("--figure-1"))
  }

  @Test func seriesDifferInDashAndSymbol() {
    let lines = plot {
      Line([1, 2], label: "a")
      Line([2, 1], label: "b")
    }
    #expect(lines.svg.contains("stroke-dasharray"))
    let points = plot {
      Points([1], [1], label: "a")
      Points([2], [2], label: "b")
    }
    #expect(points.svg.contains("stroke-linecap=\"round\""))
    #expect(points.svg.contains("z\" fill=\"var(--figure-2,"))
  }
}
