@testable import Figures

extension Gallery {
  /// Matrices, contours, fields and classes.
  static let fields: [(name: String, figure: any Figure & Labelled)] = [
    ("matrix", matrix), ("correlations", correlations), ("heat", heat), ("holes", holes),
    ("hills", hills), ("labeled", labeled), ("vectors", vectors), ("streams", streams),
    ("classes", classes),
  ]

  static let matrix = Plot(
    "Weights of a layer", alt: "Most weights are small; two of unit 3 stand out.",
    x: Axis("input"), y: Axis("unit")
  ) {
    var random = GalleryNumbers(seed: 5)
    HeatMap(
      (0..<6).map { row in
        (0..<8).map { column in random.normal() * (row == 3 && column > 5 ? 2.4 : 0.5) }
      }, colors: .diverging())
  }

  static let correlations = Plot(
    "Attention", alt: "Each word attends to itself and to the verb.",
    x: Axis("attended"), y: Axis("attending")
  ) {
    let words = ["the", "cat", "sat", "on", "the mat"]
    HeatMap(
      [
        [0.62, 0.21, 0.1, 0.04, 0.03], [0.11, 0.48, 0.33, 0.05, 0.03],
        [0.02, 0.38, 0.41, 0.13, 0.06], [0.01, 0.05, 0.39, 0.42, 0.13],
        [0.02, 0.14, 0.27, 0.2, 0.37],
      ], rows: words, columns: words, in: 0...1)
  }

  static let heat = Plot(
    "A loss over two weights", alt: "A curved valley runs from the left to the right.",
    x: Axis("w₁"), y: Axis("w₂")
  ) {
    HeatMap(x: -2...2, y: -1...3, samples: 44, scale: .logarithmic) { x, y in
      0.05 + (1 - x) * (1 - x) + 5 * (y - x * x) * (y - x * x)
    }
  }

  static let holes = Plot(
    "A matrix with holes", alt: "Two of forty cells are missing.", x: Axis("fold"), y: Axis("model")
  ) {
    let value = { (row: Int, column: Int) -> Double in
      row == 1 && column > 7 ? .nan : Double(row * 10 + column)
    }
    let rows = (0..<4).map { row in (0..<10).map { value(row, $0) } }
    HeatMap(
      rows, rows: ["ridge", "lasso", "trees", "network"], showsValues: false)
  }

  static let hills = Plot(
    "A product", alt: "The product is positive in two quarters and negative in the others.",
    x: Axis("x"), y: Axis("y"), width: 440, aspect: .equal
  ) {
    Contours(x: -2...2, y: -2...2, levels: 12, colors: .diverging(), labeled: false) { $0 * $1 }
  }

  static let labeled = Plot(
    "Rosenbrock's valley", alt: "A curved valley, steep at its sides and flat along its bottom.",
    x: Axis("x"), y: Axis("y")
  ) {
    Contours(
      x: -1.6...1.6, y: -0.6...2.2, levels: [0.3, 1, 3, 10, 30, 100, 300], labeled: true
    ) { x, y in (1 - x) * (1 - x) + 100 * (y - x * x) * (y - x * x) }
    Annotation("minimum", at: (1, 1))
  }

  static let vectors = Plot(
    "Downhill in a ravine", alt: "All arrows point to the middle line, along which they turn.",
    x: Axis("w₁"), y: Axis("w₂")
  ) {
    VectorField(x: -2...2, y: -1...1) { x, y in (-x, -4 * y) }
  }

  static let streams = Plot(
    "Around a saddle", alt: "The ways come in along x and leave along y.", x: Axis("x"),
    y: Axis("y"), width: 440, aspect: .equal
  ) {
    Contours(x: -2...2, y: -2...2, levels: 10) { $0 * $0 - $1 * $1 }
    Streamlines(x: -2...2, y: -2...2) { x, y in (-x, y) }
    Annotation("saddle", at: (0, 0))
  }

  static let classes = Plot(
    "Three classes", alt: "A ring divides the inner class from two outer ones.", x: Axis("x₁"),
    y: Axis("x₂"), width: 440, aspect: .equal
  ) {
    let decide = { (x: Double, y: Double) -> Int in
      x * x + y * y < 1 ? 0 : y > 0.3 * x ? 1 : 2
    }
    let names = ["inner", "upper", "lower"]
    DecisionRegions(x: -2...2, y: -2...2, classes: names, decide)
    var random = GalleryNumbers(seed: 2)
    let points = (0..<120).map { _ in (random.uniform() * 4 - 2, random.uniform() * 4 - 2) }
    for (number, name) in names.enumerated() {
      Points(
        points: points.filter { decide($0.0 + 0.1 * $0.1, $0.1) == number }, label: name)
    }
  }
}

extension ImageGrid: Labelled {}

extension Gallery {
  /// Images and what was confused.
  static let images: [(name: String, figure: any Figure & Labelled)] = [
    ("digits", digits), ("filters", filters), ("confusion", confusion),
  ]

  /// A ring, a stroke and their like, blurred at the edge.
  private static func digit(_ kind: Int) -> [Double] {
    var result: [Double] = []
    for row in 0..<20 {
      for column in 0..<20 {
        let x = Double(column) - 9.5
        let y = Double(row) - 9.5
        let ring = ((x * x * 1.8 + y * y).squareRoot() - 6.5).magnitude
        let stroke = (x + y * 0.25).magnitude + (y.magnitude > 7.5 ? 5 : 0)
        let bar = (y + 6).magnitude + (x.magnitude > 5 ? 5 : 0)
        let slope = (x * 0.9 + y * 0.5 - 2).magnitude * 0.9 + (y.magnitude > 7 ? 5 : 0)
        let distance =
          switch kind {
          case 0: ring
          case 1: stroke
          case 7: min(bar, slope)
          default: min(ring + (y > 0 && x < 0 ? 3 : 0), stroke + (y < 0 ? 4 : 0))
          }
        result.append(max(0, min(1, 1.6 - distance * 0.7)))
      }
    }
    return result
  }

  static let digits = ImageGrid(
    "Digits that were read wrongly", alt: "Four digits, each with what it was taken for.",
    images: [0, 1, 7, 9, 0, 7, 1].map { digit($0) }, width: 20,
    labels: ["0 as 9", "1 as 7", "7 as 1", "9 as 0", "0 as 6", "7 as 9", "1 as 4"])

  static let filters = ImageGrid(
    "Filters", alt: "Edges in three directions and a spot.",
    images: [
      [-1, 0, 1, -2, 0, 2, -1, 0, 1], [-1, -2, -1, 0, 0, 0, 1, 2, 1],
      [0, 1, 2, -1, 0, 1, -2, -1, 0], [-1, -1, -1, -1, 8, -1, -1, -1, -1],
    ], width: 3, colors: .diverging(), in: -3...3)

  static let confusion = Plot.confusionMatrix(
    "What was confused", alt: "Most errors are cats taken for dogs.",
    counts: [[88, 9, 3], [14, 82, 4], [1, 2, 197]], classes: ["cat", "dog", "ship"])
}
