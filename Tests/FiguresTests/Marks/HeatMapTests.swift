import Testing

@testable import Figures

@Suite struct HeatMapTests {
  @Test func theFirstRowIsOnTop() throws {
    let figure = plot { HeatMap([[1, 2], [3, 4]], rows: ["top", "bottom"]) }
    let top = try #require(figure.labels.first { $0.text == "top" })
    let bottom = try #require(figure.labels.first { $0.text == "bottom" })
    #expect(top.box.top < bottom.box.top)
    let two = try #require(figure.labels.first { $0.text == "2" })
    let three = try #require(figure.labels.first { $0.text == "3" })
    #expect(two.box.top < three.box.top && two.box.left > three.box.left)
  }

  @Test func aMatrixOfOneValueHasColours() {
    let figure = plot { HeatMap([[2, 2], [2, 2]]) }
    #expect(figure.notes.isEmpty)
    #expect(figure.svg.contains("stroke:var(--cool)"))
  }

  @Test func anEmptyMatrixIsSaid() {
    #expect(plot { HeatMap([]) }.notes == ["The matrix is empty."])
    #expect(plot { HeatMap([[]]) }.notes == ["The matrix is empty."])
  }

  @Test func raggedRowsAreRefused() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = HeatMap([[1, 2], [1]])
    }
    #expect(
      said(result).contains(
        "The rows of a HeatMap are ragged: 2 values are expected, but row 2 has 1."))
  }

  @Test func namesMustFitTheMatrix() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = HeatMap([[1, 2]], columns: ["a"])
    }
    #expect(said(result).contains("there are 2 columns and 1 names."))
  }
}
