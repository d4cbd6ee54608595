import Testing

@testable import Figures

@Suite struct GraphLayeringTests {
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
}
