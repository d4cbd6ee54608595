@testable import Figures

extension NetworkDiagram: Labelled {}
extension TensorDiagram: Labelled {}
extension ChartTable: Labelled {}

extension Gallery {
  /// Networks, tensors, and tables with charts in them.
  static let diagrams: [(name: String, figure: any Figure & Labelled)] = [
    ("xor", xor), ("wide", wide), ("dense", dense), ("convolution", convolution),
    ("optimizers", optimizers),
  ]

  static let xor = NetworkDiagram(
    "A network for XOR", alt: "Two hidden units of opposite signs meet in the output.",
    layers: [
      .init("input", units: ["x₁", "x₂"]), .init("hidden", units: ["h₁", "h₂", "h₃"]),
      .init("output", units: ["p"]),
    ],
    weights: [[[3.1, 2.9], [-2.8, -3.0], [0.4, -0.2]], [[4.2, 4.4, 0.3]]])

  static let wide = NetworkDiagram(
    "A classifier of digits", alt: "784 inputs, two hidden layers of 64 and 16 units, ten outputs.",
    layers: [
      .init("pixels", count: 784), .init("hidden", count: 64), .init("hidden", count: 6),
      .init("digits", units: (0...9).map { String($0) }),
    ])

  static let dense = TensorDiagram(
    "A dense layer", alt: "32 rows of 784 inputs become 32 rows of 128 units.",
    parts: [
      .tensor("X", [32, 784]), .operation("·"), .tensor("W", [784, 128]), .operation("+"),
      .tensor("b", [128]), .operation("="), .tensor("Y", [32, 128]),
    ])

  static let convolution = TensorDiagram(
    "A convolution", alt: "Eight filters of 3 by 3 make 8 maps of 26 by 26 of an image.",
    parts: [
      .tensor("x", [3, 28, 28]), .operation("∗"), .tensor("k", [8, 3, 3, 3]), .operation("→"),
      .tensor("y", [8, 26, 26]), .operation("→"), .tensor("loss", []),
    ])

  static let optimizers = ChartTable(
    "Four optimizers", alt: "Adam is fastest, momentum ends lowest.",
    columns: [
      .text("optimizer", ["plain descent", "momentum", "RMSProp", "Adam"]),
      .sparkline(
        "loss",
        [0.04, 0.1, 0.2, 0.3].map { rate -> [Double] in
          (0..<60).map { step -> Double in 1 / (1 + rate * Double(step)) }
        }),
      .number("final loss", [0.298, 0.0145, 0.0781, 0.0534]), .bar("steps", [412, 86, 71, 64]),
      .bar("change", [-12.5, 3.25, 8, 4.5]),
    ])
}
