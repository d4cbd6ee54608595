import Testing

@testable import Figures

@Suite struct GraphDiagramTests {
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

  @Test func numbersOfAGraphAreToldApart() throws {
    func rows(_ digits: Int?) throws -> [[String]] {
      let graph = GraphDiagram(
        "T", alt: "A.",
        nodes: [
          .init(id: 0, label: "x", value: 1.00001, gradient: 0.1 + 0.2, digits: digits),
          .init(id: 1, label: "y", value: 1.00002, gradient: 0.3, digits: digits),
        ])
      return try #require(graph.dataTable).rows.map { Array($0.dropFirst(2)) }
    }
    #expect(try rows(nil) == [["1.00001", "0.3"], ["1.00002", "0.3"]])
    #expect(try rows(3) == [["1", "0.3"], ["1", "0.3"]])
  }

  @Test func aTextThatHasBeenChangedStays() throws {
    var node = GraphDiagram.Node(id: 0, label: "x", value: 1.00001)
    node.value = "about 1"
    let graph = GraphDiagram(
      "T", alt: "A.", nodes: [node, .init(id: 1, label: "y", value: 1.00002)])
    #expect(try #require(graph.dataTable).rows.map { $0[2] } == ["about 1", "1.00002"])
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
