import Backprop
import Testing

@Suite struct RMSPropTests {
  @Test func fiftyStepsMatchPyTorch() {
    let optimizer = trainOnExclusiveOr(
      RMSProp(learningRate: 0.01, decay: 0.95), like: Oracle.training.exclusiveOr.rmsProp)
    #expect(optimizer.meanSquare.map(\.shape) == exclusiveOrShapes)
  }

  @Test func withOtherSettingsItMatchesPyTorchToo() {
    trainOnExclusiveOr(
      RMSProp(learningRate: 0.02, decay: 0.7, epsilon: 0.25),
      like: Oracle.training.otherSettings.rmsProp)
  }

  @Test func stepsAreRelativeToTheAverageSquare() {
    // s = ¾ · 0 + ¼ · 16 = 4, so that the step is ½ · 4/2.
    var (x, optimizer) = (1.0, RMSProp(learningRate: 0.5, decay: 0.75, epsilon: 0))
    optimizer.update(&x, along: 4)
    #expect(x == 0)
    #expect(optimizer.meanSquare == [Tensor(4)])
  }

  @Test func oldGradientsAreForgotten() {
    var (x, optimizer) = (0.0, RMSProp(learningRate: 1, decay: 0.5, epsilon: 0))
    optimizer.update(&x, along: 1000)
    for _ in 0..<100 { optimizer.update(&x, along: 1) }
    #expect((optimizer.meanSquare[0].item - 1).magnitude < 1e-15)
  }

  @Test func aGradientOfZeroMovesNothing() {
    #expect(afterAStepWithoutGradient(RMSProp()) == 2)
  }

  @Test func givenAnothersAverageItGoesOnWithTheSameBits() {
    expectResumable(RMSProp(learningRate: 0.1)) { $1.meanSquare = $0.meanSquare }
  }

  @Test func itsStateIsTheAverageAndItsSettingsDecayAndEpsilon() {
    let optimizer = RMSProp(learningRate: 1, decay: 0.5, epsilon: 0.25)
    #expect(stateNames(optimizer) == ["meanSquare"])
    #expect(optimizer.settings.map(\.name) == ["decay", "epsilon"])
    #expect(optimizer.settings.map(\.value) == [0.5, 0.25])
  }

  @Test func emptyParametersScalarsAndVectorsMoveTogether() {
    expectAllShapesMove(RMSProp(learningRate: 0.1))
  }
}
