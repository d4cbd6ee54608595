import Testing

@testable import Figures

@Suite struct GeometryTests {
  /// A layer of each geometry.
  private let layers: [Plot.Layer] =
    Line([0, 1], label: "a").layers + Points([0, 1], [0, 1], label: "a").layers
    + Path([0, 1], [0, 1], label: "a").layers
    + Band([0, 1], lower: [0, 0], upper: [1, 1], label: "a").layers
    + Bars(["a"], [1], label: "a").layers
    + ErrorBars([0], [1], errors: [1], label: "a").layers + Rule(x: 0, label: "a").layers
    + Annotation("a", at: (0, 0)).layers + Contours(x: 0...1, y: 0...1) { $0 + $1 }.layers
    + HeatMap([[1, 2]]).layers
    + VectorField(x: 0...1, y: 0...1, label: "a") { ($0, $1) }.layers
    + Streamlines(x: 0...1, y: 0...1, label: "a") { _, _ in (1, 0) }.layers
    + DecisionRegions(x: 0...1, y: 0...1, classes: ["a"]) { _, _ in 0 }.layers
    + Inset(x: 0...1, y: 0...1).layers

  /// The legend tells samples apart by it.
  @Test func eachGeometryHasANameOfItsOwn() {
    #expect(Set(layers.map { $0.geometry.traits.name }).count == layers.count)
  }

  @Test func whatBelongsToASeriesHasASampleInTheLegend() {
    for styled in PlotDrawing.styled(layers) {
      let geometry = styled.behavior
      var drawing = PlotDrawing(
        layers: [], x: Axis(), y: Axis(), width: 520, aspect: .automatic, legend: .automatic)
      let key = LegendKey(start: Pixel(x: 0, y: 5), end: Pixel(x: 24, y: 5))
      geometry.drawKey(styled, key, &drawing)
      #expect(
        drawing.canvas.body.isEmpty == (geometry.traits.series == nil), "\(geometry.traits.name)")
    }
  }

  @Test func whatStretchesTheAxesIsAllButAnInset() {
    for layer in layers {
      let geometry = layer.geometry.behavior
      var extent = PlotExtent(x: Axis(), y: Axis())
      geometry.extend(&extent, layer)
      let stretches =
        extent.x.lower <= extent.x.upper || extent.x.tightLower < extent.x.tightUpper
      #expect(stretches == (geometry.traits.name != "inset"), "\(geometry.traits.name)")
    }
  }

  @Test func onlyGroundsAndFieldsFillTheFrame() {
    for layer in layers {
      let traits = layer.geometry.traits
      #expect(traits.fillsFrame == [.ground, .fields].contains(traits.plane), "\(traits.name)")
    }
  }
}
