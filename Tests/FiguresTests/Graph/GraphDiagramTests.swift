import Testing

@testable import Figures

@Suite struct GraphDiagramTests {
  @Test func everyNodeStandsRightOfItsInputs() throws {
    let inputs = [[], [], [0, 1], [2, 0], [3], [4, 2]]
    let layers = try #require(
      GraphLayering.layers(inputs: inputs, isLeaf: inputs.map { $0.isEmpty }))
    for node in inputs.indices {
      for input in inputs[node] { #expect(layers[input] < layers[node]) }
    }
  }

  @Test func aLeafStandsJustBeforeItsFirstUse() {
    let inputs = [[], [0], [1], [2, 4], []]
    let layers = GraphLayering.layers(inputs: inputs, isLeaf: inputs.map { $0.isEmpty })
    #expect(layers == [0, 1, 2, 3, 2])
  }

  @Test func aCircleIsFound() {
    #expect(GraphLayering.layers(inputs: [[1], [0]], isLeaf: [false, false]) == nil)
  }

  @Test func wiresOfATreeDoNotCross() {
    var nodes: [GraphDiagram.Node] = []
    for index in 0..<8 { nodes.append(.init(id: index, label: "x\(index)")) }
    // Paired from far apart, so that the order given would cross.
    for (index, pair) in [[0, 7], [1, 6], [2, 5], [3, 4]].enumerated() {
      nodes.append(.init(id: 8 + index, label: "+", inputs: pair))
    }
    nodes.append(.init(id: 12, label: "+", inputs: [8, 10]))
    nodes.append(.init(id: 13, label: "+", inputs: [9, 11]))
    nodes.append(.init(id: 14, label: "+", inputs: [12, 13]))
    #expect(GraphDiagram("T", alt: "A.", nodes: nodes).crossings == 0)
  }

  @Test func twoFullyConnectedLayersCrossAsLittleAsTheyCan() {
    // K(2,2) has one crossing, and here each product's wires add none.
    #expect(Gallery.network.crossings <= 3)
  }

  @Test func numbersStandAboveAndBelowTheirWire() throws {
    let labels = Gallery.reuse.labels
    let value = try #require(labels.first { $0.text == "0.9093" })
    let name = try #require(labels.first { $0.text == "sin" })
    #expect(value.box.left > name.box.right)
    #expect(value.box.bottom < (name.box.top + name.box.bottom) / 2 + 2)
  }

  @Test func aGraphMayRunDownWithValuesLeftAndGradientsRight() throws {
    let labels = Gallery.descent.labels
    let value = try #require(labels.first { $0.text == "0.6987" })
    let gradient = try #require(labels.first { $0.text == "−0.5384" })
    #expect(value.box.right < gradient.box.left)
    #expect(value.box.top == gradient.box.top)
    let input = try #require(labels.first { $0.text == "x₁" })
    #expect(input.box.bottom < value.box.top)
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

  @Test func anUnknownInputIsRefused() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = GraphDiagram("T", alt: "A.", nodes: [.init(id: 1, label: "+", inputs: [7])])
    }
    let message = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(message.contains("takes an input from node 7, which does not exist."))
  }

  @Test func aGraphThatNobodyCouldFollowIsRefused() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = GraphDiagram(
        "T", alt: "A.", nodes: (0...150).map { .init(id: $0, label: "x", inputs: []) })
    }
    #expect(said(result).contains("The graph “T” has 151 nodes"))
    #expect(said(result).contains("draws 150 at most. Draw a part of it."))
  }

  @Test func aSingleNodeIsAGraph() {
    let graph = GraphDiagram("T", alt: "A.", nodes: [.init(id: 3, label: "x", value: 1)])
    #expect(graph.svg.contains(">x</text>"))
  }

  @Test func largeGraphsAreLaidOutInTime() {
    var nodes: [GraphDiagram.Node] = []
    for index in 0..<120 {
      nodes.append(
        .init(
          id: index, label: "+", value: 1,
          inputs: index < 6 ? [] : [index - 1 - index % 5, index - 6]))
    }
    #expect(GraphDiagram("T", alt: "A.", nodes: nodes).svg.hasSuffix("</svg>"))
  }
}
