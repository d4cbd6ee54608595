import Testing

@testable import Figures

@Suite struct NetworkDiagramTests {
  private func diagram(_ weights: [[[Double]]]) -> NetworkDiagram {
    NetworkDiagram(
      "T", alt: "A.", layers: [.init("in", units: ["a", "b"]), .init("out", units: ["c"])],
      weights: weights)
  }

  @Test func negativeWeightsAreDashed() {
    #expect(!diagram([[[1, 2]]]).svg.contains("stroke-width=\"5\" stroke-dasharray"))
    #expect(diagram([[[1, -2]]]).svg.contains("stroke-width=\"5\" stroke-dasharray=\"7 4\""))
  }

  @Test func weightsAreInTheTable() throws {
    let table = try #require(diagram([[[1, -2.5]]]).dataTable)
    #expect(table.rows == [["a", "c", "1"], ["b", "c", "−2.5"]])
  }

  @Test func weightsThatAreNotFiniteAreSaid() {
    #expect(diagram([[[1, .nan]]]).notes == ["One weight is not finite and is left out."])
    #expect(diagram([[[0, 0]]]).notes.isEmpty)
  }

  @Test func raggedWeightsAreRefused() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = NetworkDiagram(
        "Net", alt: "A.", layers: [.init("in", count: 2), .init("out", count: 1)],
        weights: [[[1, 2, 3]]])
    }
    #expect(
      said(result).contains("The weights into “out” in the network “Net” need 1 rows of 2."))
  }
}
