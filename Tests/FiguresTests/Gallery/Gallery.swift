@testable import Figures

/// One figure of every kind, from arithmetic alone, so that the data are the same everywhere.
enum Gallery {
  static let graphs = [network, descent, reuse]

  static let figures: [(name: String, figure: any Figure & Labelled)] =
    first + charts + axes + fields + images + facets + surfaces + diagrams

  static let names = figures.map { $0.name }

  static func svg(_ name: String) -> String { figures.first { $0.name == name }!.figure.svg }

  private static let first: [(name: String, figure: any Figure & Labelled)] = [
    ("losses", losses), ("ravine", ravine), ("saddle", saddle), ("scatter", scatter),
    ("rounding", rounding), ("parabola", parabola), ("gaps", gaps), ("network", network),
    ("descent", descent), ("reuse", reuse), ("moving", moving),
  ]

  /// A loss that falls by a factor each step, with a ripple.
  private static func decay(_ factor: Double, ripple: Double) -> [Double] {
    var result: [Double] = []
    var value = 1.0
    for step in 0..<50 {
      let phase = Double(step % 10) / 10
      result.append(value * (1 + ripple * (phase * (1 - phase) * 4 - 0.5)))
      value *= factor
    }
    return result
  }

  static let losses = Plot(
    "Loss against step", alt: "Three losses fall on a logarithmic axis, momentum fastest.",
    caption: "Fifty steps.", name: "losses", x: Axis("step"), y: Axis("loss", scale: .logarithmic)
  ) {
    Line(decay(0.95, ripple: 0.3), label: "gradient descent")
    Line(decay(0.8, ripple: 0.8), label: "momentum")
    Line(decay(0.9, ripple: 0), label: "Nesterov")
    Rule(y: 0.01, label: "target")
  }

  private static func descent(
    rate: Double, momentum: Double, start: (Double, Double), curvature: (Double, Double), steps: Int
  ) -> [(Double, Double)] {
    var point = start
    var velocity = (0.0, 0.0)
    var result = [point]
    for _ in 0..<steps {
      velocity.0 = momentum * velocity.0 + curvature.0 * point.0
      velocity.1 = momentum * velocity.1 + curvature.1 * point.1
      point.0 -= rate * velocity.0
      point.1 -= rate * velocity.1
      result.append(point)
    }
    return result
  }

  static let ravine = Plot(
    "Two ways down a ravine", alt: "Gradient descent zigzags, momentum swings wide and arrives.",
    x: Axis("w₁"), y: Axis("w₂")
  ) {
    Contours(x: -2...2, y: -1.2...1.2, levels: 12, spacing: .quadratic) { x, y in
      x * x + 10 * y * y
    }
    Path(
      points: descent(
        rate: 0.09, momentum: 0, start: (-1.8, 0.9), curvature: (2, 20), steps: 30),
      label: "gradient descent")
    Path(
      points: descent(
        rate: 0.03, momentum: 0.7, start: (-1.8, 0.9), curvature: (2, 20), steps: 30),
      label: "momentum", arrows: 4)
    Annotation("minimum", at: (0, 0))
  }

  static let moving = Plot(
    "Two ways down, step by step", alt: "Momentum overtakes plain descent after a few steps.",
    x: Axis("w₁"), y: Axis("w₂")
  ) {
    Contours(x: -2...2, y: -1.2...1.2, levels: 12, spacing: .quadratic) { x, y in
      x * x + 10 * y * y
    }
    Path(
      points: descent(
        rate: 0.09, momentum: 0, start: (-1.8, 0.9), curvature: (2, 20), steps: 30),
      label: "gradient descent", seconds: 4)
    Path(
      points: descent(
        rate: 0.03, momentum: 0.7, start: (-1.8, 0.9), curvature: (2, 20), steps: 30),
      label: "momentum", seconds: 4)
  }

  static let saddle = Plot(
    "Leaving a saddle", alt: "Two paths approach the saddle point and leave along y.",
    x: Axis("x"), y: Axis("y"), aspect: .equal
  ) {
    Contours(x: -2...2, y: -1.5...1.5, levels: 12) { x, y in x * x - y * y }
    for start in [0.01, -0.1] {
      Path(
        points: descent(
          rate: 0.05, momentum: 0.3, start: (1.6, start), curvature: (2, -2), steps: 50),
        label: "from y = " + numeral(start))
    }
    Annotation("saddle point", at: (0, 0))
  }

