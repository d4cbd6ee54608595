import Testing

@testable import Figures

@Suite struct GraphRowsTests {
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
}
