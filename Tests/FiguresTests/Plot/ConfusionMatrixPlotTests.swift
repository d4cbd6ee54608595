import Testing

@testable import Figures

@Suite struct ConfusionMatrixPlotTests {
  @Test func aConfusionMatrixShowsCountsOnShares() {
    let figure = Plot.confusionMatrix(
      "T", alt: "A.", counts: [[90, 10], [0, 5]], classes: ["a", "b"])
    let texts = figure.labels.map { $0.text }
    #expect(texts.contains("90") && texts.contains("10") && texts.contains("5"))
    #expect(texts.contains("predicted") && texts.contains("true class"))
  }

  @Test func aConfusionMatrixMustBeSquare() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Plot.confusionMatrix("T", alt: "A.", counts: [[1, 2]], classes: ["a", "b"])
    }
    #expect(said(result).contains("needs a row and a column for each of its 2 classes."))
  }
}
