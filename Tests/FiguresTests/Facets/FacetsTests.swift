import Testing

@testable import Figures

@Suite struct FacetsTests {
  @Test func panelsShareTheirScales() {
    let figure = Facets("T", alt: "A.", columns: 2) {
      Panel("a") { Line([0, 1]) }
      Panel("b") { Line([0, 10]) }
    }
    // One vertical axis has labels, and reaches to ten.
    #expect(figure.labels.filter { $0.text == "10" }.count == 1)
    #expect(figure.labels.contains { $0.text == "a" } && figure.labels.contains { $0.text == "b" })
  }

  @Test func panelsWithoutSharedScalesHaveTheirOwn() {
    let figure = Facets("T", alt: "A.", columns: 2, sharing: .none) {
      Panel("a", y: Axis("p", in: 0...1)) { Line([0, 1]) }
      Panel("b", y: Axis("q", scale: .logarithmic)) { Line([1, 1000]) }
    }
    let texts = figure.labels.map { $0.text }
    #expect(texts.contains("p") && texts.contains("q") && texts.contains("1000"))
  }

  @Test func aPanelMustNotHaveAnAxisThatAllShare() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Facets("Runs", alt: "A.") { Panel("a", y: Axis("own")) { Line([0, 1]) } }
    }
    #expect(
      said(result).contains(
        "The panel “a” of “Runs” has an axis of its own, which all panels share."))
  }

  @Test func aFigureWithoutPanelsIsRefused() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Facets("Runs", alt: "A.") {}
    }
    #expect(said(result).contains("The figure “Runs” needs a panel at least."))
  }

  // MARK: Insets
}
