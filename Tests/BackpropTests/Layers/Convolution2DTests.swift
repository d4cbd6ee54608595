import Backprop
import Testing

@Suite struct Convolution2DTests {
  nonisolated(unsafe) static let functions: [String: LayerFunction] = {
    var all = windowed("convolution", Oracle.windows) { window in
      { Convolution2D(weights: $0[1], bias: $0[2], window: window)($0[0]) }
    }
    all["convolution tanh"] = { inputs in
      Convolution2D(weights: inputs[1], bias: inputs[2], padding: 1, activation: .tanh)(inputs[0])
    }
    return all
  }()

  @Test(arguments: Oracle.layers(named: functions.keys))
  func valuesAndDerivativesMatchPyTorch(example: Oracle.OperationCase) throws {
    try example.compareWithPyTorch(Self.functions)
  }

  @Test func itIsTheWeightedSumOfWhatTheWindowSees() {
    let layer = Convolution2D(weights: image([[1, 2], [3, 4]]), bias: Tensor([100]))
    let corners = image([[1, 0, 0], [0, 0, 1]])
    // At the left the window sees 1 at its first place, at the right 1 at its last.
    #expect(layer(corners) == image([[101, 104]]))
  }

  @Test func allChannelsAreSummedAndEachOutputHasItsOwnWeights() {
    let layer = Convolution2D(
      weights: Tensor([1, 10, 100, 1000]).reshaped([2, 2, 1, 1]), bias: Tensor([0, 0.5]))
    let image = Tensor([2, 3]).reshaped([1, 2, 1, 1])
    #expect(layer(image) == Tensor([32, 3200.5]).reshaped([1, 2, 1, 1]))
  }

  @Test func aConvolutionOfAMovedImageIsTheConvolutionMoved() {
    var generator = RandomNumbers(seed: 8)
    let layer = Convolution2D(from: 2, to: 3, size: 3, activation: .tanh, using: &generator)
    let x = Tensor.normal(shape: [1, 2, 6, 7], using: &generator)
    let moved = layer(x.slice(1..<6, axis: 2).slice(2..<7, axis: 3))
    #expect(moved == layer(x).slice(1..<4, axis: 2).slice(2..<5, axis: 3))
  }

  @Test func noImagesGiveNoImages() {
    var generator = RandomNumbers(seed: 1)
    let layer = Convolution2D(from: 2, to: 3, size: 3, using: &generator)
    #expect(layer(.zeros([0, 2, 4, 4])).shape == [0, 3, 2, 2])
  }

  @Test func randomWeightsBeginAsTheInitializationSaysAndTheBiasAtZero() {
    var (first, second) = (RandomNumbers(seed: 3), RandomNumbers(seed: 3))
    let layer = Convolution2D(from: 2, to: 3, size: 4, initialization: .heNormal(), using: &first)
    #expect(layer.weights == .initial(.heNormal(), shape: [3, 2, 4, 4], using: &second))
    #expect(layer.bias == .zeros([3]))
    #expect(layer.parameters.map(\.name) == ["weights", "bias"])
  }
}
