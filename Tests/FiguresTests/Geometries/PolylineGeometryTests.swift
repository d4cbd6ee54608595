import Testing

@testable import Figures

@Suite struct PolylineGeometryTests {
  @Test func gapsAreDrawnAsGapsAndSaid() throws {
    let figure = plot { Line([1, 2, .nan, 4, 5]) }
    #expect(figure.notes == ["One value is not a number and leaves a gap."])
    let path = try #require(figure.svg.firstMatch(of: /stroke-linejoin="round" d="([^"]+)"/))
    #expect(path.1.filter { $0 == "M" || $0 == "m" }.count == 2)
  }

  @Test func onePointIsADot() {
    let figure = plot { Line([3], [5]) }
    #expect(figure.svg.contains("stroke-linecap=\"round\""))
    #expect(figure.notes.isEmpty)
  }

  @Test func pointsBetweenGapsAreOnePath() {
    let values = (0..<20_000).map { $0 % 2 == 0 ? Double($0 % 97) : .nan }
    let figure = plot { Line(values) }
    #expect(figure.svg.utf8.count < 30_000)
    #expect(figure.svg.contains("h0m"))
  }
}
