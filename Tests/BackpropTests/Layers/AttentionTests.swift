import Backprop
import Testing

@Suite struct AttentionTests {
  private static func layer(
    _ p: ArraySlice<Tensor<Double>>, heads: Int, isCausal: Bool = false
  ) -> MultiHeadAttention<Double> {
    let p = Array(p)
    return MultiHeadAttention(
      inputWeights: p[0], inputBias: p[1], output: Dense(weights: p[2], bias: p[3]), heads: heads,
      isCausal: isCausal)
  }

  nonisolated(unsafe) static let functions: [String: LayerFunction] = [
    "attention": { layer($0[1...], heads: 2)($0[0]) },
    "attention causal": { layer($0[1...], heads: 2, isCausal: true)($0[0]) },
    "attention across": { inputs in
      var pass = Pass<Double>(.inference)
      let mask = Tensor([[1.0, 0, 1, 1, 0], [0, 1, 0, 0, 0], [1, 1, 1, 1, 1]])
      return layer(inputs[2...], heads: 1)(inputs[0], seeing: inputs[1], mask: mask, in: &pass)
    },
    "scaled dot products": { attention(queries: $0[0], keys: $0[1], values: $0[2]) },
  ]

  @Test(arguments: Oracle.transformer(named: functions.keys))
  func valuesAndDerivativesMatchPyTorch(example: Oracle.OperationCase) throws {
    let function = try #require(Self.functions[example.name])
    // Sums of terms that cancel: of the biases of the keys all do.
    example.compareDerivativesToScale(of: function)
    example.checkGradients(of: function)
    example.checkReplay(of: function)
    example.checkPlan(of: function)
  }

  @Test func aCausalStepDoesNotSeeWhatComesLater() {
    var generator = RandomNumbers(seed: 4)
    let layer = MultiHeadAttention<Double>(size: 4, heads: 2, isCausal: true, using: &generator)
    let x = Tensor<Double>.normal(shape: [5, 4], using: &generator)
    var other = x
    other[4] = Tensor([9, 9, 9, 9])
    #expect(layer(x)[0..<4] == layer(other)[0..<4])
    #expect(layer(x)[4] != layer(other)[4])
    #expect(
      layer.parameters.map(\.name) == [
        "inputWeights", "inputBias", "output.weights", "output.bias",
      ])
  }

  @Test func withoutSequencesOrStepsThereIsNothing() {
    var generator = RandomNumbers(seed: 4)
    let layer = MultiHeadAttention<Double>(size: 4, heads: 2, using: &generator)
    #expect(layer(.zeros([0, 3, 4])).shape == [0, 3, 4])
    #expect(layer(.zeros([2, 0, 4])).shape == [2, 0, 4])
    #expect(layer(.zeros([1, 4])).shape == [1, 4])
  }

  private static let sentences = [
    "4 numbers are not divided among 3 heads.",
    "Attention of size 4 takes [t, 4] or [n, t, 4], not [3].",
    "A mask of shape [2] does not broadcast to scores [1, 3, 3].",
    "Attention takes queries [..., q, d], keys [..., k, d] and values [..., k, e], not [2, 3], [2, 4] and "
      + "[2, 3].",
    "Attention takes weights [3 size, size], a bias [3 size] and an output layer from size to size, not "
      + "[4, 4], [4] and [4, 4].",
  ]

  @Test(arguments: sentences.indices)
  func whatDoesNotFitStopsTheProgram(number: Int) async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { [number] in
      var generator = RandomNumbers(seed: 4)
      var pass = Pass<Double>(.inference)
      let layer = MultiHeadAttention<Double>(size: 4, heads: 1, using: &generator)
      let x = Tensor<Double>.ones([3, 4])
      let (two, four) = (Tensor<Double>.ones([2, 3]), Tensor<Double>.ones([2, 4]))
      switch number {
      case 0: _ = MultiHeadAttention<Double>(size: 4, heads: 3, using: &generator)
      case 1: _ = layer(Tensor([1, 2, 3]))
      case 2: _ = layer(x, seeing: x, mask: Tensor([1, 1]), in: &pass)
      case 3: _ = attention(queries: two, keys: four, values: two)
      default:
        _ = MultiHeadAttention(
          inputWeights: .ones([4, 4]), inputBias: .ones([4]), output: layer.output, heads: 1)
      }
    }
    #expect(result.message.contains(Self.sentences[number]), "\(result.message)")
    #expect(result.message.contains("AttentionTests.swift:"))
  }
}
