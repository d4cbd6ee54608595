import Testing

@testable import Figures

@Suite struct InsetDrawingTests {
  @Test func longLabelsHaveRoomInTheInset() throws {
    let figure = plot(width: 600) {
      Line([4e9, 4e9 + 100], [0, 1])
      Inset(x: (4e9 + 90)...(4e9 + 92), y: 0.9...0.92)
    }
    let size = try #require(figure.svg.firstMatch(of: /viewBox="0 0 ([0-9.]+)[ ]/))
    for first in figure.labels.indices {
      #expect(try figure.labels[first].box.right <= #require(Double(size.1)))
      for second in figure.labels.indices.dropFirst(first + 1) {
        #expect(figure.labels[first].ink.overlap(figure.labels[second].ink) == 0)
      }
    }
  }

  @Test func anInsetIsJoinedToItsPlace() {
    let figure = plot {
      Line(over: 0...10) { 1 / (1 + $0) }
      Inset(x: 8...10, y: 0.05...0.15, at: .topRight)
    }
    #expect(figure.svg.matches(of: /stroke-opacity="\.3" d="M[^"]*m[^"]*"/).count == 1)
  }

  @Test func anInsetHasAxesOfItsOwn() {
    let figure = Plot("T", alt: "A.") {
      Line(over: 0...100) { $0 * $0 }
      Inset(x: 1...2, y: 0...5)
    }
    #expect(figure.labels.contains { $0.text == "1.5" })
  }
}
