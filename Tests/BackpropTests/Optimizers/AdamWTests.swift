import Backprop
import Testing

@Suite struct AdamWTests {
  @Test func fiftyStepsMatchPyTorch() {
    trainOnExclusiveOr(
      AdamW(learningRate: 0.1, weightDecay: 0.05), like: Oracle.training.exclusiveOr.adamW)
  }

  @Test func withOtherSettingsItMatchesPyTorchToo() {
    trainOnExclusiveOr(
      AdamW(learningRate: 0.05, weightDecay: 0.5, momentum: 0.6, decay: 0.8, epsilon: 0.25),
      like: Oracle.training.otherSettings.adamW)
  }

  @Test func withoutDecayItIsAdamToTheLastBit() {
    #expect(
      afterFiveSteps(AdamW(learningRate: 0.01, weightDecay: 0))
        == afterFiveSteps(Adam(learningRate: 0.01)))
  }

  @Test func aGradientOfZeroLeavesTheDecay() {
    // 2 (1 − ½ · ¼).
    #expect(afterAStepWithoutGradient(AdamW(learningRate: 0.5, weightDecay: 0.25)) == 1.75)
  }

  @Test func itsLearningRateIsThatOfItsAdam() {
    var optimizer = AdamW(learningRate: 0.5)
    optimizer.learningRate = 0.25
    #expect(optimizer.adam.learningRate == 0.25)
  }

  @Test func givenAnothersStateItGoesOnWithTheSameBits() {
    expectResumable(AdamW(learningRate: 0.1)) { $1.adam = $0.adam }
  }

  @Test func itsStateIsAdamsAndItsSettingsTheDecayToo() {
    let optimizer = AdamW(learningRate: 1, weightDecay: 0.125, momentum: 0.5)
    #expect(stateNames(optimizer) == ["meanGradient", "meanSquare", "steps"])
    #expect(optimizer.settings.map(\.name) == ["weightDecay", "momentum", "decay", "epsilon"])
    #expect(optimizer.settings.map(\.value)[..<2] == [0.125, 0.5])
  }

  @Test func emptyParametersScalarsAndVectorsMoveTogether() {
    expectAllShapesMove(AdamW(learningRate: 0.1))
  }
}
