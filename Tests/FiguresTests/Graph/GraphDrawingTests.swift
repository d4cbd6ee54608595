import Testing

@testable import Figures

@Suite struct GraphDrawingTests {
  @Test func numbersStandAboveAndBelowTheirWire() throws {
    let labels = Gallery.reuse.labels
    let value = try #require(labels.first { $0.text == "0.9093" })
    let name = try #require(labels.first { $0.text == "sin" })
    #expect(value.box.left > name.box.right)
    #expect(value.box.bottom < (name.box.top + name.box.bottom) / 2 + 2)
  }

  @Test func noWireCrossesANumber() {
    // Straight pieces lie between the numbers of their node; bends lie between columns.
    for graph in Gallery.graphs {
      for match in graph.svg.matches(
        of: /M([0-9.]+) ([0-9.]+)C([0-9.]+) [0-9.]+ [0-9.]+ [0-9.]+ ([0-9.]+) ([0-9.]+)/)
      {
        let x = (Double(match.1)!, Double(match.4)!)
        let y = (Double(match.2)!, Double(match.5)!)
        let bend = Box(
          left: min(x.0, x.1), top: min(y.0, y.1), right: max(x.0, x.1), bottom: max(y.0, y.1))
        for label in graph.labels { #expect(label.ink.overlap(bend) == 0, "\(label.text)") }
      }
    }
  }
}
