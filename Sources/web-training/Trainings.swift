import Backprop

/// Traces short trainings of small networks of many kinds.
func traceTrainings() {
  traceOneExample()
  traceExclusiveOr()
  traceSpirals()
  traceManyLayers()
  traceSequences()
}

/// A 2-2-1 network of sigmoids on one example, by plain gradient descent.
private func traceOneExample() {
  let network = Network<Double>(
    Dense(
      weights: Tensor([[0.1, 0.8], [0.4, 0.6]]), bias: Tensor([0.05, -0.02]), activation: .sigmoid),
    Dense(weights: Tensor([[0.3, 0.9]]), bias: Tensor([0.01]), activation: .sigmoid))
  trace(
    "2-2-1", network, SGD(learningRate: 0.1), Tensor([0.35, 0.9]), Tensor([0.05]), steps: 1000
  ) { network, x, y, _ in halfSquaredError(network(x), y) }
}

/// Exclusive or by 2-4-1 with a hyperbolic tangent, binary cross-entropy and Adam.
private func traceExclusiveOr() {
  var generator = RandomNumbers(seed: 1)
  let network = Network(sizes: [2, 4, 1], activation: .tanh, using: &generator)
  let data = Dataset<Double>.exclusiveOr
  trace(
    "exclusive or", network, Adam(learningRate: 0.02), data.inputs,
    data.targets.reshaped([4, 1]), steps: 300
  ) { network, x, y, _ in binaryCrossEntropy(logits: network(x), targets: y) }
}

/// Three spirals by a softmax classifier of ReLUs in `Float`, with momentum.
private func traceSpirals() {
  var generator = RandomNumbers(seed: 2)
  let data = Dataset<Float>(
    .spirals(count: 60, classes: 3, turns: 0.5, noise: 0.02, using: &generator))
  let network = Network<Float>(sizes: [2, 33, 16, 3], activation: .relu, using: &generator)
  trace(
    "spirals", network, Momentum(learningRate: 0.1, momentum: 0.9), data.inputs, data.targets,
    steps: 100
  ) { network, x, labels, _ in crossEntropy(logits: network(x), labels: labels) }
}

/// Layers of several kinds, some of which need the pass, with AdamW.
private func traceManyLayers() {
  var generator = RandomNumbers(seed: 3)
  let data = Dataset<Double>.moons(count: 40, noise: 0.1, using: &generator)
  let network = Sequential {
    Dense(from: 2, to: 12, using: &generator)
    BatchNorm(features: 12)
    Activate(.gelu)
    Dropout(rate: 0.2)
    Dense(from: 12, to: 6, activation: .sigmoid, using: &generator)
    LayerNorm(shape: [6])
    Dense(from: 6, to: 2, using: &generator)
  }
  trace(
    "many layers", network, AdamW(learningRate: 0.01), data.inputs, data.targets, steps: 40
  ) { network, x, labels, pass in
    crossEntropy(logits: network(x, in: &pass), labels: labels)
  }
}

/// An LSTM that tells sequences by their sum, with RMSProp.
private func traceSequences() {
  var generator = RandomNumbers(seed: 5)
  let inputs = Tensor<Double>.normal(shape: [8, 10, 2], using: &generator)
  let sums = inputs.sum(axis: 0).sum(axis: 1).scalars
  let network = Sequential {
    LSTM(from: 2, units: 6, using: &generator)
    LastStep()
    Dense(from: 6, to: 2, using: &generator)
  }
  trace(
    "sequences", network, RMSProp(learningRate: 0.01), inputs,
    Tensor(sums.map { $0 > 0 ? 1 : 0 }), steps: 30
  ) { network, x, labels, pass in
    crossEntropy(logits: network(x, in: &pass), labels: labels)
  }
}

/// Trains step by step on a tape, and traces losses on the way and the parameters at the end; then
/// trains by steps that are replayed, which must have the same bits.
private func trace<M: Model, O: Optimizer>(
  _ name: StaticString, _ start: M, _ optimizer: O, _ x: Tensor<M.Number>, _ y: Tensor<M.Number>,
  steps: Int, loss: @escaping TrainingStep<M, O>.Loss
) where O.Number == M.Number {
  let startOfPass = Pass<M.Number>(.training, using: RandomNumbers(seed: 4))
  var (model, ownOptimizer, pass) = (start, optimizer, startOfPass)
  var losses: [Double] = []
  for _ in 0..<steps {
    let (value, gradient) = valueWithGradient(at: &model, in: &pass) { model, pass in
      loss(model, x, y, &pass)
    }
    ownOptimizer.update(&model, along: gradient)
    losses.append(Double(value))
  }
  for part in 1...5 { Trace.print(name, "loss", losses[steps * part / 5 - 1]) }
  Trace.print(name, "losses", digestOf: losses)
  Trace.print(name, "parameters", digestOf: numbers(of: model))

  var step = TrainingStep(model: start, optimizer: optimizer, pass: startOfPass, loss: loss)
  let replayedLosses = (0..<steps).map { _ in Double(step(x, y)) }
  Trace.print(name, step.isReplayed ? "losses, replayed" : "losses", digestOf: replayedLosses)
  if replayedLosses != losses || numbers(of: step.model) != numbers(of: model) {
    fatalError("A replayed step has other bits than one on a tape.")
  }
}

/// All of a model's parameters, in order.
private func numbers<M: Model>(of model: M) -> [Double] {
  model.flattenedParameters.scalars.map { Double($0) }
}
