import Backprop
import Testing

@Suite struct NesterovMomentumTests {
  @Test func fiftyStepsMatchPyTorch() {
    let optimizer = trainOnExclusiveOr(
      NesterovMomentum(learningRate: 0.3, momentum: 0.9),
      like: Oracle.training.exclusiveOr.nesterovMomentum)
    #expect(optimizer.velocity.map(\.shape) == exclusiveOrShapes)
  }

  @Test func withOtherSettingsItMatchesPyTorchToo() {
    trainOnExclusiveOr(
      NesterovMomentum(learningRate: 0.2, momentum: 0.4),
      like: Oracle.training.otherSettings.nesterovMomentum)
  }

  @Test func aStepIsTheGradientAndTheNextVelocityAhead() {
    // v = 4, x = 8 − ¼ (4 + ½ · 4); then v = 2 + 2, x = 6.5 − ¼ (2 + ½ · 4).
    var (x, optimizer) = (8.0, NesterovMomentum(learningRate: 0.25, momentum: 0.5))
    optimizer.update(&x, along: 4)
    #expect(x == 6.5)
    optimizer.update(&x, along: 2)
    #expect(x == 5.5)
    #expect(optimizer.velocity == [Tensor(4)])
  }

  @Test func withoutMomentumItIsGradientDescentToTheLastBit() {
    #expect(
      afterFiveSteps(NesterovMomentum(learningRate: 0.01, momentum: 0))
        == afterFiveSteps(SGD(learningRate: 0.01)))
  }

  @Test func givenAnothersVelocityItGoesOnWithTheSameBits() {
    expectResumable(NesterovMomentum(learningRate: 0.01)) { $1.velocity = $0.velocity }
  }

  @Test func itsStateIsTheVelocityAndItsSettingTheMomentum() {
    let optimizer = NesterovMomentum(learningRate: 1, momentum: 0.5)
    #expect(stateNames(optimizer) == ["velocity"])
    #expect(optimizer.settings.map(\.name) == ["momentum"])
    #expect(optimizer.settings.map(\.value) == [0.5])
  }

  @Test func emptyParametersScalarsAndVectorsMoveTogether() {
    expectAllShapesMove(NesterovMomentum(learningRate: 0.1))
  }
}
