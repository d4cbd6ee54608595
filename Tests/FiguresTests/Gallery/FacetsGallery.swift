@testable import Figures

extension Facets: Labelled {}

extension Gallery {
  /// Several plots in a figure.
  static let facets: [(name: String, figure: any Figure & Labelled)] = [
    ("layers", layers), ("twins", twins), ("heads", heads), ("inset", inset),
  ]

  static let layers = Facets(
    "Activations by layer", alt: "The deeper the layer, the narrower its activations.",
    x: Axis("activation"), y: Axis("density")
  ) {
    for (number, spread) in [1.2, 0.8, 0.5, 0.3, 0.2].enumerated() {
      Panel("layer \(number + 1)") {
        Density(
          (0..<500).map { (Double(($0 * 7919) % 1000) / 500 - 1) * spread }, label: "He")
        Density(
          (0..<500).map { (Double(($0 * 7919) % 1000) / 500 - 1) * spread * spread },
          label: "normal")
      }
    }
  }

  static let twins = Facets(
    "A run", alt: "While the loss falls, the accuracy rises to 0.97.", x: Axis("epoch"),
    columns: 2, sharing: .x
  ) {
    let epochs = (0...30).map { Double($0) }
    Panel("Loss", y: Axis("cross-entropy", scale: .logarithmic)) {
      Line(epochs, epochs.map { 2.3 / (1 + $0 * $0 / 3) + 0.02 }, label: "train")
      Line(epochs, epochs.map { 2.3 / (1 + $0 * $0 / 4) + 0.08 }, label: "test")
    }
    Panel("Accuracy", y: Axis("share right", in: 0...1)) {
      Line(epochs, epochs.map { 0.99 - 0.89 / (1 + $0 / 2) }, label: "train")
      Line(epochs, epochs.map { 0.97 - 0.87 / (1 + $0 / 2) }, label: "test")
    }
  }

  static let heads = Facets(
    "Four heads of attention", alt: "Each head attends to other words.", x: Axis("attended"),
    y: Axis("attending"), columns: 4, ratio: 1
  ) {
    for head in 0..<4 {
      let rows: [[Double]] = (0..<8).map { row in
        (0..<8).map { column in
          let distance = Double(row - head * 2 - column)
          return 1 / (1 + distance * distance)
        }
      }
      Panel("head \(head + 1)") { HeatMap(rows, in: 0...1, showsValues: false) }
    }
  }

  static let inset = Plot(
    "The end of a run", alt: "Both losses level off; the inset shows by how much they differ.",
    x: Axis("epoch"), y: Axis("loss")
  ) {
    Line(over: 0...100, label: "Adam") { 2 / (1 + $0 / 2) + 0.01 }
    Line(over: 0...100, label: "momentum") { 2 / (1 + $0 / 1.8) }
    Inset(x: 80...100, y: 0.03...0.07)
  }
}
