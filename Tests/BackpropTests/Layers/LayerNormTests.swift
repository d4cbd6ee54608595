import Backprop
import Testing

@Suite struct LayerNormTests {
  nonisolated(unsafe) static let functions: [String: LayerFunction] = [
    "layer norm": { inputs in
      var layer = LayerNorm(shape: inputs[1].shape)
      (layer.scale, layer.shift) = (inputs[1], inputs[2])
      return layer(inputs[0])
    }
  ]

  @Test(arguments: Oracle.layers(named: functions.keys))
  func valuesAndDerivativesMatchPyTorch(example: Oracle.OperationCase) throws {
    try example.compareWithPyTorch(Self.functions)
  }

  @Test func itDoesNotSeeAShiftOrAScaleOfAnExample() {
    let norm = LayerNorm(shape: [7], epsilon: 0)
    let x = unnormalizedNumbers([3, 7])
    #expect(norm(x + 100).isClose(to: norm(x)))
    #expect(norm(x * 4).isClose(to: norm(x)))
    let result = norm(x)
    #expect(result.mean(axis: 1).isClose(to: .zeros([3])))
    #expect(square(result).mean(axis: 1).isClose(to: .ones([3])))
  }

  @Test func itIsTheSameInTraining() {
    let norm = LayerNorm(shape: [2, 2])
    var pass = Pass<Double>(.training)
    let x = unnormalizedNumbers([3, 2, 2])
    #expect(norm(x, in: &pass) == norm(x))
    #expect(norm(x)[1] == norm(x[1]))
  }

  @Test func equalNumbersDoNotDivideByZero() {
    #expect(LayerNorm(shape: [4])(.ones([2, 4])) == .zeros([2, 4]))
  }

  @Test func scaleAndShiftFollowTheNormalization() {
    var norm = LayerNorm(shape: [2], epsilon: 0)
    norm.scale = Tensor([3, 5])
    norm.shift = Tensor([10, 20])
    // Two numbers become −1 and 1.
    #expect(norm(Tensor([[4, 6], [9, 1]])) == Tensor([[7, 25], [13, 15]]))
  }

  @Test func aBatchWithoutExamplesHasNone() {
    #expect(LayerNorm(shape: [3])(.zeros([0, 3])).shape == [0, 3])
  }

  @Test func scaleAndShiftAreParametersAndNothingIsAState() {
    let norm = LayerNorm(shape: [2, 3])
    #expect(norm.parameters.map(\.name) == ["scale", "shift"])
    #expect(norm.parameters.map(\.value) == [.ones([2, 3]), .zeros([2, 3])])
    #expect(norm.states.isEmpty)
  }
}
