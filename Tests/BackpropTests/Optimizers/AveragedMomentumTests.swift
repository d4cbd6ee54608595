import Backprop
import Testing

@Suite struct AveragedMomentumTests {
  @Test func fiftyStepsMatchItsFormulaInPyTorch() {
    let optimizer = trainOnExclusiveOr(
      AveragedMomentum(learningRate: 0.3, momentum: 0.9),
      like: Oracle.training.exclusiveOr.averagedMomentum)
    #expect(optimizer.velocity.map(\.shape) == exclusiveOrShapes)
  }

  @Test func withOtherSettingsItMatchesPyTorchToo() {
    trainOnExclusiveOr(
      AveragedMomentum(learningRate: 0.3, momentum: 0.4),
      like: Oracle.training.otherSettings.averagedMomentum)
  }

  @Test func itTakesTheStepsOfClassicalMomentumAtASmallerRate() {
    var a = Tensor([1, -2])
    var b = a
    var averaged = AveragedMomentum(learningRate: 0.5, momentum: 0.75)
    var classical = Momentum(learningRate: 0.125, momentum: 0.75)
    for _ in 0..<20 {
      averaged.update(&a, along: gradient(at: a) { ($0 * $0).sum() })
      classical.update(&b, along: gradient(at: b) { ($0 * $0).sum() })
      #expect(a.isClose(to: b))
    }
  }

  @Test func withAConstantGradientTheVelocityGrowsToIt() {
    var (x, optimizer) = (0.0, AveragedMomentum(learningRate: 1, momentum: 0.5))
    for velocity in [1.0, 1.5, 1.75] {
      optimizer.update(&x, along: 2)
      #expect(optimizer.velocity == [Tensor(velocity)])
    }
    #expect(x == -4.25)
  }

  @Test func withoutMomentumItIsGradientDescentToTheLastBit() {
    #expect(
      afterFiveSteps(AveragedMomentum(learningRate: 0.01, momentum: 0))
        == afterFiveSteps(SGD(learningRate: 0.01)))
  }

  @Test func givenAnothersVelocityItGoesOnWithTheSameBits() {
    expectResumable(AveragedMomentum(learningRate: 0.01)) { $1.velocity = $0.velocity }
  }

  @Test func itsStateIsTheVelocityAndItsSettingTheMomentum() {
    let optimizer = AveragedMomentum(learningRate: 1, momentum: 0.5)
    #expect(stateNames(optimizer) == ["velocity"])
    #expect(optimizer.settings.map(\.name) == ["momentum"])
    #expect(optimizer.settings.map(\.value) == [0.5])
  }

  @Test func emptyParametersScalarsAndVectorsMoveTogether() {
    expectAllShapesMove(AveragedMomentum(learningRate: 0.1))
  }
}
