import Testing

@testable import Backprop

/// A replayed step has the bits of one that calls its closure.
@Suite struct TrainingStepTests {
  /// Takes steps both ways, and compares losses and parameters after each.
  private func compare<M: Model, O: Optimizer>(
    _ model: M, _ optimizer: O, steps: Int = 6, _ inputs: [Tensor<M.Number>],
    _ targets: [Tensor<M.Number>], sourceLocation: SourceLocation = #_sourceLocation,
    loss: @escaping TrainingStep<M, O>.Loss
  ) where O.Number == M.Number {
    var step = TrainingStep(
      model: model, optimizer: optimizer,
      pass: Pass(.training, using: RandomNumbers(seed: 5)), loss: loss)
    var (model, optimizer) = (model, optimizer)
    var pass = Pass<M.Number>(.training, using: RandomNumbers(seed: 5))
    for count in 0..<steps {
      let (x, y) = (inputs[count % inputs.count], targets[count % targets.count])
      let (expected, gradient) = valueWithGradient(at: &model, in: &pass) { model, pass in
        loss(model, x, y, &pass)
      }
      optimizer.update(&model, along: gradient)
      let value = step(x, y)
      #expect(value == expected, "step \(count)", sourceLocation: sourceLocation)
      for (mine, theirs) in zip(step.model.tensors, model.tensors) {
        #expect(
          mine.value.scalars == theirs.value.scalars, "\(mine.name) in step \(count)",
          sourceLocation: sourceLocation)
      }
    }
    #expect(step.isReplayed, sourceLocation: sourceLocation)
  }

  private func random<S: Scalar>(_ shape: [Int], _ seed: UInt64, as type: S.Type) -> Tensor<S> {
    var generator = RandomNumbers(seed: seed)
    return .uniform(in: -1...1, shape: shape, using: &generator)
  }

  @Test(arguments: [0, 1, 2, 3, 7])
  func severalStepsInOneCallAreTheSameAsOneByOne(times: Int) {
    var generator = RandomNumbers(seed: 1)
    let network = Network<Double>(
      sizes: [2, 3, 1], activation: .sigmoid, output: .sigmoid, using: &generator)
    let (x, y) = (random([4, 2], 2, as: Double.self), random([4, 1], 3, as: Double.self))
    func step() -> TrainingStep<Network<Double>, Adam<Double>> {
      TrainingStep(model: network, optimizer: Adam()) { meanSquaredError($0($1), $2) }
    }
    var (one, many) = (step(), step())
    let losses = (0..<times).map { _ in one(x, y) }
    #expect(many.run(x, y, times: times) == losses)
    #expect(many.model.parameterValues == one.model.parameterValues)
    // A copy has parameters of its own, and what comes after goes on from here.
    var copy = many
    #expect(copy.run(x, y, times: 2) == [one(x, y), one(x, y)])
    #expect(many.run(y.broadcast(to: [4, 2]), y, times: 3).count == 3)
    many.gradientTransform = { $0 }
    #expect(many.run(x, y, times: 3).count == 3)
  }

  /// The derivative of a scaled square multiplies the scale by two where both are repeated.
  @Test(arguments: [1, 5, 12, 13, 15, 600, 1100])
  func functionsOfOneNumberThatIsRepeated(count: Int) {
    let point = [random([count], 1, as: Double.self), Tensor(0.3)]
    let inputs = (0..<4).map { Tensor(0.1 * Double($0)) }
    compare(point, SGD(learningRate: 0.01), inputs, inputs) { point, x, y, _ in
      let (w, scale) = (point[0], point[1])
      return (x * square(w).sum() + scale * square(w).sum() - y * exp(w).sum())
        + (-scale.broadcast(to: [count]) * w).sum() + square(x.broadcast(to: [count]) + w).mean()
    }
  }

  @Test func theWorkedNetworkOnOneExample() {
    var generator = RandomNumbers(seed: 1)
    let network = Network<Double>(
      sizes: [2, 2, 1], activation: .sigmoid, output: .sigmoid, using: &generator)
    compare(network, SGD(learningRate: 0.1), [Tensor([0.35, 0.9])], [Tensor([0.05])]) {
      network, x, y, _ in halfSquaredError(network(x), y)
    }
  }

  @Test(
    arguments: [
      Activation.identity, .sigmoid, .tanh, .relu, .leakyRelu(), .elu(), .gelu, .geluTanh, .silu,
      .softplus,
    ])
  func batchesThroughEveryActivation(activation: Activation) {
    var generator = RandomNumbers(seed: 1)
    let network = Network<Double>(
      sizes: [3, 5, 4, 2], activation: activation, using: &generator)
    compare(
      network, Momentum(learningRate: 0.1), [random([7, 3], 2, as: Double.self)],
      [random([7, 2], 3, as: Double.self)]
    ) { network, x, y, _ in meanSquaredError(network(x), y) }
  }

  @Test func inputsThatChangeAndASmallerLastBatch() {
    var generator = RandomNumbers(seed: 1)
    let network = Network<Float>(sizes: [3, 33, 2], activation: .tanh, using: &generator)
    let sizes = [70, 70, 5]
    compare(
      network, Adam(learningRate: 0.01), steps: 14,
      sizes.enumerated().map { random([$1, 3], UInt64($0), as: Float.self) },
      sizes.enumerated().map { random([$1, 2], UInt64($0 + 9), as: Float.self) }
    ) { network, x, y, _ in meanSquaredError(network(x), y) }
  }

  @Test func crossEntropyWithDistributions() {
    var generator = RandomNumbers(seed: 1)
    let network = Network<Float>(sizes: [4, 17, 3], activation: .relu, using: &generator)
    compare(
      network, AdamW(learningRate: 0.01), [random([9, 4], 2, as: Float.self)],
      [softmax(random([9, 3], 3, as: Float.self))]
    ) { network, x, y, _ in crossEntropy(logits: network(x), targets: y, smoothing: 0.1) }
  }

  @Test func everyOptimizer() {
    var generator = RandomNumbers(seed: 1)
    let network = Network<Double>(sizes: [3, 4, 1], activation: .tanh, using: &generator)
    let (x, y) = (random([6, 3], 2, as: Double.self), random([6, 1], 3, as: Double.self))
    func check<O: Optimizer>(_ optimizer: O) where O.Number == Double {
      compare(network, optimizer, [x], [y]) { network, x, y, _ in
        binaryCrossEntropy(logits: network(x), targets: square(y))
      }
    }
    check(SGD(learningRate: 0.1))
    check(Momentum(learningRate: 0.1))
    check(AveragedMomentum(learningRate: 0.1))
    check(NesterovMomentum(learningRate: 0.1))
    check(AdaGrad(learningRate: 0.1))
    check(RMSProp(learningRate: 0.1))
    check(Adam(learningRate: 0.1))
    check(AdamW(learningRate: 0.1))
  }

  @Test func broadcastsReductionsAndPartsOfEveryKind() {
    let point = [random([4, 3], 1, as: Double.self), random([3], 2, as: Double.self)]
    compare(point, SGD(learningRate: 0.01), [random([5, 4], 3, as: Double.self)], [Tensor(2.0)]) {
      point, x, y, _ in
      let (w, b) = (point[0], point[1])
      let z = matmul(x, w)
      let normalized = (z - z.mean(axis: 0)) / sqrt(square(z).mean(axis: 1).reshaped([5, 1]) + 1)
      let parts = normalized.slice(0..<2, axis: 1) * normalized.slice(1..<3, axis: 1)
      let joined = concatenated([parts, normalized], axis: 1) + concatenated([b, b])[0..<5]
      let largest = joined.max(axis: 1) + joined.max() - joined.min()
      let probabilities = softmax(joined, axis: 0) * logSoftmax(joined, axis: 1)
      let more = stack([w[0], w[1] * b]).sum(axis: 0) + matmul(b, w.transposed).sum()
      let last = pow(square(b) + 1, 1.5) / sqrt(exp(b)) + maximum(b, Tensor(0.1)) * sin(b)
      return (largest.mean() + probabilities.sum() * y + more.sum() + last.sum() + dot(b, b))
        * abs(b.sum())
    }
  }

  @Test func recurrentLayersOverSeveralSteps() {
    var generator = RandomNumbers(seed: 1)
    let labels = [Tensor<Float>([2, 0, 1, 1, 0] as [Float])]
    let x = [5, 5, 2].map { random([$0, 5, 3], UInt64($0), as: Float.self) }
    let output = Dense<Float>(from: 7, to: 3, using: &generator)
    let lstm = LSTM<Float>(from: 3, units: 7, using: &generator)
    compare(LayerPair(lstm, output), Adam(learningRate: 0.01), steps: 9, x, labels) {
      model, x, y, _ in
      crossEntropy(logits: model.second(model.first.unrolled(x).last.hidden), labels: y)
    }
    let gru = GRU<Float>(from: 3, units: 7, using: &generator)
    compare(LayerPair(gru, output), Adam<Float>(learningRate: 0.01), steps: 9, x, labels) {
      model, x, y, pass in
      crossEntropy(
        logits: model.second(LastStep()(model.first(x, in: &pass), in: &pass)), labels: y)
    }
  }

  @Test func convolutionsPoolingAndBatchNormWhoseRunningValuesGoAlong() {
    var generator = RandomNumbers(seed: 1)
    let network = Sequential {
      Convolution2D<Float>(from: 2, to: 3, size: 3, padding: 1, using: &generator)
      BatchNorm<Float>(features: 3)
      Activate<Float>(.relu)
      MaxPooling2D<Float>(size: 2)
      Dropout<Float>(rate: 0.25)
      Flatten<Float>()
      Dense<Float>(from: 12, to: 4, using: &generator)
      LayerNorm<Float>(shape: [4])
    }
    compare(
      network, Momentum(learningRate: 0.01), [random([6, 2, 4, 4], 2, as: Float.self)],
      [Tensor([0, 1, 2, 3, 1, 2] as [Float])]
    ) { network, x, y, pass in crossEntropy(logits: network(x, in: &pass), labels: y) }
  }

  @Test func embeddingsOfWordsThatChange() {
    var generator = RandomNumbers(seed: 1)
    let model = LayerPair(
      Embedding<Double>(of: 9, size: 4, using: &generator),
      Dense(from: 4, to: 2, using: &generator))
    compare(
      model, AdaGrad(learningRate: 0.1), [Tensor([1, 8, 8]), Tensor([0, 1, 5])],
      [Tensor([1, 0, 1])]
    ) { model, x, y, pass in
      crossEntropy(logits: model.second(model.first(x, in: &pass), in: &pass), labels: y)
    }
  }

  @Test func dropoutDrawsAgainInEachStep() {
    var generator = RandomNumbers(seed: 1)
    let network = Network<Double>(sizes: [3, 16, 1], activation: .tanh, using: &generator)
    compare(
      network, SGD(learningRate: 0.1), [random([6, 3], 2, as: Double.self)],
      [random([6, 1], 3, as: Double.self)]
    ) { network, x, y, pass in
      let hidden = Dropout(rate: 0.5)(network.layers[0](x), in: &pass)
      return meanSquaredError(network.layers[1](hidden), y)
    }
  }

  @Test func aLossMayTakeADerivativeOfItsOwn() {
    var generator = RandomNumbers(seed: 1)
    let network = Network<Double>(sizes: [3, 5, 1], activation: .tanh, using: &generator)
    let (x, y) = ([random([6, 3], 2, as: Double.self)], [random([6, 1], 3, as: Double.self)])
    let points = random([4, 3], 4, as: Double.self)
    // The slopes at points that are constants, whose tape the network's joins, and at the inputs.
    compare(network, SGD(learningRate: 0.1), x, y) { network, x, y, _ in
      let slopes = gradient(at: points) { network($0).sum() }
      return meanSquaredError(network(x), y) + square(slopes).mean()
    }
    compare(network, Adam(learningRate: 0.1), x, y) { network, x, y, pass in
      let hidden = Dropout(rate: 0.5)(network.layers[0](x), in: &pass)
      let slopes = gradient(at: x) { network($0).sum() }
      return meanSquaredError(network.layers[1](hidden), y) + square(slopes).mean()
    }
    compare(network, SGD(learningRate: 0.1), x, y) { network, x, y, pass in
      let slopes = gradient(at: points) { network($0).sum() }
      let hidden = Dropout(rate: 0.5)(network.layers[0](x), in: &pass)
      return meanSquaredError(network.layers[1](hidden), y) + square(slopes).mean()
    }
  }

  @Test func aClosureThatLooksAtANumberIsCalledInEveryStep() {
    var step = TrainingStep(model: Tensor([3, 4]), optimizer: SGD(learningRate: 0.1)) { w, x, y in
      let error = square(w - x).sum()
      return error.item > 1 ? error : 2 * error
    }
    for _ in 0..<5 { _ = step(Tensor([0, 0]), Tensor([0])) }
    #expect(!step.isReplayed)
  }

  @Test func aClosureThatCountsIsCalledInEveryStep() {
    var count = 0.0
    var step = TrainingStep(model: Tensor([3, 4]), optimizer: SGD(learningRate: 0.1)) { w, x, y in
      count += 1
      return count * square(w - x).sum()
    }
    for _ in 0..<5 { _ = step(Tensor([0, 0]), Tensor([0])) }
    #expect(!step.isReplayed)
    #expect(count == 5)
  }

  @Test func clippingByTheGlobalNormGivesTheBitsOfThePlainLoop() {
    var generator = RandomNumbers(seed: 1)
    var network = Network<Double>(sizes: [3, 5, 2], activation: .tanh, using: &generator)
    let (x, y) = (random([6, 3], 2, as: Double.self), random([6, 2], 3, as: Double.self))
    var optimizer = Momentum<Double>(learningRate: 0.5)
    var step = TrainingStep(model: network, optimizer: optimizer) { network, x, y in
      meanSquaredError(network(x), y)
    }
    step.gradientTransform = { $0.clipped(toGlobalNorm: 0.1) }
    var clipped = 0
    for _ in 0..<6 {
      let (loss, gradient) = valueWithGradient(at: network) { meanSquaredError($0(x), y) }
      if gradient.globalNorm > 0.1 { clipped += 1 }
      optimizer.update(&network, along: gradient.clipped(toGlobalNorm: 0.1))
      #expect(step(x, y) == loss)
      #expect(step.model.flattenedParameters == network.flattenedParameters)
    }
    #expect(step.isReplayed)
    #expect(clipped >= 3)
  }

  @Test func theAcceleratedBackendDiffersInTheLastDigitsAtMost() {
    var generator = RandomNumbers(seed: 1)
    let network = Network<Float>(
      sizes: [20, 70, 3], activation: .tanh, output: .sigmoid, using: &generator)
    let (x, y) = (random([40, 20], 2, as: Float.self), random([40, 3], 3, as: Float.self))
    func losses(_ backend: Backend) -> [Float] {
      var step = TrainingStep(
        model: network, optimizer: Adam(learningRate: 0.01), backend: backend
      ) { network, x, y in meanSquaredError(network(x), y) }
      return (0..<20).map { _ in step(x, y) }
    }
    for (fast, exact) in zip(losses(.accelerated), losses(.deterministic)) {
      #expect((fast - exact).magnitude < 1e-5 * exact)
    }
  }

  @Test func copiesGoOnByThemselves() {
    var first = TrainingStep(model: Tensor([3, 4]), optimizer: SGD(learningRate: 0.1)) { w, x, y in
      square(w - x).sum()
    }
    let x = Tensor([1, 1])
    for _ in 0..<3 { _ = first(x, x) }
    var second = first
    let before = second.model
    _ = first(x, x)
    #expect(second.model == before)
    _ = second(x, x)
    #expect(second.model == first.model)
  }

  @Test func aModelThatIsPutInIsTheOneThatGoesOn() {
    var step = TrainingStep(model: Tensor([3, 4]), optimizer: SGD(learningRate: 0.5)) { w, x, y in
      square(w - x).sum()
    }
    let x = Tensor([1, 1])
    for _ in 0..<3 { _ = step(x, x) }
    step.model = Tensor([5, 7])
    #expect(step(x, x) == 52)
    #expect(step.isReplayed)
    #expect(step.model == x)
    step.model = Tensor([5, 7])
    #expect(step.isReplayed, "The last step was, whatever was done since.")
  }

  @Test func aClosureThatTossesACoinIsCalledInEveryStep() {
    for seed in 0..<8 as Range<UInt64> {
      let pass = Pass<Double>(.training, using: RandomNumbers(seed: seed))
      let x = Tensor([1.0])
      func loss(_ w: Tensor<Double>, _ pass: inout Pass<Double>) -> Tensor<Double> {
        pass.generator.uniform() < 0.5 ? w.sum() : (2 * w).sum()
      }
      var step = TrainingStep(model: Tensor([1.0]), optimizer: SGD(learningRate: 0), pass: pass) {
        w, _, _, pass in loss(w, &pass)
      }
      var (model, own) = (Tensor([1.0]), pass)
      for _ in 0..<12 {
        let value = valueWithGradient(at: &model, in: &own) { loss($0, &$1) }.value
        #expect(step(x, x) == value)
      }
      #expect(!step.isReplayed)
    }
  }

  @Test func aPhaseThatChangesIsRecordedAgain() {
    let x = Tensor([1.0, 1, 1, 1])
    var step = TrainingStep(
      model: Tensor([1.0, 1, 1, 1]), optimizer: SGD(learningRate: 0), pass: Pass(.training)
    ) { w, x, _, pass in Dropout(rate: 1)(w * x, in: &pass).sum() + 0 * w.sum() }
    for _ in 0..<4 { #expect(step(x, x) == 0) }
    #expect(step.isReplayed)
    step.pass.phase = .inference
    for _ in 0..<4 { #expect(step(x, x) == 4) }
    #expect(step.isReplayed)
  }

  @Test func whatChangesOutsideIsTakenWhenRecordingsAreForgotten() {
    var beta = 1.0
    var step = TrainingStep(model: Tensor([1.0]), optimizer: SGD(learningRate: 0)) { w, _, _ in
      beta * w.sum()
    }
    for _ in 0..<4 { #expect(step(Tensor([0]), Tensor([0])) == 1) }
    beta = 2
    step.forgetRecordings()
    for _ in 0..<4 { #expect(step(Tensor([0]), Tensor([0])) == 2) }
    #expect(step.isReplayed)
  }
}

/// Two layers, to be used in whatever way.
private struct LayerPair<First: Layer, Second: Layer>: Model where First.Number == Second.Number {
  var first: First
  var second: Second

  init(_ first: First, _ second: Second) {
    self.first = first
    self.second = second
  }

  mutating func visitParameters(_ visitor: inout ParameterVisitor<First.Number>) {
    visitor.visit("first", &first)
    visitor.visit("second", &second)
  }
}
