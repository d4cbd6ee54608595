import Backprop
import Testing

@Suite struct PassTests {
  /// A layer that subtracts a running mean, as batch norm does.
  struct Centred: Layer {
    var scale = Tensor([2.0])
    var runningMean = Tensor([1.0])

    func callAsFunction(_ x: Tensor<Double>, in pass: inout Pass<Double>) -> Tensor<Double> {
      if pass.isTraining { pass.update(runningMean, to: 0.5 * runningMean + 0.5 * x.mean()) }
      return scale * (x - runningMean)
    }

    mutating func visitParameters(_ visitor: inout ParameterVisitor<Double>) {
      visitor.visit("scale", &scale)
      visitor.visitState("runningMean", &runningMean)
    }
  }

  struct Pair: Layer {
    var first = Centred()
    var second = Dense(weights: Tensor([[1, 2], [3, 4]]), bias: Tensor([5, 6]))

    func callAsFunction(_ x: Tensor<Double>, in pass: inout Pass<Double>) -> Tensor<Double> {
      pass.run("second", second, pass.run("first", first, x))
    }

    mutating func visitParameters(_ visitor: inout ParameterVisitor<Double>) {
      visitor.visit("first", &first)
      visitor.visit("second", &second)
    }
  }

  let x = Tensor([[1.0, 2], [4, 5]])

  @Test func statesAreNoParametersButAreSaved() throws {
    var pair = Pair()
    #expect(pair.parameters.map(\.name) == ["first.scale", "second.weights", "second.bias"])
    #expect(pair.parameterCount == 7)
    #expect(pair.states.map(\.name) == ["first.runningMean"])
    #expect(pair.tensors.map(\.name).firstIndex(of: "first.runningMean") == 1)

    var tensors = pair.tensors
    tensors[1].value = Tensor([7])
    try pair.setTensors(tensors.reversed())
    #expect(pair.first.runningMean == Tensor([7]))
    #expect(pair.second.weights == Pair().second.weights)
  }

  @Test func tensorsOfAnotherModelAreRefusedByNameAndShape() {
    var pair = Pair()
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
    #expect(pair.parameters.map(\.value) == Pair().parameters.map(\.value))
  }

  @Test func aTrainingPassBringsNewStatesAndInferenceNone() {
    var pair = Pair()
    var pass = Pass<Double>(.training)
    for mean in [2.0, 2.5, 2.75] {
      let before = pair.first.runningMean
      let (loss, gradient) = valueWithGradient(at: &pair, in: &pass) { pair, pass in
        pair(x, in: &pass).sum()
      }
      #expect(pair.first.runningMean == Tensor([mean]))
      // The gradient knows the states as they were.
      let scaled = Tensor([1.0, 3]) * 0 + Tensor([4.0, 6])
      #expect(gradient.first.scale.item == (scaled * (x - before)).sum().item)
      #expect(gradient.first.runningMean == before)
      #expect(loss == (scaled * (2 * (x - before))).sum().item + 22)
    }
    pass.phase = .inference
    _ = valueWithGradient(at: &pair, in: &pass) { pair, pass in pair(x, in: &pass).sum() }
    #expect(pair.first.runningMean == Tensor([2.75]))
  }

  @Test func statesChangeInAGradientInsideAnotherOneAndDerivativesGoThrough() {
    let slope = gradient(at: Tensor([3.0])) { scale in
      var pair = Pair()
      pair.first.scale = scale
      pair.first.runningMean = scale
      var pass = Pass<Double>(.training)
      for _ in 0..<2 {
        _ = valueWithGradient(at: &pair, in: &pass) { pair, pass in pair(x, in: &pass).sum() }
      }
      return pair.first.runningMean.sum()
    }
    #expect(slope == Tensor([0.25]))
  }

  @Test func aPassRecordsWhatNamedLayersGiveAndItsDerivative() {
    var pair = Pair()
    var pass = Pass<Double>(.training, recordsActivations: true)
    for _ in 0..<2 {
      _ = valueWithGradient(at: &pair, in: &pass) { pair, pass in
        square(pair(x, in: &pass)).sum()
      }
    }
    #expect(pass.activations.map(\.name) == ["first", "second"])
    let centred = 2 * (x - Tensor([2.0]))
    let result = pair.second(centred)
    #expect(pass.activations[0].value == centred)
    #expect(pass.activations[1].value == result)
    #expect(pass.activations[1].gradient == 2 * result)
    #expect(pass.activations[0].gradient == matmul(2 * result, pair.second.weights))

    var network = Network(pair.second, pair.second)
    _ = valueWithGradient(at: &network, in: &pass) { network, pass in
      pass.run("network", network, x).sum()
    }
    #expect(
      pass.activations.map(\.name) == ["network.layers.0", "network.layers.1", "network"])
  }

  @Test func aGradientInsideAnotherOneHasActivationsOfItsOwn() {
    var pass = Pass<Double>(.training, recordsActivations: true)
    var (outer, inner) = (Tensor([2.0]), Tensor([5.0]))
    let activate = Activate<Double>(.identity)
    _ = valueWithGradient(at: &outer, in: &pass) { outer, pass in
      let three = pass.run("outer", activate, 3 * outer)
      _ = valueWithGradient(at: &inner, in: &pass) { inner, pass in
        7 * pass.run("inner", activate, 2 * inner).sum()
      }
      let constant = pass.run("constant", activate, Tensor([1.0]))
      return (4 * three + constant).sum()
    }
    #expect(pass.activations.map(\.name) == ["outer", "inner", "constant"])
    #expect(pass.activations.map(\.gradient) == [Tensor([4]), Tensor([7]), Tensor([1])])
    // The derivative in the inner point, recorded on the tape of the outer one.
    _ = valueWithGradient(at: &outer, in: &pass) { outer, pass in
      var point = outer
      return valueWithGradient(at: &point, in: &pass) { point, pass in
        pass.run("inner", activate, square(point)).sum()
      }.gradient.sum()
    }
    #expect(pass.activations.map(\.gradient) == [Tensor([1])])
  }

  @Test func withoutAGradientNothingKeepsAnUpdate() {
    var pass = Pass<Double>(.training)
    let layer = Centred()
    #expect(layer(x, in: &pass) == 2 * (x - 1))
    #expect(layer.runningMean == Tensor([1]))
  }

  @Test func anArrayOfLayersIsALayer() {
    let layers = [Dense(weights: Tensor([[2]]), bias: Tensor([1])), Pair().second]
    let row = [layers[0], layers[0]]
    #expect(row(Tensor([3])) == Tensor([15]))
    #expect([Activate(.relu), Activate(.identity)](Tensor([-1, 2])) == Tensor([0, 2]))
  }
}