  static let scatter = Plot(
    "A fit", alt: "Points around a cubic and the curve through them.", x: Axis("x"), y: Axis("y")
  ) {
    let xs = (0..<40).map { Double($0) / 10 - 2 }
    Points(
      xs, xs.map { $0 * $0 * $0 / 3 - $0 + 0.2 * (($0 * 7919).remainder(dividingBy: 1)) },
      label: "data")
    Points(
      xs.map { $0 + 0.05 }, xs.map { $0 * $0 * $0 / 3 - $0 - 0.4 }, label: "held out")
    Line(over: -2...2, label: "fit") { x in x * x * x / 3 - x }
    Rule(x: 0)
    Rule(y: 0)
  }

  static let rounding = Plot(
    "Two errors of a difference", alt: "The error falls with the step, then rises again.",
    x: Axis("step h", scale: .logarithmic), y: Axis("relative error", scale: .logarithmic)
  ) {
    let steps = (0..<16).map { exponent in
      (0..<exponent).reduce(1.0) { value, _ in value / 10 }
    }
    Line(points: steps.map { ($0, $0 * $0 / 6 + 1e-16 / $0) }, label: "two-sided")
    Line(points: steps.map { ($0, $0 / 2 + 1e-16 / $0) }, label: "one-sided")
    Annotation("best", at: (1e-5, 3e-11))
  }

  static let parabola = Plot(
    "Learning rates on a parabola", alt: "A small rate creeps, a large one leaps across.",
    x: Axis("w"), y: Axis("L")
  ) {
    Line(over: -3...3, color: .muted, dash: .solid) { w in w * w }
    for rate in [0.1, 0.9] {
      Path(
        points: descent(
          rate: rate, momentum: 0, start: (2.8, 0), curvature: (2, 0), steps: 8
        ).map { ($0.0, $0.0 * $0.0) }, label: "η = " + numeral(rate))
    }
  }

  static let gaps = Plot(
    "Gaps", alt: "A line with holes.", x: Axis("x"), y: Axis("y", scale: .logarithmic)
  ) {
    Line([1, 2, 3, 4, 5, 6, 7], [1, 2, .nan, 4, -3, 3, .infinity], label: "measured")
    Line([Double](), label: "nothing")
  }

  static let reuse = GraphDiagram(
    "The graph of x · x + sin x", alt: "x is used three times.",
    nodes: [
      .init(id: 0, label: "x", value: 2, gradient: 3.58385),
      .init(id: 1, label: "×", value: 4, gradient: 1, inputs: [0, 0]),
      .init(id: 2, label: "sin", value: 0.909297, gradient: 1, inputs: [0]),
      .init(id: 3, label: "+", value: 4.909297, gradient: 1, inputs: [1, 2]),
    ])

  static let network = GraphDiagram(
    "The 2-2-1 network", alt: "From two inputs through two hidden units to the loss.",
    name: "network", nodes: networkNodes)

  static let descent = GraphDiagram(
    "The same network downwards", alt: "From two inputs through two hidden units to the loss.",
    nodes: networkNodes, direction: .down)

  /// A 2-2-1 network of sigmoids with half the squared error.
  private static let networkNodes: [GraphDiagram.Node] = {
    var nodes: [GraphDiagram.Node] = []
    func node(_ label: String, _ value: Double, _ gradient: Double?, _ inputs: [Int] = []) -> Int {
      nodes.append(
        .init(id: nodes.count, label: label, value: value, gradient: gradient, inputs: inputs))
      return nodes.count - 1
    }
    let x = [node("x₁", 0.5, nil), node("x₂", 0.8, nil)]
    var hidden: [Int] = []
    for row in [["w₁₁", "w₁₂", "b₁"], ["w₂₁", "w₂₂", "b₂"]] {
      let weights = [node(row[0], 0.1, 0.0021), node(row[1], 0.2, 0.00337)]
      let bias = node(row[2], 0.1, 0.00421)
      let products = [
        node("×", 0.05, -0.0032, [weights[0], x[0]]), node("×", 0.16, -0.0032, [weights[1], x[1]]),
      ]
      let sum = node("+", 0.31, -0.0032, products + [bias])
      hidden.append(node("σ", 0.5769, -0.0131, [sum]))
    }
    let weights = [node("v₁", 0.5, -0.0654), node("v₂", 0.6, -0.0672)]
    let products = [
      node("×", 0.2884, -0.1133, [weights[0], hidden[0]]),
      node("×", 0.3527, -0.1133, [weights[1], hidden[1]]),
    ]
    let sum = node("+", 0.8411, -0.1133, products + [node("c", 0.2, -0.1133)])
    let prediction = node("σ", 0.6987, -0.5384, [sum])
    _ = node("½(p − y)²", 0.0454, 1, [prediction, node("y", 1, nil)])
    return nodes
  }()
}

/// A figure whose texts are known, with their boxes.
protocol Labelled {
  var labels: [Canvas.Label] { get }
}

extension Plot: Labelled {}
extension GraphDiagram: Labelled {}
