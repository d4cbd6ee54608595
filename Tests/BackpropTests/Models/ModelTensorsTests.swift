import Backprop
import Testing

@Suite struct ModelTensorsTests {
  @Test func statesAreNoParametersButAreSaved() throws {
    var pair = CentredPair()
    #expect(pair.parameters.map(\.name) == ["first.scale", "second.weights", "second.bias"])
    #expect(pair.parameterCount == 7)
    #expect(pair.states.map(\.name) == ["first.runningMean"])
    #expect(pair.tensors.map(\.name).firstIndex(of: "first.runningMean") == 1)

    var tensors = pair.tensors
    tensors[1].value = Tensor([7])
    try pair.setTensors(tensors.reversed())
    #expect(pair.first.runningMean == Tensor([7]))
    #expect(pair.second.weights == CentredPair().second.weights)
  }

  @Test func tensorsOfAnotherModelAreRefusedByNameAndShape() {
    var pair = CentredPair()
    let tensors = pair.tensors
    func mismatch(_ tensors: [(name: String, value: Tensor<Double>)]) -> TensorMismatch? {
      do throws(TensorMismatch) { try pair.setTensors(tensors) } catch { return error }
      return nil
    }
    #expect(mismatch(Array(tensors[1...])) == .missing(name: "first.scale", shape: [1]))
    #expect(mismatch(tensors + [("more", Tensor([1]))]) == .unknown(name: "more"))
    #expect(mismatch(tensors + tensors[..<1]) == .unknown(name: "first.scale"))
    var other = tensors
    other[2].value = Tensor([1, 2])
    #expect(mismatch(other) == .shape(name: "second.weights", expected: [2, 2], found: [2]))
    #expect(
      "\(mismatch(other)!)" == "The model's second.weights has the shape [2, 2], not [2].")
    #expect(pair.parameters.map(\.value) == CentredPair().parameters.map(\.value))
  }

  @Test func aMismatchIsToldInASentence() {
    #expect(
      "\(TensorMismatch.missing(name: "bias", shape: [2]))"
        == "The model's bias, of shape [2], is missing.")
    #expect(
      "\(TensorMismatch.unknown(name: "more"))" == "The model has no more, or it is given twice.")
    #expect(
      "\(TensorMismatch.shape(name: "bias", expected: [2], found: [3]))"
        == "The model's bias has the shape [2], not [3].")
  }
}
