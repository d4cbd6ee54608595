import Backprop
import Testing

@Suite struct SGDTests {
  @Test func fiftyStepsMatchPyTorch() {
    trainOnExclusiveOr(SGD(learningRate: 0.3), like: Oracle.training.exclusiveOr.sgd)
  }

  @Test func aStepIsTheGradientTimesTheLearningRate() {
    var x = 3.0
    var optimizer = SGD(learningRate: 0.25)
    optimizer.update(&x, along: gradient(at: x) { $0 * $0 })
    #expect(x == 1.5)
    var point = Tensor([1, -2])
    optimizer.update(&point, along: Tensor([4, -8]))
    #expect(point == Tensor([0, 0]))
  }

  @Test func itHasNoStateAndNoSettings() {
    #expect(stateNames(SGD(learningRate: 1)) == [])
    #expect(SGD(learningRate: 1).settings.isEmpty)
    #expect(SGD<Double>.name == "SGD")
  }

  @Test func emptyParametersScalarsAndVectorsMoveTogether() {
    expectAllShapesMove(SGD(learningRate: 0.1))
  }
}
