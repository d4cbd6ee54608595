import Backprop
import Testing

/// Fifty steps of each optimizer on exclusive or, against PyTorch.
@Suite struct OptimizerTests {
  let x = Tensor([[0, 0], [0, 1], [1, 0], [1, 1]])
  let y = Tensor([[0], [1], [1], [0]])

  private func train<O: Optimizer>(
    _ optimizer: O, like oracle: Oracle.Training.Run
  ) -> O where O.Number == Double {
    let start = Oracle.training.exclusiveOr.start.map { Tensor($0) }
    var network = Network(
      Dense(weights: start[0], bias: start[1], activation: .tanh),
      Dense(weights: start[2], bias: start[3]))
    var optimizer = optimizer
    for expected in oracle.losses {
      let (loss, gradient) = valueWithGradient(at: network) {
        binaryCrossEntropy(logits: $0(x), targets: y)
      }
      #expect((loss - expected).magnitude < 1e-12 * expected)
      optimizer.update(&network, along: gradient)
    }
    for (parameter, expected) in zip(network.parameters, oracle.final) {
      #expect(parameter.value.isRelativelyClose(to: Tensor(expected)))
    }
    return optimizer
  }

  @Test func sgdMatchesPyTorch() {
    _ = train(SGD(learningRate: 0.3), like: Oracle.training.exclusiveOr.sgd)
  }

  @Test func classicalMomentumMatchesPyTorch() {
    let optimizer = train(
      Momentum(learningRate: 0.3, momentum: 0.9), like: Oracle.training.exclusiveOr.momentum)
    #expect(optimizer.velocity.map(\.shape) == [[3, 2], [3], [1, 3], [1]])
  }

  @Test func nesterovsMomentumMatchesPyTorch() {
    _ = train(
      NesterovMomentum(learningRate: 0.3, momentum: 0.9),
      like: Oracle.training.exclusiveOr.nesterovMomentum)
  }

  @Test func averagedMomentumMatchesItsFormulaInPyTorch() {
    _ = train(
      AveragedMomentum(learningRate: 0.3, momentum: 0.9),
      like: Oracle.training.exclusiveOr.averagedMomentum)
  }

  @Test func adaGradMatchesPyTorch() {
    let optimizer = train(
      AdaGrad(learningRate: 0.3), like: Oracle.training.exclusiveOr.adaGrad)
    #expect(optimizer.squareSum.map(\.shape) == [[3, 2], [3], [1, 3], [1]])
  }

  @Test func rmsPropMatchesPyTorch() {
    let optimizer = train(
      RMSProp(learningRate: 0.01, decay: 0.95), like: Oracle.training.exclusiveOr.rmsProp)
    #expect(optimizer.meanSquare.map(\.shape) == [[3, 2], [3], [1, 3], [1]])
  }

  @Test func adamMatchesPyTorch() {
    let optimizer = train(Adam(learningRate: 0.1), like: Oracle.training.exclusiveOr.adam)
    #expect(optimizer.steps == 50)
    #expect(optimizer.meanGradient.map(\.shape) == [[3, 2], [3], [1, 3], [1]])
    #expect(optimizer.meanSquare.map(\.shape) == [[3, 2], [3], [1, 3], [1]])
  }

  @Test func adamWMatchesPyTorch() {
    _ = train(
      AdamW(learningRate: 0.1, weightDecay: 0.05), like: Oracle.training.exclusiveOr.adamW)
  }

  @Test func withOtherSettingsEachMatchesPyTorchToo() {
    let oracle = Oracle.training.otherSettings
    _ = train(Momentum(learningRate: 0.2, momentum: 0.4), like: oracle.momentum)
    _ = train(NesterovMomentum(learningRate: 0.2, momentum: 0.4), like: oracle.nesterovMomentum)
    _ = train(AveragedMomentum(learningRate: 0.3, momentum: 0.4), like: oracle.averagedMomentum)
    _ = train(AdaGrad(learningRate: 0.2, epsilon: 0.5), like: oracle.adaGrad)
    _ = train(RMSProp(learningRate: 0.02, decay: 0.7, epsilon: 0.25), like: oracle.rmsProp)
    _ = train(
      Adam(learningRate: 0.05, momentum: 0.6, decay: 0.8, epsilon: 0.25), like: oracle.adam)
    _ = train(
      AdamW(learningRate: 0.05, weightDecay: 0.5, momentum: 0.6, decay: 0.8, epsilon: 0.25),
      like: oracle.adamW)
  }

  @Test func withoutMomentumItsThreeKindsAreGradientDescentToTheLastBit() {
    func moved<O: Optimizer<Double>>(_ optimizer: O) -> Tensor<Double> {
      var (x, optimizer) = (Tensor([1, -2, 0.3]), optimizer)
      for _ in 0..<5 {
        optimizer.update(&x, along: gradient(at: x) { (square($0) * square($0)).sum() })
      }
      return x
    }
    let plain = moved(SGD(learningRate: 0.01))
    #expect(moved(Momentum(learningRate: 0.01, momentum: 0)) == plain)
    #expect(moved(AveragedMomentum(learningRate: 0.01, momentum: 0)) == plain)
    #expect(moved(NesterovMomentum(learningRate: 0.01, momentum: 0)) == plain)
    #expect(moved(AdamW(learningRate: 0.01, weightDecay: 0)) == moved(Adam(learningRate: 0.01)))
  }

