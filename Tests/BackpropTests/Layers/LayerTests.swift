import Backprop
import Testing

@Suite struct LayerTests {
  /// All that `Oracles/layers.py` has a case of.
  nonisolated(unsafe) static let functions: [String: LayerFunction] = {
    var all = operations
    for more in [
      AveragePooling2DTests.functions, BatchNormTests.functions, Convolution2DTests.functions,
      CrossEntropyTests.functions, EmbeddingTests.functions, FlattenTests.functions,
      GRUTests.functions, LayerNormTests.functions, LSTMTests.functions,
      MaxPooling2DTests.functions, ResidualTests.functions, RNNTests.functions,
      SequentialTests.functions,
    ] {
      all.merge(more) { $1 }
    }
    return all
  }()

  /// The operations that layers are made of.
  nonisolated(unsafe) private static let operations: [String: LayerFunction] = {
    var all: [String: LayerFunction] = [
      "permuted": { $0[0].permuted([]) },
      "permuted 0": { $0[0].permuted([0]) },
      "permuted 1 0": { $0[0].permuted([1, 0]) },
      "permuted 2 0 1": { $0[0].permuted([2, 0, 1]) },
      "permuted 0 2 1": { $0[0].permuted([0, 2, 1]) },
      "permuted 0 3 1 2": { $0[0].permuted([0, 3, 1, 2]) },
      "unstack": { inputs in
        stack(unstack(inputs[0]).enumerated().map { Double($0 + 1) * $1 * $1 })
      },
      "gather": { gather($0[0], Tensor([4, 0, 4, 2])) },
      "gather square": { gather($0[0], Tensor([[1.0, 1], [0, 4]])) },
      "gather scalar": { gather($0[0], Tensor(3)) },
    ]
    all.merge(windowed("unfolded", Oracle.windows) { window in { $0[0].unfolded(window) } }) { $1 }
    all.merge(
      windowed("folded", Oracle.windows) { window in
        { $0[0].folded(window, shape: [2, 3, 5, 4]) }
      }
    ) { $1 }
    return all
  }()

  @Test(arguments: Oracle.layers(named: operations.keys))
  func operationsThatLayersAreMadeOfMatchPyTorch(example: Oracle.OperationCase) throws {
    try example.compareWithPyTorch(Self.operations)
  }

  @Test func everyCaseOfPyTorchIsCompared() {
    #expect(Set(Oracle.layers.map(\.name)) == Set(Self.functions.keys))
  }

  /// A layer as a user writes one.
  private struct Block: Layer {
    var first = Dense(weights: Tensor([[1, -1]]), bias: Tensor([0]))
    var second = Dense(weights: Tensor([[2]]), bias: Tensor([3]))

    func callAsFunction(_ x: Tensor<Double>, in pass: inout Pass<Double>) -> Tensor<Double> {
      pass.run("second", second, relu(pass.run("first", first, x)))
    }
    mutating func visitParameters(_ visitor: inout ParameterVisitor<Double>) {
      visitor.visit("first", &first)
      visitor.visit("second", &second)
    }
  }

  @Test func aLayerOfOnesOwnNeedsAResultAndItsParametersNames() {
    #expect(Block()(Tensor([[5, 1], [1, 5]])) == Tensor([[11], [3]]))
    #expect(Block().saturationRange == nil)
    #expect(
      Block().parameters.map(\.name) == [
        "first.weights", "first.bias", "second.weights", "second.bias",
      ])
  }

  @Test func anArrayOfLayersIsALayer() {
    let layer = Dense(weights: Tensor([[2]]), bias: Tensor([1]))
    let row = [layer, layer]
    #expect(row(Tensor([3])) == Tensor([15]))
    #expect([Activate(.relu), Activate(.identity)](Tensor([-1, 2])) == Tensor([0, 2]))
  }

  @Test func theLayersKnowTheEndsOfTheirResults() {
    var generator = RandomNumbers(seed: 1)
    #expect(
      Dense<Double>(from: 2, to: 3, activation: .sigmoid, using: &generator).saturationRange
        == 0...1)
    #expect(LSTM<Double>(from: 2, units: 3, using: &generator).saturationRange == -1...1)
    #expect(GRU<Double>(from: 2, units: 3, using: &generator).saturationRange == -1...1)
    #expect(RNN<Double>(from: 2, units: 3, using: &generator).saturationRange == -1...1)
    #expect(
      Convolution2D<Double>(from: 1, to: 1, size: 1, activation: .relu, using: &generator)
        .saturationRange == nil)
    let row = Sequential {
      Activate<Double>(.relu)
      Activate(.tanh)
    }
    #expect(row.saturationRange == -1...1)
    #expect(Sequential { Activate<Double>(.sigmoid) }.saturationRange == 0...1)
    #expect(
      Network<Double>(sizes: [2, 3, 1], activation: .relu, output: .tanh, using: &generator)
        .saturationRange == -1...1)
    #expect([Activate<Double>]().saturationRange == nil)
    #expect([Activate<Double>(.tanh)].saturationRange == -1...1)
    #expect(Dropout(rate: 0.5).saturationRange == nil)
  }
}
