import Testing

@testable import Figures

@Suite struct IteratesGeometryTests {
  @Test func iteratesOutsideTheAxesAreSaid() {
    let figure = plot {
      Contours(x: -1...1, y: -1...1) { x, y in x * x + y * y }
      Path(points: [(0.5, 0.5), (0.9, 0.9), (1.5, 1.5), (9, 9)], label: "run")
    }
    #expect(figure.notes == ["2 iterates of run outside the axes are not seen."])
  }

  @Test func headsLieAboveAllWaysWithARimThatLiftsThemOff() throws {
    let figure = plot {
      Path(points: [(0, 0), (1, 1), (2, 0), (3, 1)], label: "a")
      Path(points: [(0, 1), (1, 0), (2, 1), (3, 0)], label: "b")
    }
    let head = try #require(
      figure.svg.firstRange(
        of: "<path fill=\"var(--figure-1,#0164ad)\" stroke=\"var(--figure-background"))
    let last = try #require(figure.svg.ranges(of: "stroke-linejoin=\"round\"").last)
    #expect(head.lowerBound > last.lowerBound)
  }

  @Test func aPathThatDivergedEndsWhereItDid() {
    let figure = plot {
      Path(points: [(0, 0), (1, 1), (.infinity, .nan), (2, 2)])
    }
    #expect(figure.notes == ["The way ends after 2 iterates: the next one is not finite."])
    #expect(figure.svg.hasSuffix("</svg>"))
  }
}
