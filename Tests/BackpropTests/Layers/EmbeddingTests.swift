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

  @Test func theVectorOfThePaddingStays() {
    let layer = Embedding(weights: Tensor([[1.0, 2], [3, 4], [5, 6]]), paddingIndex: 1)
    #expect(layer(Tensor([1, 0])) == Tensor([[3, 4], [1, 2]]))
    let x = Tensor([[2.0, 1], [1, 0]])
    let slope = gradient(at: layer) { (square($0(x))).sum() }
    // 2w where the vector is used once, and nothing for the padding.
    #expect(slope.weights == Tensor([[2, 4], [0, 0], [10, 12]]))
    var step = TrainingStep(model: layer, optimizer: SGD(learningRate: 0.25)) { layer, x, _ in
      square(layer(x)).sum()
    }
    for _ in 0..<3 { _ = step(x, Tensor(0)) }
    #expect(step.isReplayed)
    #expect(step.model.weights == Tensor([[0.125, 0.25], [3, 4], [0.625, 0.75]]))
  }

  @Test func theVectorOfThePaddingBeginsAtZero() {
    var (first, second) = (RandomNumbers(seed: 3), RandomNumbers(seed: 3))
    let layer = Embedding(of: 3, size: 2, paddingIndex: 2, using: &first)
    let plain = Embedding(of: 3, size: 2, using: &second)
    #expect(layer.weights[2] == .zeros([2]) && layer.weights[0] == plain.weights[0])
    #expect(layer.weights[1] == plain.weights[1] && plain.weights[2] != .zeros([2]))
  }

  @Test func randomVectorsAreOfTheStandardNormalDistribution() {
    var (first, second) = (RandomNumbers(seed: 3), RandomNumbers(seed: 3))
    let layer = Embedding(of: 5, size: 3, using: &first)
    #expect(layer.weights == .normal(shape: [5, 3], using: &second))
    #expect(layer.parameters.map(\.name) == ["weights"])
  }
}
