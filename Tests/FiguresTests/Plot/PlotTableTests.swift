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

  @Test func aFunctionOfTwoVariablesIsGivenAtSomePlaces() throws {
    let table = try #require(table { Contours(x: 0...6, y: 0...6, samples: 13) { $0 + 10 * $1 } })
    #expect(table.columns == ["loss, step = ", "0", "1", "2", "3", "4", "5", "6"])
    #expect(table.rows.count == 7)
    #expect(table.rows.first == ["6", "60", "61", "62", "63", "64", "65", "66"])
    let heat = try #require(
      self.table { HeatMap(x: 0...2, y: 0...2, samples: 2) { x, y in x < 1 ? .nan : x + y } })
    #expect(heat.rows == [["1.5", "—", "3"], ["0.5", "—", "2"]])
  }

  @Test func pathsOverAFunctionAreGivenRatherThanIt() throws {
    let table = try #require(
      table {
        Contours(x: 0...6, y: 0...6) { $0 + 10 * $1 }
        Path([1, 2], [3, 4], label: "run")
      })
    #expect(table.rows == [["1", "3"], ["2", "4"]])
  }

  @Test func aSurfaceIsGivenAtSomePlaces() throws {
    let figure = Surface("T", alt: "A.", x: 0...6, y: 0...12) { $0 + $1 }
    let table = try #require(figure.dataTable)
    #expect(table.columns == ["y, x = ", "0", "1", "2", "3", "4", "5", "6"])
    #expect(table.rows.last == ["0", "0", "1", "2", "3", "4", "5", "6"])
  }

  @Test func lyingBarsAreGivenByTheirNames() throws {
    let table = try #require(
      table(x: Axis("score"), y: Axis("")) {
        Bars(["a", "b"], groups: [("p", [1, 2]), ("q", [3, 4])], isHorizontal: true)
      })
    #expect(table.columns == ["y", "p", "q"])
    #expect(table.rows == [["a", "1", "3"], ["b", "2", "4"]])
  }

  @Test func errorBarsAreGivenByTheirEnds() throws {
    let table = try #require(
      table(y: Axis("score")) {
        Bars(["a", "b"], [5, 6])
        ErrorBars([0, 1], [5, 6], errors: [1, 2])
      })
    #expect(table.columns == ["step", "score", "from", "to"])
    #expect(table.rows == [["a", "5", "4", "6"], ["b", "6", "4", "8"]])
    let lying = try #require(
      self.table(x: Axis("score"), y: Axis("")) {
        Bars(["a"], [5], isHorizontal: true)
        ErrorBars([0], [5], errors: [1], label: "s", isHorizontal: true)
      })
    #expect(lying.columns == ["y", "score", "s, from", "s, to"])
    #expect(lying.rows == [["a", "5", "4", "6"]])
  }

  @Test func seriesWithoutNamesAreNumbered() throws {
    let table = try #require(table { for slope in [1.0, 2] { Line([0, slope]) } })
    #expect(table.columns == ["step", "loss 1", "loss 2"])
  }

  @Test func numbersThatDifferAreWrittenSo() throws {
    let table = try #require(table { Line([1_000_000.1, 1_000_000.2]) })
    #expect(table.rows.map { $0[1] } == ["1\u{202F}000\u{202F}000.1", "1\u{202F}000\u{202F}000.2"])
  }

  @Test func momentsAreWrittenAsDates() throws {
    let table = try #require(
      table(x: Axis("UTC", scale: .time)) {
        Line([Axis.seconds(year: 2024, month: 2, day: 29, hour: 9)], [1])
      })
    #expect(table.rows == [["2024-02-29 09:00", "1"]])
  }

  @Test func secondsAndTheirDecimalsAreWrittenWhereMomentsHaveSome() throws {
    let start = Axis.seconds(year: 2024, month: 2, day: 29, hour: 9)
    func moments(_ offsets: [Double]) throws -> [String] {
      let table = try #require(
        table(x: Axis("UTC", scale: .time)) { Line(offsets.map { start + $0 }, offsets) })
      return table.rows.map { String($0[0].dropFirst(11)) }
    }
    #expect(try moments([0, 15, 300]) == ["09:00:00", "09:00:15", "09:05:00"])
    #expect(try moments([0, 0.25, 0.5]) == ["09:00:00.00", "09:00:00.25", "09:00:00.50"])
    #expect(try moments([0, 1 / 3.0, 60]) == ["09:00:00.000", "09:00:00.333", "09:01:00.000"])
    #expect(try moments([0, 1e-5]) == ["09:00:00.00000", "09:00:00.00001"])
  }

  @Test func panelsWithCloseNumbersAreToldApart() throws {
    let figure = Facets("T", alt: "A.") {
      Panel("a") { Points([1], [2]) }
      Panel("b") { Points([1.00001], [2]) }
    }
    #expect(figure.dataTable?.rows == [["a", "1", "2"], ["b", "1.00001", "2"]])
  }

  @Test func aMatrixHasTheDigitsThatTellAColumnApart() throws {
    func rows(_ digits: Int?) throws -> [[String]] {
      let table = try #require(
        table(x: Axis("to"), y: Axis("from")) {
          HeatMap(
            [[0.501, 2.5], [0.502, 1.25]], rows: ["a", "b"], columns: ["c", "d"], digits: digits)
        })
      return table.rows
    }
    #expect(try rows(nil) == [["a", "0.501", "2.50"], ["b", "0.502", "1.25"]])
    #expect(try rows(3) == [["a", "0.50", "2.50"], ["b", "0.50", "1.25"]])
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
