import Testing

@testable import Figures

/// However much there is to draw, a figure stays under thirty kilobytes, and says so where detail is
/// lost.
@Suite struct BudgetTests {
  private static func noise(_ count: Int, seed: UInt64 = 1) -> [Double] {
    var random = GalleryNumbers(seed: seed)
    return (0..<count).map { _ in random.normal() }
  }

  private static let lost = "It is drawn with less detail than the data have."

  private func expectSmall(
    _ figure: Plot, _ note: String = lost, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(figure.svg.utf8.count < 30_000, sourceLocation: sourceLocation)
    // Not by leaving everything out.
    #expect(figure.svg.utf8.count > 8_000, sourceLocation: sourceLocation)
    #expect(figure.notes.contains(note), sourceLocation: sourceLocation)
    #expect(figure.svg.contains(note), sourceLocation: sourceLocation)
  }

  @Test func manyLinesAndBands() {
    expectSmall(plot { for seed in 1...20 { Line(Self.noise(2000, seed: UInt64(seed))) } })
    expectSmall(
      plot {
        for seed in 1...5 {
          Band(runs: (0..<4).map { Self.noise(1000, seed: UInt64(seed * 10 + $0)) })
        }
      })
  }

  @Test func manyPointsAndPaths() {
    expectSmall(
      plot {
        for seed in 1...5 {
          Points(
            Self.noise(20_000, seed: UInt64(seed)), Self.noise(20_000, seed: UInt64(seed + 9)))
        }
      })
    expectSmall(
      plot {
        for seed in 1...3 {
          Path(
            Self.noise(20_000, seed: UInt64(seed)), Self.noise(20_000, seed: UInt64(seed + 9)))
        }
      })
  }

  @Test func roughFunctions() {
    var random = GalleryNumbers(seed: 5)
    expectSmall(plot { Contours(x: 0...1, y: 0...1, levels: 14) { _, _ in random.uniform() } })
    expectSmall(
      plot {
        DecisionRegions(x: 0...1, y: 0...1, classes: ["a", "b", "c"]) { _, _ in
          Int(random.uniform() * 3)
        }
      })
    let matrix = (0..<64).map { Self.noise(64, seed: UInt64($0 + 1)) }
    expectSmall(plot { HeatMap(matrix) })
  }

  @Test func manyArrowsErrorsAndBars() {
    expectSmall(
      plot { VectorField(x: -3...3, y: -3...3, count: 60) { ($1, $0) } },
      "Of 2220 arrows one in 4 is drawn.")
    let values = Self.noise(10_000)
    expectSmall(
      plot { ErrorBars(values.indices.map { Double($0) }, values, errors: values.map { $0 * $0 }) })
    let names = (0..<100).map { "n\($0)" }
    expectSmall(
      plot {
        Bars(
          names, groups: (1...5).map { ("g\($0)", Self.noise(100, seed: UInt64($0))) },
          showsValues: true)
      })
  }

  @Test func otherFigures() {
    let facets = Facets("T", alt: "A.", columns: 4) {
      for seed in 1...16 { Panel("p\(seed)") { Line(Self.noise(1000, seed: UInt64(seed))) } }
    }
    #expect(facets.svg.utf8.count < 30_000)
    #expect(facets.notes.contains(Self.lost))
    let surface = Surface("T", alt: "A.", x: -3...3, y: -3...3, samples: 26, floor: 20) {
      $0 * $1 * $0 - $1 * $1
    }
    #expect(surface.svg.utf8.count < 30_000)
    #expect(surface.notes.count == 1 && surface.notes[0].contains("meshes along each axis"))
    let images = ImageGrid(
      "T", alt: "A.", images: (1...40).map { Self.noise(784, seed: UInt64($0)) }, width: 28)
    #expect(images.svg.utf8.count < 30_000)
    let table = ChartTable(
      "T", alt: "A.",
      columns: [.sparkline("s", (1...40).map { Self.noise(500, seed: UInt64($0)) })])
    #expect(table.svg.utf8.count < 30_000)
  }
}
