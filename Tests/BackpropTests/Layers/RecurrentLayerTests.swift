import Backprop
import Testing

@Suite struct RecurrentLayerTests {
  private func sequence(_ shape: [Int]) -> Tensor<Double> {
    var generator = RandomNumbers(seed: 9)
    return .normal(shape: shape, using: &generator)
  }

  private func layers() -> (RNN<Double>, LSTM<Double>, GRU<Double>) {
    var generator = RandomNumbers(seed: 2)
    return (
      RNN(from: 3, units: 4, using: &generator), LSTM(from: 3, units: 4, using: &generator),
      GRU(from: 3, units: 4, using: &generator)
    )
  }

  /// Whether reading a sequence at once, and in two parts with the state carried over, is the same.
  private func readsInParts<L: RecurrentLayer<Double>>(_ layer: L) -> Bool {
    let x = sequence([5, 2, 3])
    let whole = layer.unrolled(x)
    let first = layer.unrolled(x[0..<2])
    let second = layer.unrolled(x[2..<5], from: first.last)
    return whole.steps == first.steps + second.steps
      && layer.hidden(whole.last) == layer.hidden(second.last)
      && layer(x) == stack(whole.steps) && layer(x).shape == [5, 2, 4]
  }

  @Test func aSequenceReadInPartsGivesTheSameBits() {
    let (rnn, lstm, gru) = layers()
    #expect(readsInParts(rnn))
    #expect(readsInParts(lstm))
    #expect(readsInParts(gru))
  }

  @Test func emptySequencesAndBatchesHaveEmptyResults() {
    let (rnn, lstm, gru) = layers()
    #expect(rnn(.zeros([0, 2, 3])).shape == [0, 2, 4])
    #expect(lstm(.zeros([0, 2, 3])).shape == [0, 2, 4])
    #expect(gru(.zeros([3, 0, 3])).shape == [3, 0, 4])
    let (steps, last) = lstm.unrolled(.zeros([0, 2, 3]))
    #expect(steps.isEmpty && last.cell == .zeros([2, 4]))
  }

  @Test func eachSequenceOfABatchIsReadByItself() {
    let (rnn, lstm, gru) = layers()
    let x = sequence([4, 3, 3])
    let one = x.slice(1..<2, axis: 1)
    #expect(rnn(x).slice(1..<2, axis: 1) == rnn(one))
    #expect(lstm(x).slice(1..<2, axis: 1) == lstm(one))
    #expect(gru(x).slice(1..<2, axis: 1) == gru(one))
  }

  @Test func theDerivativeReachesTheFirstOfTwoHundredSteps() {
    let rnn = RNN(
      weightIH: Tensor([[1]]), weightHH: Tensor([[1]]), bias: Tensor([0]),
      activation: .identity)
    let x = Tensor<Double>.ones([200, 1, 1])
    // The state is the sum of the steps, so each has the derivative 1, and the weight of the state
    // that of 0 + 1 + … + 199.
    let (value, gradient) = valueWithGradient(at: rnn) { $0.unrolled(x).last.sum() }
    #expect(value == 200)
    #expect(gradient.weightHH.item == 19_900)
    #expect(Backprop.gradient(at: x) { rnn.unrolled($0).last.sum() } == .ones([200, 1, 1]))
  }

  @Test func parametersHaveTheNamesOfPyTorchAndShapes() {
    let (rnn, lstm, gru) = layers()
    #expect(rnn.parameters.map(\.name) == ["weightIH", "weightHH", "bias"])
    #expect(lstm.parameters.map(\.value.shape) == [[16, 3], [16, 4], [16]])
    #expect(gru.parameters.map(\.name) == ["weightIH", "weightHH", "biasIH", "biasHH"])
    #expect(gru.parameters.map(\.value.shape) == [[12, 3], [12, 4], [12], [12]])
    #expect(lstm.weightHH.scalars.allSatisfy { $0.magnitude <= 0.5 })
    #expect(lstm.weightHH.scalars.contains { $0.magnitude > 0.4 })
  }

  @Test func theLastStepOfASequenceGoesOnInARowOfLayers() {
    var generator = RandomNumbers(seed: 2)
    let network = Sequential {
      Embedding(of: 5, size: 3, using: &generator)
      LSTM(from: 3, units: 4, using: &generator)
      LastStep()
      Dense(from: 4, to: 2, using: &generator)
    }
    let result = network(Tensor([[1, 4], [0, 0], [3, 1]]))
    #expect(result.shape == [2, 2])
    #expect(
      network.parameters.map(\.name)[1...3] == [
        "layers.1.weightIH", "layers.1.weightHH", "layers.1.bias",
      ])
    let report = checkGradients(at: network) { network in
      square(network(Tensor([[1, 4], [0, 0], [3, 1]]))).sum()
    }
    #expect(report.maximumRelativeError < 1e-6)
  }

  @Test func aDenseLayerGoesOnAtEveryStep() {
    var generator = RandomNumbers(seed: 2)
    let dense = Dense(from: 3, to: 2, using: &generator)
    let x = sequence([4, 2, 3])
    #expect(dense(x) == stack(unstack(x).map { dense($0) }))
    #expect(dense(.zeros([0, 2, 3])).shape == [0, 2, 2])
    let report = checkGradients(at: dense) { dense in square(dense(x)).sum() }
    #expect(report.maximumRelativeError < 1e-7)
  }
}
