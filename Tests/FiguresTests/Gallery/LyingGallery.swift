@testable import Figures

extension Gallery {
  // MARK: Marks that lie, and names that stand

  static let lyingBoxes = Plot(
    "Final losses by initialisation", alt: "He's initialisation is best and varies least.",
    x: Axis("final loss")
  ) {
    var random = GalleryNumbers(seed: 12)
    let samples = [(0.21, 0.02), (0.26, 0.04), (0.42, 0.11)].map { center, spread in
      (0..<40).map { _ in center + spread * random.normal() * (random.uniform() > 0.95 ? 3 : 1) }
    }
    BoxPlots(
      ["He, scaled by inputs", "Xavier, by inputs and outputs", "standard normal"],
      samples: samples, isHorizontal: true)
  }

  static let lyingErrors = Plot(
    "Accuracy of three methods", alt: "The network leads by more than its error.",
    x: Axis("accuracy / %")
  ) {
    Bars(
      ["logistic regression", "nearest neighbours", "two hidden layers"], [71.8, 86.6, 98.1],
      isHorizontal: true, showsValues: true)
    ErrorBars(
      [0, 1, 2], [71.8, 86.6, 98.1], errors: [6, 4, 0.8], color: .text, isHorizontal: true)
  }

  static let bothErrors = Plot(
    "Both are measured", alt: "The points lie on the parabola within their errors.",
    x: Axis("x"), y: Axis("y")
  ) {
    let xs = (0..<8).map { Double($0) }
    let ys = xs.map { $0 * $0 / 5 + ($0.truncatingRemainder(dividingBy: 3) - 1) * 0.2 }
    ErrorBars(xs, ys, errors: xs.map { 0.2 + $0 / 10 }, label: "measured")
    ErrorBars(ys, xs, errors: xs.map { _ in 0.3 }, label: "measured", isHorizontal: true)
    Points(xs, ys, label: "measured")
    Line(over: 0...7, label: "theory") { $0 * $0 / 5 }
  }

  static let gains = Plot(
    "What each change brought", alt: "Two changes helped, two did harm.", y: Axis("change / %")
  ) {
    Bars(
      ["momentum", "weight decay", "batch norm", "dropout"], [3.1, -0.8, 4.6, -1.9],
      showsValues: true)
  }

  static let upright = Plot(
    "Errors by class", alt: "Shirts are confused most.", y: Axis("error / %"), width: 360
  ) {
    Bars(
      [
        "T-shirt or top", "trousers", "pullover", "dress", "coat", "sandal", "shirt", "sneaker",
        "bag", "ankle boot",
      ], [14.2, 1.8, 13.9, 9.1, 15.0, 2.3, 27.4, 3.8, 2.0, 4.1])
  }

  static let cloud = Plot(
    "Where texts have room", alt: "A cloud of points along a diagonal.", x: Axis("x"), y: Axis("y")
  ) {
    var random = GalleryNumbers(seed: 3)
    let xs = (0..<400).map { _ in random.normal() }
    Points(xs, xs.map { $0 / 2 + 0.6 * random.normal() }, label: "data")
    Annotation("the mean", at: (0, 0))
    Annotation("far out", at: (2.5, -1.5))
    Annotation("one standard deviation", at: (1, 0.5))
  }
}
