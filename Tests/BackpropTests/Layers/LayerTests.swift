import Backprop
import Testing

/// Every layer, and the operations that layers are made of, against PyTorch.
@Suite struct LayerTests {
  typealias Function = ([Tensor<Double>]) -> Tensor<Double>

  @Test(arguments: Oracle.layers)
  func valuesFirstAndSecondDerivativesMatchPyTorch(example: Oracle.OperationCase) throws {
    example.compareDerivatives(of: try #require(Self.functions[example.name]))
  }

  @Test(arguments: Oracle.layers)
  func whatWasRecordedCanBeReplayedWithOtherNumbers(
    example: Oracle.OperationCase
  ) throws {
    example.checkReplay(of: try #require(Self.functions[example.name]))
  }

  @Test(arguments: Oracle.layers)
  func derivativesPassTheGradientCheck(example: Oracle.OperationCase) throws {
    example.checkGradients(of: try #require(Self.functions[example.name]))
  }

  @Test func everyFunctionIsCompared() {
    #expect(Set(Oracle.layers.map(\.name)) == Set(Self.functions.keys))
  }

  @Test func inFloatALayersValuesAreThoseOfDoubleToItsPrecision() {
    for example in Oracle.layers where example.name == "lstm" {
      let x = example.inputs.map { Tensor($0) }
      let single = x.map { Tensor<Float>(shape: $0.shape, scalars: $0.scalars.map { Float($0) }) }
      let layer = LSTM(weightIH: x[3], weightHH: x[4], bias: x[5])
      let other = LSTM(weightIH: single[3], weightHH: single[4], bias: single[5])
      for (a, b) in zip(other(single[0]).scalars, layer(x[0]).scalars) {
        #expect((Double(a) - b).magnitude < 1e-5)
      }
    }
  }

  nonisolated(unsafe) static let functions: [String: Function] = {
    var all = rearrangements
    all.merge(layers) { $1 }
    for (name, window) in windows {
      all["unfolded \(name)"] = { $0[0].unfolded(window) }
      all["folded \(name)"] = { inputs in
        inputs[0].folded(window, shape: [2, 3, 5, 4])
      }
      all["convolution \(name)"] = { inputs in
        Convolution2D(weights: inputs[1], bias: inputs[2], window: window)(inputs[0])
      }
      if name == "4 stride 3 padding 3" { continue }
      all["max pooling \(name)"] = { MaxPooling2D(window: window)($0[0]) }
      all["average pooling \(name)"] = { AveragePooling2D(window: window)($0[0]) }
    }
    return all
  }()

  private static let windows: [String: Window] = [
    "3": Window(3),
    "2 stride 2": Window(2, stride: 2),
    "3 stride 2 padding 1": Window(3, stride: 2, padding: 1),
    "2 by 3": Window(height: 2, width: 3, rowStride: 1, columnStride: 2, rowPadding: 1),
    "1": Window(1),
    "4 stride 3 padding 3": Window(4, stride: 3, padding: 3),
  ]

  private static let square = Tensor([[1.0, 1], [0, 4]])
  private static let labels = Tensor([[2.0, 0], [2, 1], [1, 1]])

  nonisolated(unsafe) private static let rearrangements: [String: Function] = [
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
    "gather square": { gather($0[0], square) },
    "gather scalar": { gather($0[0], Tensor(3)) },
    "crossEntropy labels in a tensor": { crossEntropy(logits: $0[0], labels: labels) },
    "crossEntropy labels in a tensor weighted smoothed": {
      crossEntropy(
        logits: $0[0], labels: labels, smoothing: 0.1, classWeights: Tensor([0.5, 2, 1.25]))
    },
  ]

  nonisolated(unsafe) private static let layers: [String: Function] = [
    "convolution tanh": { inputs in
      Convolution2D(weights: inputs[1], bias: inputs[2], padding: 1, activation: .tanh)(inputs[0])
    },
    "embedding": { Embedding(weights: $0[0])(square) },
    "flatten": { Flatten()($0[0]) },
    "residual": { inputs in
      Residual(Dense(weights: inputs[1], bias: inputs[2], activation: .tanh))(inputs[0])
    },
    "batch norm in training": { inputs in
      var pass = Pass<Double>(.training)
      return batchNorm(inputs)(inputs[0], in: &pass)
    },
    "batch norm in inference": { inputs in
      var layer = batchNorm(inputs)
      layer.runningMean = Tensor([0.5, -1.5])
      layer.runningVariance = Tensor([0.75, 3])
      return layer(inputs[0])
    },
    "layer norm": { inputs in
      var layer = LayerNorm(shape: inputs[1].shape)
      (layer.scale, layer.shift) = (inputs[1], inputs[2])
      return layer(inputs[0])
    },
    "rnn": { inputs in
      let layer = RNN(weightIH: inputs[2], weightHH: inputs[3], bias: inputs[4])
      return all(layer, layer.unrolled(inputs[0], from: inputs[1]))
    },
    "rnn relu": { inputs in
      let layer = RNN(weightIH: inputs[2], weightHH: inputs[3], bias: inputs[4], activation: .relu)
      return all(layer, layer.unrolled(inputs[0], from: inputs[1]))
    },
    "gru": { inputs in
      let layer = GRU(
        weightIH: inputs[2], weightHH: inputs[3], biasIH: inputs[4], biasHH: inputs[5])
      return all(layer, layer.unrolled(inputs[0], from: inputs[1]))
    },
    "lstm": { inputs in
      let layer = LSTM(weightIH: inputs[3], weightHH: inputs[4], bias: inputs[5])
      let (steps, last) = layer.unrolled(
        inputs[0], from: .init(hidden: inputs[1], cell: inputs[2]))
      return concatenated([
        stack(steps).flattened, last.hidden.flattened, last.cell.flattened,
      ])
    },
    "image network": { inputs in
      let network = Sequential {
        Convolution2D(weights: inputs[1], bias: inputs[2], padding: 1)
        Activate(.tanh)
        MaxPooling2D(size: 2)
        Flatten()
        Dense(weights: inputs[3], bias: inputs[4])
      }
      return network(inputs[0])
    },
  ]

  private static func batchNorm(_ inputs: [Tensor<Double>]) -> BatchNorm<Double> {
    var layer = BatchNorm(features: inputs[1].count)
    (layer.scale, layer.shift) = (inputs[1], inputs[2])
    return layer
  }

  /// All hidden states, then the last.
  private static func all<L: RecurrentLayer<Double>>(
    _ layer: L, _ result: (steps: [Tensor<Double>], last: L.State)
  ) -> Tensor<Double> {
    concatenated([stack(result.steps).flattened, layer.hidden(result.last).flattened])
  }
}
