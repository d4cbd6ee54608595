import Backprop
import Testing

@Suite struct SequentialTests {
  nonisolated(unsafe) static let functions: [String: LayerFunction] = [
    "image network": { inputs in
      let network = Sequential {
        Convolution2D(weights: inputs[1], bias: inputs[2], padding: 1)
        Activate(.tanh)
        MaxPooling2D(size: 2)
        Flatten()
        Dense(weights: inputs[3], bias: inputs[4])
      }
      return network(inputs[0])
    }
  ]

  @Test(arguments: Oracle.layers(named: functions.keys))
  func valuesAndDerivativesMatchPyTorch(example: Oracle.OperationCase) throws {
    try example.compareWithPyTorch(Self.functions)
  }

  @Test func parametersAreNamedByTheLayersPlaces() {
    var generator = RandomNumbers(seed: 1)
    let network = Sequential {
      Convolution2D(from: 1, to: 2, size: 3, using: &generator)
      BatchNorm(features: 2)
      Activate(.relu)
      Flatten()
      Residual {
        Dense(from: 8, to: 8, activation: .tanh, using: &generator)
        Dropout(rate: 0.5)
      }
      Dense(from: 8, to: 3, using: &generator)
    }
    #expect(
      network.tensors.map(\.name) == [
        "layers.0.weights", "layers.0.bias", "layers.1.scale", "layers.1.shift",
        "layers.1.runningMean", "layers.1.runningVariance", "layers.4.body.layers.0.weights",
        "layers.4.body.layers.0.bias", "layers.5.weights", "layers.5.bias",
      ])
    #expect(network.layers.last.weights.shape == [3, 8])
    #expect(network(.ones([2, 1, 4, 4])).shape == [2, 3])

    var pass = Pass<Double>(.training, recordsActivations: true)
    _ = network(.normal(shape: [2, 1, 4, 4], using: &generator), in: &pass)
    #expect(
      pass.activations.map(\.name) == [
        "layers.0", "layers.1", "layers.2", "layers.3", "layers.4.body.layers.0",
        "layers.4.body.layers.1", "layers.4.body", "layers.4", "layers.5",
      ])
  }

  @Test func itComputesWhatANetworkOfTheSameLayersDoes() {
    var generator = RandomNumbers(seed: 1)
    let network = Network(sizes: [3, 4, 2], activation: .tanh, using: &generator)
    let row = Sequential {
      network.layers[0]
      network.layers[1]
    }
    let x = Tensor([[1.0, 2, 3], [-1, 0, 1]])
    #expect(row(x) == network(x))
    let (a, b) = (gradient(at: row) { $0(x).sum() }, gradient(at: network) { $0(x).sum() })
    #expect(a.parameters.map(\.name) == b.parameters.map(\.name))
    #expect(a.parameters.map(\.value) == b.parameters.map(\.value))
  }

  @Test func aNetworkWithAllOfItLearnsAndCanBeSaved() throws {
    var generator = RandomNumbers(seed: 5)
    let x = Tensor.normal(shape: [12, 1, 4, 4], using: &generator)
    let labels = (0..<12).map { $0 % 3 }
    var network = Sequential {
      Convolution2D(from: 1, to: 3, size: 2, using: &generator)
      BatchNorm(features: 3)
      Activate(.relu)
      MaxPooling2D(size: 2, stride: 1)
      Flatten()
      Dropout(rate: 0.1)
      Dense(from: 12, to: 3, using: &generator)
    }
    var pass = Pass<Double>(.training, using: RandomNumbers(seed: 6))
    var optimizer = Adam(learningRate: 0.05)
    var first: Double?
    var last = 0.0
    for _ in 0..<60 {
      let (loss, gradient) = valueWithGradient(at: &network, in: &pass) { network, pass in
        crossEntropy(logits: network(x, in: &pass), labels: labels)
      }
      first = first ?? loss
      last = loss
      optimizer.update(&network, along: gradient)
    }
    #expect(last < 0.5 * first!)

    var other = network.mapParameters { _, value in 0 * value }
    #expect(other(x) != network(x))
    try other.setTensors(network.tensors)
    #expect(other(x) == network(x))
  }

  @Test func layersOfFloatCompose() {
    var generator = RandomNumbers(seed: 1)
    let network = Sequential {
      Dense<Float>(from: 2, to: 3, using: &generator)
      BatchNorm<Float>(features: 3)
      Dropout<Float>(rate: 0.5)
      Activate<Float>(.relu)
    }
    #expect(network(Tensor<Float>([[1, 2]])).shape == [1, 3])
  }

  @Test func itPrintsItsSummaryAndItsRowTheLayers() {
    let network = Sequential {
      Dense(weights: Tensor([[1, 2]]), bias: Tensor([0]), activation: .tanh)
      Residual {
        Activate(.leakyRelu())
        Dropout(rate: 0.5)
      }
      Flatten()
    }
    #expect(
      "\(network)" == """
        layers.0.weights [1, 2]  2
        layers.0.bias    [1]     1
        3 parameters
        """)
    #expect(
      "\(network.layers)" == """
        Dense(weights: [[1.0, 2.0]], bias: [0.0], activation: tanh)
        0 parameters
        Flatten()
        """)
  }
}
