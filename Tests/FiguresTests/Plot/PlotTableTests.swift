import Testing

@testable import Figures

@Suite struct PlotTableTests {
  private func table(
    x: Axis = Axis("step"), y: Axis = Axis("loss"), @MarkBuilder marks: () -> [Plot.Layer]
  ) -> Table? {
    Plot("T", alt: "A.", x: x, y: y, marks: marks).dataTable
  }

  @Test func seriesOverTheSamePlacesShareTheirRows() throws {
    let table = try #require(
      table {
        Line([0, 1], [0.5, 0.25], label: "a")
        Line([0, 1], [3, .nan], label: "b")
      })
    #expect(table.columns == ["step", "a", "b"])
    #expect(table.rows == [["0", "0.5", "3"], ["1", "0.25", "—"]])
  }

  @Test func otherSeriesHaveARowForEachPoint() throws {
    let table = try #require(
      table {
        Line([0, 1], [1, 2], label: "a")
        Points([5], [6], label: "b")
      })
    #expect(table.columns == ["series", "step", "loss"])
    #expect(table.rows == [["a", "0", "1"], ["a", "1", "2"], ["b", "5", "6"]])
  }

  @Test func aLongSeriesIsThinnedFromItsFirstToItsLastPointAndSaysSo() throws {
    let table = try #require(table { Line((0..<1000).map { Double($0) }) })
    #expect(table.rows.count == 25)
    #expect(table.columns[0] == "step (25 of 1000)")
    #expect(table.rows.first == ["0", "0"] && table.rows.last == ["999", "999"])
  }

  @Test func oneLongSeriesAmongOthersSaysItInItsFirstRow() throws {
    let table = try #require(
      table {
        Line((0..<49).map { Double($0) }, label: "a")
        Points([5], [6], label: "b")
      })
    #expect(table.rows[0] == ["a (25 of 49)", "0", "0"])
    #expect(table.rows[1] == ["a", "2", "2"])
    #expect(table.rows[25] == ["b", "5", "6"])
  }

  @Test func namesStandForTheirPlaces() throws {
    let table = try #require(
      table(x: Axis()) { Bars(["a", "b"], groups: [("p", [1, 2]), ("q", [3, 4])]) })
    #expect(table.columns == ["x", "p", "q"])
    #expect(table.rows == [["a", "1", "3"], ["b", "2", "4"]])
  }

  @Test func stackedPartsAreGivenByThemselves() throws {
    let table = try #require(
      table { Bars(["a"], groups: [("p", [1]), ("q", [3])], isStacked: true) })
    #expect(table.rows == [["a", "1", "3"]])
  }

  @Test func marksOfSamplesHaveTablesOfTheirOwn() throws {
    let boxes = try #require(table { BoxPlots(["a"], samples: [[1, 2, 3, 4, 5]]) })
    #expect(boxes.rows == [["a", "1", "2", "3", "4", "5", "5"]])
    let bins = try #require(table { Histogram([0.1, 0.4, 1.2], bins: 2) })
    #expect(bins.columns == ["from", "to", "count"])
  }

  @Test func aMatrixIsItsTable() throws {
    let table = try #require(
      table(x: Axis("to"), y: Axis("from")) {
        HeatMap([[1, 2], [3, 4]], rows: ["a", "b"], columns: ["c", "d"])
      })
    #expect(table.columns == ["from", "c", "d"])
    #expect(table.rows == [["a", "1", "2"], ["b", "3", "4"]])
  }

  @Test func contoursAloneHaveNone() {
    #expect(table { Contours(x: 0...1, y: 0...1) { $0 + $1 } } == nil)
  }

  @Test func momentsAreWrittenAsDates() throws {
    let table = try #require(
      table(x: Axis("UTC", scale: .time)) {
        Line([Axis.seconds(year: 2024, month: 2, day: 29, hour: 9)], [1])
      })
    #expect(table.rows == [["2024-02-29 09:00", "1"]])
  }

  @Test func panelsAreToldApart() throws {
    let figure = Facets("T", alt: "A.") {
      Panel("a") { Line([1, 2]) }
      Panel("b") { Line([3, 4]) }
    }
    let table = try #require(figure.dataTable)
    #expect(table.columns == ["panel", "x", "y"])
    #expect(table.rows.last == ["b", "1", "4"])
  }
}
