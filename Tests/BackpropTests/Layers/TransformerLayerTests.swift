import Backprop
import Testing

/// RMS norm, one-dimensional convolution and global pooling.
@Suite struct TransformerLayerTests {
  private static func convolution(_ stride: Int, _ padding: Int) -> LayerFunction {
    { Convolution1D(weights: $0[1], bias: $0[2], stride: stride, padding: padding)($0[0]) }
  }

  nonisolated(unsafe) static let functions: [String: LayerFunction] = [
    "rms norm": { inputs in
      var layer = RMSNorm<Double>(shape: [5])
      layer.scale = inputs[1]
      return layer(inputs[0])
    },
    "convolution 1 0": convolution(1, 0), "convolution 2 1": convolution(2, 1),
    "convolution 3 2": convolution(3, 2),
    "global average": { GlobalAveragePooling()($0[0]) },
    "global max": { GlobalMaxPooling()($0[0]) },
  ]

  @Test(arguments: Oracle.transformer(named: functions.keys))
  func valuesAndDerivativesMatchPyTorch(example: Oracle.OperationCase) throws {
    try example.compareAll(Self.functions)
  }

  @Test func emptyBatchesAndSinglePlaces() {
    #expect(RMSNorm<Double>(shape: [3])(.zeros([0, 3])).shape == [0, 3])
    #expect(RMSNorm<Double>(shape: [1], epsilon: 0)(Tensor([-2])) == Tensor([-1]))
    #expect(GlobalAveragePooling<Double>()(.ones([2, 3, 1])) == .ones([2, 3]))
    #expect(GlobalMaxPooling<Double>()(.zeros([0, 3, 2])).shape == [0, 3])
    let layer = Convolution1D(weights: Tensor<Double>.ones([2, 1, 3]), bias: .zeros([2]))
    #expect(layer(.zeros([0, 1, 5])).shape == [0, 2, 3])
    #expect(layer(.ones([1, 1, 3])) == Tensor(repeating: 3, shape: [1, 2, 1]))
  }

  private static let sentences = [
    "An RMS norm of shape [3] takes a shape that ends so, not [2].",
    "An RMS norm is over one axis or more.",
    "Global pooling takes [n, channels, ...] with places, not [2, 3].",
    "Axis 2 of shape [2, 3, 0] is empty: it has no largest number.",
    "A convolution of weights [2, 1, 3] takes [n, 1, length], not [1, 2, 3].",
    "No window covers 3 places, with stride 0 and padding 0.",
    "A convolution takes weights [outputs, inputs, size] and a bias [outputs], not [2] and [2].",
    "does not fit into images [1, 1, 1, 2].",
  ]

  @Test(arguments: sentences.indices)
  func whatDoesNotFitStopsTheProgram(number: Int) async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { [number] in
      let (weights, bias) = (Tensor<Double>.ones([2, 1, 3]), Tensor<Double>.zeros([2]))
      switch number {
      case 0: _ = RMSNorm<Double>(shape: [3])(Tensor([1, 2]))
      case 1: _ = RMSNorm<Double>(shape: [])
      case 2: _ = GlobalAveragePooling<Double>()(.ones([2, 3]))
      case 3: _ = GlobalMaxPooling<Double>()(.ones([2, 3, 0]))
      case 4: _ = Convolution1D(weights: weights, bias: bias)(.ones([1, 2, 3]))
      case 5: _ = Convolution1D(weights: weights, bias: bias, stride: 0)
      case 6: _ = Convolution1D(weights: bias, bias: bias)
      default: _ = Convolution1D(weights: weights, bias: bias)(.ones([1, 1, 2]))
      }
    }
    #expect(result.message.contains(Self.sentences[number]), "\(result.message)")
    #expect(result.message.contains("TransformerLayerTests.swift:"))
  }
}
