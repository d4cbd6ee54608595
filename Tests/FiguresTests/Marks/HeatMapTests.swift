import Testing

@testable import Figures

@Suite struct HeatMapTests {
  private func plot(@MarkBuilder marks: () -> [Plot.Layer]) -> Plot {
    Plot("T", alt: "A.", marks: marks)
  }

  private func cells(_ mark: HeatMap) -> Cells {
    guard case .cells(let cells) = mark.layers[0].geometry else { fatalError("no cells") }
    return cells
  }

  @Test func pathsOfCellsCoverEachCellOnce() {
    var random = GalleryNumbers(seed: 9)
    let levels: [Int?] = (0..<70).map { _ in
      let level = Int(random.uniform() * 4)
      return level == 3 ? nil : level
    }
    let drawing = CellDrawing(columns: 10, rows: 7, levels: levels)
    var drawn = [Int?](repeating: nil, count: 70)
    for match in drawing.paths({ "l=\"\($0)\"" }).matches(of: /l="([0-9])" d="([^"]+)"/) {
      var x = 0.0
      var y = 0.0
      var rest = match.2
      while let command = rest.first {
        rest = rest.dropFirst()
        let end = rest.firstIndex { "Mmh".contains($0) } ?? rest.endIndex
        let numbers = String(rest[..<end]).matches(of: /-?[0-9]*\.?[0-9]+/)
          .map { Double($0.output)! }
        rest = rest[end...]
        switch command {
        case "M": (x, y) = (numbers[0], numbers[1])
        case "m":
          x += numbers[0]
          y += numbers[1]
        default:
          for column in Int(x)..<Int(x + numbers[0]) {
            let place = Int(y) * 10 + column
            #expect(drawn[place] == nil)
            drawn[place] = Int(match.1)
          }
          x += numbers[0]
        }
      }
    }
    #expect(drawn == levels)
  }

  @Test func theFirstRowIsOnTop() throws {
    let figure = plot { HeatMap([[1, 2], [3, 4]], rows: ["top", "bottom"]) }
    let top = try #require(figure.labels.first { $0.text == "top" })
    let bottom = try #require(figure.labels.first { $0.text == "bottom" })
    #expect(top.box.top < bottom.box.top)
    let two = try #require(figure.labels.first { $0.text == "2" })
    let three = try #require(figure.labels.first { $0.text == "3" })
    #expect(two.box.top < three.box.top && two.box.left > three.box.left)
  }

  @Test func valuesHaveOnePrecision() {
    let figure = plot { HeatMap([[0.5, 0.123456], [-2, 0]]) }
    let texts = figure.labels.map { $0.text }
    #expect(texts.contains("0.50") && texts.contains("0.12") && texts.contains("−2.00"))
  }

  @Test func aDivergingScaleReachesAsFarOnBothSides() {
    let cells = cells(HeatMap([[-1, 3]], colors: .diverging()))
    #expect(cells.range == -3...3)
    #expect(cells.share(1) == 1)
    #expect((cells.share(0)! + 1.0 / 3).magnitude < 1e-15)
  }

  @Test func aMatrixOfOneValueHasColours() {
    let figure = plot { HeatMap([[2, 2], [2, 2]]) }
    #expect(figure.notes.isEmpty)
    #expect(figure.svg.contains("stroke:var(--cool)"))
  }

  @Test func missingCellsAreCrossedOutAndSaid() {
    let figure = plot { HeatMap([[1, .nan], [.infinity, 2]]) }
    #expect(figure.notes == ["2 cells have no value on the scale and are crossed out."])
    let logarithmic = plot { HeatMap([[1, -1]], scale: .logarithmic) }
    #expect(logarithmic.notes == ["One cell has no value on the scale and is crossed out."])
  }

  @Test func anEmptyMatrixIsSaid() {
    #expect(plot { HeatMap([]) }.notes == ["The matrix is empty."])
    #expect(plot { HeatMap([[]]) }.notes == ["The matrix is empty."])
  }

  @Test func aLargeMatrixIsDrawnAsMeansOfBlocks() {
    let rows = (0..<200).map { row in (0..<300).map { Double(row * $0 % 7) } }
    let figure = plot { HeatMap(rows) }
    #expect(figure.notes.contains("Each cell is the mean of a block of 5 by 5 values."))
    #expect(figure.svg.utf8.count < 30_000)
    let blocks = cells(HeatMap([[1, 3, 5, 7], [3, 5, .nan, 9]])).aggregated(limit: 2)
    #expect(blocks.values == [3, 7])
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
