import Backprop
import Testing

@Suite struct AdamTests {
  @Test func fiftyStepsMatchPyTorch() {
    let optimizer = trainOnExclusiveOr(
      Adam(learningRate: 0.1), like: Oracle.training.exclusiveOr.adam)
    #expect(optimizer.steps == 50)
    #expect(optimizer.meanGradient.map(\.shape) == exclusiveOrShapes)
    #expect(optimizer.meanSquare.map(\.shape) == exclusiveOrShapes)
  }

  @Test func withOtherSettingsItMatchesPyTorchToo() {
    trainOnExclusiveOr(
      Adam(learningRate: 0.05, momentum: 0.6, decay: 0.8, epsilon: 0.25),
      like: Oracle.training.otherSettings.adam)
  }

  @Test func theFirstStepIsTheLearningRateWhateverTheGradientsSize() {
    for slope in [1e-3, 5.0, -2e6] {
      var x = 1.0
      var optimizer = Adam(learningRate: 0.25)
      optimizer.update(&x, along: slope)
      #expect((x - (slope > 0 ? 0.75 : 1.25)).magnitude < 1e-5)
    }
  }

  @Test func aGradientOfZeroMovesNothing() {
    #expect(afterAStepWithoutGradient(Adam()) == 2)
  }

  @Test func givenAnothersStateItGoesOnWithTheSameBits() {
    expectResumable(Adam(learningRate: 0.1)) { first, second in
      second.steps = first.steps
      second.meanGradient = first.meanGradient
      second.meanSquare = first.meanSquare
    }
  }

  @Test func inFloatTheStepsAreThoseOfDoubleToItsPrecision() {
    var (single, double): (Float, Double) = (3, 3)
    var singleAdam = Adam<Float>(learningRate: 0.1)
    var doubleAdam = Adam(learningRate: 0.1)
    for _ in 0..<20 {
      singleAdam.update(&single, along: 2 * single)
      doubleAdam.update(&double, along: 2 * double)
    }
    #expect((Double(single) - double).magnitude < 1e-5)
  }

  @Test func itsStateIsBothAveragesAndTheCountOfSteps() {
    let optimizer = Adam(learningRate: 1, momentum: 0.5, decay: 0.75, epsilon: 0.25)
    #expect(stateNames(optimizer) == ["meanGradient", "meanSquare", "steps"])
    #expect(optimizer.settings.map(\.name) == ["momentum", "decay", "epsilon"])
    #expect(optimizer.settings.map(\.value) == [0.5, 0.75, 0.25])
  }

  @Test func emptyParametersScalarsAndVectorsMoveTogether() {
    expectAllShapesMove(Adam(learningRate: 0.1))
  }
}
