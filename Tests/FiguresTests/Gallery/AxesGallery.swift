@testable import Figures

extension Gallery {
  /// Every scale of an axis, and data that are wrong in every way.
  static let axes: [(name: String, figure: any Figure & Labelled)] = [
    ("symmetric", symmetric), ("power", power), ("time", time), ("names", names10k),
    ("infinite", infinite),
  ]

  static let symmetric = Plot(
    "Both sides of zero", alt: "A cubic over six decades on both sides of zero.",
    x: Axis("x"), y: Axis("x³", scale: .symmetricLogarithmic(threshold: 0.1))
  ) {
    Line(over: -50...50, samples: 401) { $0 * $0 * $0 }
  }

  static let power = Plot(
    "A square root made straight", alt: "On a square-root axis x² is a straight line.",
    x: Axis("x"), y: Axis("x²", scale: .power(0.5))
  ) {
    Line(over: 0...10) { $0 * $0 }
    Points((0...10).map { Double($0) }, (0...10).map { Double($0 * $0) })
  }

  static let time = Plot(
    "A run of three days", alt: "The loss falls from Thursday to Sunday.",
    x: Axis("UTC", scale: .time), y: Axis("loss")
  ) {
    let start = Axis.seconds(year: 2024, month: 2, day: 28, hour: 20)
    let hours = (0..<72).map { Double($0) }
    Line(hours.map { start + $0 * 3600 }, hours.map { 2 / (1 + $0 / 8) + 0.1 })
  }

  static let names10k = Plot(
    "Ten thousand classes", alt: "Frequencies fall as one over the rank.", x: Axis("word"),
    y: Axis("frequency")
  ) {
    Bars(
      (1...10_000).map { "w\($0)" }, (1...10_000).map { 1 / (1 + Double($0) / 400) })
  }

  static let infinite = Plot(
    "A pole and a hole", alt: "The hyperbola goes to infinity at 0 and is not defined from 3 to 4.",
    x: Axis("x"), y: Axis("1/x")
  ) {
    let xs = (-20...20).map { Double($0) / 4 }
    Line(xs, xs.map { $0 > 3 && $0 < 4 ? .nan : 1 / $0 }, label: "1/x")
  }
}
