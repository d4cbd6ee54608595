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

  @Test func aSeriesLooksTheSameInAllPanels() {
    let figure = Facets("T", alt: "A.") {
      Panel("a") {
        Line([0, 1], label: "x")
        Line([1, 0], label: "y")
      }
      Panel("b") { Line([0, 1], label: "y") }
    }
    #expect(!figure.svg.contains("--figure-3"))
    #expect(figure.labels.filter { $0.text == "y" }.count == 1)
  }

  @Test func loopsMakePanels() {
    let figure = Facets("T", alt: "A.", columns: 3) {
      for number in 1...7 { Panel("p\(number)") { Line([0, Double(number)]) } }
    }
    for number in 1...7 { #expect(figure.labels.contains { $0.text == "p\(number)" }) }
    // Panels without one beneath say what is on their horizontal axis.
    #expect(figure.labels.filter { $0.text == "1.0" }.count >= 3)
  }

  @Test func notesNameTheirPanel() {
    let figure = Facets("T", alt: "A.") {
      Panel("a") { Line([0, .nan, 1]) }
      Panel("b") { Line([0, 1]) }
    }
    #expect(figure.notes == ["a: One value is not a number and leaves a gap."])
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

  @Test func anInsetHasAxesOfItsOwn() {
    let figure = Plot("T", alt: "A.") {
      Line(over: 0...100) { $0 * $0 }
      Inset(x: 1...2, y: 0...5)
    }
    #expect(figure.labels.contains { $0.text == "1.5" })
  }

  @Test func anInsetOnAnAxisWithoutItsPlaceIsSaid() {
    let figure = Plot("T", alt: "A.", y: Axis(scale: .logarithmic)) {
      Line([1, 10])
      Inset(x: 0...1, y: -1...1)
    }
    #expect(figure.notes == ["An inset has no place on these axes."])
  }
}
