import Figures

/// Draws a figure of every kind and prints digests of their bytes: a page draws what a lesson does.
func traceDrawings() {
  let xs = (0..<200).map { Double($0) }
  let waves = xs.map { ($0 - 100) * ($0 - 40) * ($0 - 160) / 9000 }
  trace(
    "lines",
    Plot("Lines", alt: "Two.", x: Axis("x"), y: Axis("y")) {
      Line(xs, waves, label: "cubic")
      Line(xs, xs.map { $0 == 50 ? .nan : 100 - $0 }, label: "falling")
      Rule(y: 0, label: "zero")
      Annotation("turn", at: (70, waves[70]))
    })
  trace(
    "scales",
    Plot(
      "Scales", alt: "Far.", x: Axis("t", scale: .time),
      y: Axis("y", scale: .symmetricLogarithmic(threshold: 1))
    ) {
      Line(xs.map { $0 * 40_000 }, waves.map { $0 * $0 * $0 })
    })
  trace(
    "marks",
    Plot("Marks", alt: "Many.", y: Axis("y", scale: .logarithmic)) {
      Band(runs: [xs.map { 300 - $0 }, xs.map { 310 - $0 * $0 / 200 }], label: "runs")
      Points(xs, xs.map { 1 + $0 }, label: "points")
      ErrorBars([20, 60], [20, 60], errors: [10, 70], label: "errors")
    })
  trace(
    "bars",
    Plot("Bars", alt: "Names.") {
      Bars(
        ["ä", "a long name", "c"], groups: [("p", [1, 2, 3]), ("q", [3, -2, 1])], showsValues: true)
    })
  trace(
    "distributions",
    Plot("Samples", alt: "Two.") {
      Histogram(waves, isDensity: true, label: "bins")
      Density(waves, label: "density")
    })
  trace(
    "boxes",
    Plot("Boxes", alt: "One lies.") {
      BoxPlots(["one name", "another"], samples: [waves, xs], isHorizontal: true)
    })
  trace(
    "contours",
    Plot("Contours", alt: "A path.", aspect: .equal) {
      Contours(x: -2...2, y: -2...2, colors: .diverging(), labeled: true) { $0 * $1 }
      Path(points: [(1, 1), (0.5, -0.5), (-1, 0.25)], label: "run", seconds: 2)
    })
  trace(
    "field",
    Plot("Field", alt: "A saddle.") {
      HeatMap(x: -2...2, y: -2...2) { $0 * $0 - $1 }
      Streamlines(x: -2...2, y: -2...2) { (-$0, $1) }
    })
  trace("surface", Surface("Surface", alt: "A saddle.", x: -1...1, y: -1...1) { $0 * $0 - $1 * $1 })
  trace(
    "facets",
    Facets("Facets", alt: "Two.", columns: 2) {
      Panel("a") { Line(waves) }
      Panel("b") { Points(xs, waves) }
    })
  trace(
    "network",
    NetworkDiagram(
      "Network", alt: "Small.",
      layers: [.init("input", units: ["x", "y"]), .init("output", units: ["p"])],
      weights: [[[1.5, -2.5]]]))
}

private func trace<Drawn: Figure>(_ name: StaticString, _ figure: Drawn) {
  Trace.print(name, "svg", digestOf: figure.svg)
  if let table = figure.dataTable {
    for row in table.rows { for cell in row { Trace.print(name, "cell", digestOf: cell) } }
  }
}
