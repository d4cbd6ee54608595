import Backprop
import Testing

/// A type with a layer of whatever kind, which can be written down.
private struct Classifier: Layer {
  var name: String
  var network: AnyLayer<Double>

  func callAsFunction(_ x: Tensor<Double>, in pass: inout Pass<Double>) -> Tensor<Double> {
    pass.run("network", network, x)
  }

  mutating func visitParameters(_ visitor: inout ParameterVisitor<Double>) {
    visitor.visit("network", &network)
  }
}

@Suite struct AnyLayerTests {
  private let x = Tensor([[0.5, -1], [2, 0.25]])
  private let y = Tensor([[1.0], [-1]])

  private func layers() -> [AnyLayer<Double>] {
    var generator = RandomNumbers(seed: 8)
    return [
      AnyLayer(Dense(from: 2, to: 3, activation: .tanh, using: &generator)),
      AnyLayer(BatchNorm(features: 3)),
      AnyLayer {
        Dense(from: 3, to: 3, using: &generator)
        Activate(.relu)
        Dense(from: 3, to: 1, using: &generator)
      },
    ]
  }

  @Test func layersOfDifferentKindsStandInOneArray() {
    let all = layers()
    #expect(all(x).shape == [2, 1])
    #expect(all(x) == all[2](all[1](all[0](x))))
    #expect(
      all.tensors.map { $0.name } == [
        "0.weights", "0.bias", "1.scale", "1.shift", "1.runningMean", "1.runningVariance",
        "2.layers.0.weights", "2.layers.0.bias", "2.layers.2.weights", "2.layers.2.bias",
      ])
    #expect(all[0].saturationRange == -1...1 && all[1].saturationRange == nil)
  }

  @Test func itIsAValue() {
    let original = layers()[0]
    var copy = original
    let before = original.flattenedParameters
    var rule = SGD(learningRate: 0.1)
    rule.update(&copy, along: gradient(at: copy) { $0(x).sum() })
    #expect(original.flattenedParameters == before)
    #expect(copy.flattenedParameters != before)
  }

  @Test func trainingChangesItWithoutCopies() {
    var generator = RandomNumbers(seed: 1)
    var layer = AnyLayer(Embedding(of: 1000, size: 8, using: &generator))
    let slope = layer.mapParameters { _, value in 0 * value }
    var rule = Places()
    for _ in 0..<3 { rule.update(&layer, along: slope) }
    #expect(rule.places.count == 3 && Set(rule.places).count == 1)
  }

  @Test func gradientsAndStatesGoThroughIt() {
    var network = layers()
    let check = checkGradients(at: network) { network in
      var pass = Pass<Double>(.inference)
      return meanSquaredError(network(x, in: &pass), y)
    }
    #expect(check.maximumRelativeError < 1e-6, "\(check)")
    var pass = Pass<Double>(.training)
    let before = network.states.map { $0.value }
    _ = valueWithGradient(at: &network, in: &pass) { network, pass in
      meanSquaredError(network(x, in: &pass), y)
    }
    #expect(network.states.map { $0.value } != before)
  }

  @Test func aTypeThatHoldsItTrains() {
    var generator = RandomNumbers(seed: 3)
    var small = Classifier(
      name: "small", network: AnyLayer(Dense(from: 2, to: 1, using: &generator)))
    let large = Classifier(
      name: "large",
      network: AnyLayer(Network(sizes: [2, 8, 1], activation: .tanh, using: &generator)))
    #expect(small.parameters.map { $0.name } == ["network.weights", "network.bias"])
    #expect(large.parameterCount == 33)
    var rule = Adam(learningRate: 0.05)
    let start = meanSquaredError(small(x), y).item
    for _ in 0..<100 {
      rule.update(&small, along: gradient(at: small) { meanSquaredError($0(x), y) })
    }
    #expect(meanSquaredError(small(x), y).item < 0.1 * start)
  }

  @Test func theLayerComesOutAsItsKindAlone() {
    let layer = layers()[0]
    #expect(layer.as(Dense<Double>.self)?.weights.shape == [3, 2])
    #expect(layer.as(BatchNorm<Double>.self) == nil)
    #expect("\(AnyLayer(Activate<Double>(.tanh)))" == "Activate(tanh)")
  }
}

/// Notes where the parameters lie.
private struct Places: Optimizer {
  var learningRate = 0.0
  var places: [Int] = []
  mutating func update(
    _ parameter: ParameterBuffer<Double>, along gradient: GradientBuffer<Double>, at index: Int
  ) { places.append(Int(bitPattern: parameter.baseAddress)) }
}
