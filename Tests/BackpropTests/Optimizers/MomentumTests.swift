import Backprop
import Testing

@Suite struct MomentumTests {
  @Test func fiftyStepsMatchPyTorch() {
    let optimizer = trainOnExclusiveOr(
      Momentum(learningRate: 0.3, momentum: 0.9), like: Oracle.training.exclusiveOr.momentum)
    #expect(optimizer.velocity.map(\.shape) == exclusiveOrShapes)
  }

  @Test func withOtherSettingsItMatchesPyTorchToo() {
    trainOnExclusiveOr(
      Momentum(learningRate: 0.2, momentum: 0.4), like: Oracle.training.otherSettings.momentum)
  }

  @Test func theVelocityAddsUpGradients() {
    // v = 6, x = 3 − 1.5; then v = 3 + 2, x = 1.5 − 1.25.
    var x: Float = 3
    var momentum = Momentum<Float>(learningRate: 0.25, momentum: 0.5)
    momentum.update(&x, along: 6)
    momentum.update(&x, along: 2)
    #expect(x == 0.25)
    #expect(momentum.velocity == [Tensor<Float>(5)])
  }

  @Test func withAConstantGradientTheVelocityGrowsToItsLimit() {
    var (x, optimizer) = (0.0, Momentum(learningRate: 1, momentum: 0.75))
    for _ in 0..<200 { optimizer.update(&x, along: 2) }
    // g / (1 − β) = 2 / 0.25.
    #expect((optimizer.velocity[0].item - 8).magnitude < 1e-14)
  }

  @Test func withoutMomentumItIsGradientDescentToTheLastBit() {
    #expect(
      afterFiveSteps(Momentum(learningRate: 0.01, momentum: 0))
        == afterFiveSteps(SGD(learningRate: 0.01)))
  }

  @Test func givenAnothersVelocityItGoesOnWithTheSameBits() {
    expectResumable(Momentum(learningRate: 0.01)) { $1.velocity = $0.velocity }
  }

  @Test func itsStateIsTheVelocityAndItsSettingTheMomentum() {
    let optimizer = Momentum(learningRate: 1, momentum: 0.5)
    #expect(stateNames(optimizer) == ["velocity"])
    #expect(optimizer.settings.map(\.name) == ["momentum"])
    #expect(optimizer.settings.map(\.value) == [0.5])
  }

  @Test func emptyParametersScalarsAndVectorsMoveTogether() {
    expectAllShapesMove(Momentum(learningRate: 0.1))
  }
}
