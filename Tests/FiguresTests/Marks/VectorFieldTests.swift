import Testing

@testable import Figures

@Suite struct VectorFieldTests {
  @Test func vectorsThatAreNotFiniteAreLeftOutAndSaid() {
    let figure = plot {
      VectorField(x: 0...1, y: 0...1, count: 4) { x, _ in x < 0.2 ? (.nan, 1) : (1, 0) }
    }
    #expect(figure.notes == ["2 vectors are not finite and are left out."])
  }

  @Test func anEmptyDomainIsRefused() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = VectorField(x: 1...1, y: 0...1) { _, _ in (0, 0) }
    }
    #expect(said(result).contains("A VectorField needs a domain with room, not 1 to 1."))
  }
}
