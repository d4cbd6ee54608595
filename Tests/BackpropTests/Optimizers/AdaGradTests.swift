import Backprop
import Testing

@Suite struct AdaGradTests {
  @Test func fiftyStepsMatchPyTorch() {
    let optimizer = trainOnExclusiveOr(
      AdaGrad(learningRate: 0.3), like: Oracle.training.exclusiveOr.adaGrad)
    #expect(optimizer.squareSum.map(\.shape) == exclusiveOrShapes)
  }

  @Test func withOtherSettingsItMatchesPyTorchToo() {
    trainOnExclusiveOr(
      AdaGrad(learningRate: 0.2, epsilon: 0.5), like: Oracle.training.otherSettings.adaGrad)
  }

  @Test func stepsShrinkWithAllGradientsSoFar() {
    // s = 9, then 9 + 16: steps of ½ · 3/3 and ½ · 4/5.
    var (x, optimizer) = (1.0, AdaGrad(learningRate: 0.5, epsilon: 0))
    optimizer.update(&x, along: 3)
    #expect(x == 0.5)
    optimizer.update(&x, along: 4)
    #expect((x - 0.1).magnitude < 1e-16)
    #expect(optimizer.squareSum == [Tensor(25)])
  }

  @Test func aGradientOfZeroMovesNothing() {
    #expect(afterAStepWithoutGradient(AdaGrad()) == 2)
  }

  @Test func givenAnothersSumsItGoesOnWithTheSameBits() {
    expectResumable(AdaGrad(learningRate: 0.1)) { $1.squareSum = $0.squareSum }
  }

  @Test func itsStateIsTheSumsOfSquaresAndItsSettingEpsilon() {
    let optimizer = AdaGrad(learningRate: 1, epsilon: 0.5)
    #expect(stateNames(optimizer) == ["squareSum"])
    #expect(optimizer.settings.map(\.name) == ["epsilon"])
    #expect(optimizer.settings.map(\.value) == [0.5])
  }

  @Test func emptyParametersScalarsAndVectorsMoveTogether() {
    expectAllShapesMove(AdaGrad(learningRate: 0.1))
  }
}
