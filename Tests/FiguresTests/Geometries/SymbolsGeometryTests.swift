import Testing

@testable import Figures

@Suite struct SymbolsGeometryTests {
  private func radius(_ count: Int) -> String? {
    let xs = (0..<count).map { Double($0) }
    let figure = plot { Points(xs, xs) }
    return figure.svg.firstMatch(of: /stroke-linecap="round" stroke-width="([0-9.]+)"/)
      .map { String($0.1) }
  }

  @Test func manySymbolsAreSmall() {
    #expect(radius(300) == "6")
    #expect(radius(301) == "3.6")
  }

  @Test func aSymbolOutsideTheAxesIsNotDrawn() {
    let figure = plot(x: Axis(in: 0...1), y: Axis(in: 0...1)) { Points([0.5, 2], [0.5, 0.5]) }
    #expect(figure.svg.firstMatch(of: /d="M[0-9. ]+h0" fill="none"/) != nil)
  }
}
