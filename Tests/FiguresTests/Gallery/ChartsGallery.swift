@testable import Figures

/// Numbers that look random and are the same everywhere.
struct GalleryNumbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// Uniform in [0, 1).
  mutating func uniform() -> Double {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Double(state >> 11) / 9_007_199_254_740_992
  }

  /// Near to normal: a sum of twelve.
  mutating func normal() -> Double {
    var sum = -6.0
    for _ in 0..<12 { sum += uniform() }
    return sum
  }
}

extension Gallery {
  /// One chart of every kind.
  static let charts: [(name: String, figure: any Figure & Labelled)] = [
    ("area", area), ("stack", stack), ("band", band), ("bars", bars), ("groups", groups),
    ("ranking", ranking), ("errors", errors), ("histogram", histogram), ("boxes", boxes),
    ("steps", steps), ("stems", stems), ("lying-boxes", lyingBoxes), ("lying-errors", lyingErrors),
    ("both-errors", bothErrors), ("gains", gains), ("upright", upright), ("cloud", cloud),
  ]

  static let area = Plot(
    "Memory in use", alt: "Memory rises in the forward pass and falls in the backward pass.",
    x: Axis("operation"), y: Axis("megabytes")
  ) {
    let xs = (0..<60).map { Double($0) }
    Area(xs, xs.map { $0 < 30 ? $0 * $0 / 20 + 5 : 50 - ($0 - 30) * 1.2 }, label: "tape")
  }

  static let stack = Plot(
    "Where the time goes", alt: "The backward pass takes about twice as long as the forward pass.",
    x: Axis("epoch"), y: Axis("seconds")
  ) {
    let xs = (0..<21).map { Double($0) }
    Area(
      xs,
      stacked: [
        ("forward", xs.map { 2 + $0 / 20 }), ("backward", xs.map { 4 + $0 / 12 }),
        ("update", xs.map { _ in 1 }),
      ])
  }

  static let band = Plot(
    "Ten seeds", alt: "Adam is fastest at first; momentum ends lower and varies less.",
    x: Axis("epoch"), y: Axis("validation loss", scale: .logarithmic)
  ) {
    var random = GalleryNumbers(seed: 4)
    for (name, rate, floor, noise) in [("Adam", 0.75, 0.05, 0.25), ("momentum", 0.87, 0.02, 0.12)] {
      let runs = (0..<10).map { _ in
        var value = 1.0
        return (0..<40).map { _ -> Double in
          value = value * rate + floor * (1 - rate)
          return value * (1 + noise * random.normal() * 0.7).magnitude
        }
      }
      Band(runs: runs, spread: .quartiles, label: name)
    }
  }

  static let bars = Plot(
    "Steps to the target", alt: "Momentum needs a fifth of the steps of plain descent.",
    y: Axis("steps")
  ) {
    Bars(["plain", "momentum", "Nesterov", "Adam"], [412, 86, 71, 64], showsValues: true)
  }

  static let groups = Plot(
    "Errors by method", alt: "Every method does worse on what it has not seen.",
    x: Axis("method"), y: Axis("error / %")
  ) {
    Bars(
      ["ridge", "trees", "network"],
      groups: [
        ("train", [12.5, 3.1, 4.2]), ("validation", [13.9, 9.8, 6.1]), ("test", [14.2, 10.4, 6.6]),
      ], showsValues: true)
    ErrorBars([-0.267, 0.733, 1.733], [12.5, 3.1, 4.2], errors: [0.5, 0.4, 0.6], color: .text)
  }

  static let ranking = Plot(
    "Test accuracy", alt: "Convolutions lead; linear models trail.", x: Axis("accuracy / %")
  ) {
    Bars(
      ["logistic regression", "nearest neighbours", "two hidden layers", "convolutional network"],
      groups: [
        ("right at once", [91.8, 96.6, 98.1, 99.2]), ("right in two", [4.1, 1.4, 1.1, 0.6]),
      ], isStacked: true, isHorizontal: true)
  }

  static let errors = Plot(
    "Accuracy by width", alt: "Accuracy rises with the width and levels off at 64.",
    x: Axis("hidden units", scale: .logarithmic, ticks: [4, 8, 16, 32, 64, 128, 256]),
    y: Axis("accuracy")
  ) {
    let xs = [4.0, 8, 16, 32, 64, 128, 256]
    let ys = [0.71, 0.82, 0.89, 0.93, 0.952, 0.958, 0.957]
    ErrorBars(
      xs, ys, errors: [0.04, 0.03, 0.022, 0.015, 0.009, 0.006, 0.008], label: "mean ± s, 5 seeds")
    Line(xs, ys, label: "mean ± s, 5 seeds")
    Points(xs, ys, label: "mean ± s, 5 seeds")
  }

  static let histogram = Plot(
    "Activations of a layer", alt: "Before training the activations are wide, afterwards narrow.",
    x: Axis("activation"), y: Axis("density")
  ) {
    var random = GalleryNumbers(seed: 7)
    let before = (0..<2000).map { _ in random.normal() * 1.4 }
    let after = (0..<2000).map { _ in random.normal() * 0.6 + 1.2 }
    Histogram(before, isDensity: true, label: "before")
    Histogram(after, isDensity: true, label: "after")
    Density(after, label: "after, smoothed")
  }

  static let boxes = Plot(
    "Final losses of 40 runs", alt: "He's initialisation is best and varies least.",
    x: Axis("initialisation"), y: Axis("final loss")
  ) {
    var random = GalleryNumbers(seed: 11)
    let samples = [(0.21, 0.02), (0.26, 0.04), (0.42, 0.11), (0.31, 0.05)].map { center, spread in
      (0..<40).map { _ in center + spread * random.normal() * (random.uniform() > 0.95 ? 3 : 1) }
    }
    BoxPlots(["He", "Xavier", "normal", "orthogonal"], samples: samples)
  }

  static let steps = Plot(
    "A schedule", alt: "The rate halves every ten epochs; the cosine falls smoothly.",
    x: Axis("epoch"), y: Axis("learning rate")
  ) {
    let epochs = (0...5).map { Double($0) * 10 }
    Steps(epochs, [0.1, 0.05, 0.025, 0.0125, 0.00625, 0.00625], label: "stairs")
    Line(over: 0...50, label: "inverse time") { 0.1 / (1 + 0.1 * $0) }
  }

  static let stems = Plot(
    "A kernel", alt: "Weights that alternate and fade.", x: Axis("lag"), y: Axis("weight")
  ) {
    let lags = (0..<16).map { Double($0) }
    var weight = 1.0
    Stems(
      lags,
      lags.map { _ in
        defer { weight *= -0.8 }
        return weight
      })
  }
}
