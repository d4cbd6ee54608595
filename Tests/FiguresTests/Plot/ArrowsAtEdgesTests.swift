import Testing

@testable import Figures

@Suite struct ArrowsAtEdgesTests {
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
}
