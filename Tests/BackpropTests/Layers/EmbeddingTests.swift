import Backprop
import Testing

@Suite struct EmbeddingTests {
  nonisolated(unsafe) static let functions: [String: LayerFunction] = [
    "embedding": { Embedding(weights: $0[0])(Tensor([[1.0, 1], [0, 4]])) }
  ]

  @Test(arguments: Oracle.layers(named: functions.keys))
  func valuesAndDerivativesMatchPyTorch(example: Oracle.OperationCase) throws {
    try example.compareWithPyTorch(Self.functions)
  }

  @Test func eachNumberIsReplacedByItsVector() {
    let layer = Embedding(weights: Tensor([[1, 2], [3, 4], [5, 6]]))
    #expect(layer(Tensor([2, 0])) == Tensor([[5, 6], [1, 2]]))
    #expect(layer(Tensor([[1], [1]])) == Tensor([[[3, 4]], [[3, 4]]]))
    #expect(layer(Tensor(2)) == Tensor([5, 6]))
    #expect(layer(.zeros([0, 3])).shape == [0, 3, 2])
  }

  @Test func aVectorsDerivativeIsTheSumOfThoseAtItsPlaces() {
    let layer = Embedding(weights: Tensor([[1.0, 2], [3, 4], [5, 6]]))
    let slope = gradient(at: layer) { ($0(Tensor([2, 0, 2])) * Tensor([[1], [10], [100]])).sum() }
    #expect(slope.weights == Tensor([[10, 10], [0, 0], [101, 101]]))
  }

  @Test func randomVectorsAreOfTheStandardNormalDistribution() {
    var (first, second) = (RandomNumbers(seed: 3), RandomNumbers(seed: 3))
    let layer = Embedding(of: 5, size: 3, using: &first)
    #expect(layer.weights == .normal(shape: [5, 3], using: &second))
    #expect(layer.parameters.map(\.name) == ["weights"])
  }
}
