import Backprop
import Testing

@Suite struct StatefulGradientTests {
  let x = Tensor([[1.0, 2], [4, 5]])

  @Test func aTrainingPassBringsNewStatesAndInferenceNone() {
    var pair = CentredPair()
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
      var pair = CentredPair()
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
    let gradients: [Tensor<Double>] = [Tensor([4]), Tensor([7]), Tensor([1])]
    #expect(pass.activations.map(\.gradient) == gradients)
    // The derivative in the inner point, recorded on the tape of the outer one.
    _ = valueWithGradient(at: &outer, in: &pass) { outer, pass in
      var point = outer
      return valueWithGradient(at: &point, in: &pass) { point, pass in
        pass.run("inner", activate, square(point)).sum()
      }.gradient.sum()
    }
    #expect(pass.activations.map(\.gradient) == [Tensor([1])])
  }

  @Test func theParametersStayAndTheValueIsThatOfTheFunction() {
    var layer = Centred()
    var pass = Pass<Double>(.training)
    let (value, gradient) = valueWithGradient(at: &layer, in: &pass) { layer, _ in
      square(layer.scale).sum()
    }
    #expect(value == 4)
    #expect(gradient.scale == Tensor([4]))
    #expect(layer.scale == Tensor([2]))
  }

  @Test func severalNumbersStopTheProgram() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var (layer, pass) = (Centred(), Pass<Double>(.training))
      _ = valueWithGradient(at: &layer, in: &pass) { $0(Tensor([1, 2]), in: &$1) }
    }
    #expect(
      result.message.contains(
        "A gradient is that of one number; this function's value has the shape [2]."),
      "\(result.message)")
    #expect(result.message.contains("StatefulGradientTests.swift:"))
  }
}