  @Test func emptyParametersScalarsAndVectorsMoveTogether() {
    func moves<O: Optimizer<Double>>(_ optimizer: O) -> Bool {
      var optimizer = optimizer
      var model = [Tensor<Double>.zeros([0, 3]), Tensor(2.0), Tensor([1, -1, 0.5])]
      for _ in 0..<2 { optimizer.update(&model, along: model) }
      return model[0].shape == [0, 3] && model[1].item < 2 && model[2][1].item > -1
    }
    #expect(moves(SGD(learningRate: 0.1)))
    #expect(moves(Momentum(learningRate: 0.1)))
    #expect(moves(AveragedMomentum(learningRate: 0.1)))
    #expect(moves(NesterovMomentum(learningRate: 0.1)))
    #expect(moves(AdaGrad(learningRate: 0.1)))
    #expect(moves(RMSProp(learningRate: 0.1)))
    #expect(moves(Adam(learningRate: 0.1)))
    #expect(moves(AdamW(learningRate: 0.1)))
  }

  @Test func adamsFirstStepIsTheLearningRateWhateverTheGradientsSize() {
    for slope in [1e-3, 5.0, -2e6] {
      var x = 1.0
      var optimizer = Adam(learningRate: 0.25)
      optimizer.update(&x, along: slope)
      #expect((x - (slope > 0 ? 0.75 : 1.25)).magnitude < 1e-5)
    }
  }

  @Test func aGradientOfZeroMovesNothingExceptForTheDecayOfTheWeights() {
    func moved<O: Optimizer<Double>>(_ optimizer: O) -> Double {
      var (x, optimizer) = (2.0, optimizer)
      optimizer.update(&x, along: 0)
      return x
    }
    #expect(moved(AdaGrad()) == 2)
    #expect(moved(RMSProp()) == 2)
    #expect(moved(Adam()) == 2)
    #expect(moved(AdamW(learningRate: 0.5, weightDecay: 0.25)) == 1.75)
  }

  /// Ten steps at once, and five, then five of an optimizer that is given the state of the first.
  private func expectResumable<O: Optimizer<Double>>(
    _ fresh: O, sourceLocation: SourceLocation = #_sourceLocation,
    _ restore: (_ from: O, _ to: inout O) -> Void
  ) {
    func run(_ optimizer: inout O, _ x: inout Tensor<Double>) {
      for _ in 0..<5 {
        optimizer.update(&x, along: gradient(at: x) { (square($0) * square($0)).sum() })
      }
    }
    var (straight, a) = (fresh, Tensor([1, -2, 0.5]))
    run(&straight, &a)
    run(&straight, &a)
    var (first, b) = (fresh, Tensor([1, -2, 0.5]))
    run(&first, &b)
    var second = fresh
    restore(first, &second)
    run(&second, &b)
    #expect(a == b, sourceLocation: sourceLocation)
  }

  @Test func anOptimizerGivenAnothersStateGoesOnWithTheSameBits() {
    expectResumable(NesterovMomentum(learningRate: 0.01)) { $1.velocity = $0.velocity }
    expectResumable(AdaGrad(learningRate: 0.1)) { $1.squareSum = $0.squareSum }
    expectResumable(RMSProp(learningRate: 0.1)) { $1.meanSquare = $0.meanSquare }
    expectResumable(Adam(learningRate: 0.1)) { first, second in
      second.steps = first.steps
      second.meanGradient = first.meanGradient
      second.meanSquare = first.meanSquare
    }
    expectResumable(AdamW(learningRate: 0.1)) { $1.adam = $0.adam }
  }

  @Test func inFloatAdamsStepsAreThoseOfDoubleToItsPrecision() {
    var (single, double): (Float, Double) = (3, 3)
    var singleAdam = Adam<Float>(learningRate: 0.1)
    var doubleAdam = Adam(learningRate: 0.1)
    for _ in 0..<20 {
      singleAdam.update(&single, along: 2 * single)
      doubleAdam.update(&double, along: 2 * double)
    }
    #expect((Double(single) - double).magnitude < 1e-5)
  }

  @Test func averagedMomentumTakesTheStepsOfClassicalMomentumAtASmallerRate() {
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

  @Test func oneNumberCanBeOptimized() {
    var x = 3.0
    var optimizer = SGD(learningRate: 0.25)
    optimizer.update(&x, along: gradient(at: x) { $0 * $0 })
    #expect(x == 1.5)
    var y: Float = 3
    var momentum = Momentum<Float>(learningRate: 0.25, momentum: 0.5)
    momentum.update(&y, along: 6)
    momentum.update(&y, along: 2)
    #expect(y == 0.25)
    #expect(momentum.velocity == [Tensor<Float>(5)])
  }
}

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

@Suite struct OptimizerProtocolTests {
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
}
