import Backprop
import Testing

/// Descent by the sign of the gradient alone, as a reader would write it.
private struct SignDescent: Optimizer {
  var learningRate: Double

  mutating func update(
    _ parameter: ParameterBuffer<Double>, along gradient: GradientBuffer<Double>, at index: Int
  ) {
    for i in parameter.indices where gradient[i] != 0 {
      parameter[i] -= gradient[i] > 0 ? learningRate : -learningRate
    }
  }
}

/// Writes down what it is given.
private struct Recording: Optimizer {
  var learningRate: Double
  var seen: [String] = []

  mutating func beginStep() { seen.append("begin") }

  mutating func update(
    _ parameter: ParameterBuffer<Double>, along gradient: GradientBuffer<Double>, at index: Int
  ) {
    seen.append("\(index): \(Array(gradient))")
  }
}

@Suite struct OptimizerTests {
  @Test func aRuleOfOnesOwnNeedsOneFunction() {
    var optimizer = SignDescent(learningRate: 0.25)
    var point = Tensor([1, -2, 3])
    optimizer.update(&point, along: Tensor([0.1, -70, 0]))
    #expect(point == Tensor([0.75, -1.75, 3]))
  }

  @Test func stateIsShownUnderItsNames() {
    var optimizer = Adam<Double>(learningRate: 0.1)
    var point = Tensor([1, 2])
    optimizer.update(&point, along: Tensor([3, 4]))
    var tensors: [String] = []
    var counts: [String: Int] = [:]
    var visitor = OptimizerStateVisitor<Double>(
      tensors: { name, state in tensors.append("\(name) \(state.map(\.shape))") },
      counts: { name, count in counts[name] = count })
    optimizer.visitState(&visitor)
    #expect(tensors == ["meanGradient [[2]]", "meanSquare [[2]]"])
    #expect(counts == ["steps": 1])
  }

  @Test func aRuleOfOnesOwnHasNoStateAndTheTypesName() {
    #expect(stateNames(SignDescent(learningRate: 1)) == [])
    #expect(SignDescent(learningRate: 1).settings.isEmpty)
    #expect(SignDescent.name == "SignDescent")
    #expect(AveragedMomentum<Float>.name == "AveragedMomentum")
  }

  @Test func aRuleIsGivenEachParameterWithItsPlaceInTheModel() {
    var optimizer = Recording(learningRate: 1)
    var model = [Tensor([1, 2]), Tensor(3), Tensor<Double>.zeros([0])]
    optimizer.update(&model, along: [Tensor([4, 5]), Tensor(6), .zeros([0])])
    #expect(optimizer.seen == ["begin", "0: [4.0, 5.0]", "1: [6.0]", "2: []"])
  }

  @Test func anotherModelsGradientStopsTheProgram() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var (optimizer, point) = (SGD(learningRate: 1), Tensor([1, 2]))
      optimizer.update(&point, along: Tensor([1]))
    }
    #expect(
      result.message.contains(
        "The gradient is not that of the model: parameter has the shape [2], its derivative [1]."),
      "\(result.message)")
    #expect(result.message.contains("OptimizerTests.swift:"))
  }
}
