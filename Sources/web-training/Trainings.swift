import Backprop

/// Traces short trainings of small networks: losses on the way, and all parameters at the end.
func traceTrainings() {
  traceOneExample()
  traceExclusiveOr()
  traceSpirals()
  traceManyLayers()
  traceSequences()
}

/// A 2-2-1 network of sigmoids on one example, by plain gradient descent.
private func traceOneExample() {
  var training = OneExample()
  for _ in 0..<10 {
    Trace.print("2-2-1 loss", training.run(steps: 100))
  }
  for parameter in training.network.parameters {
    for number in parameter.value.scalars { Trace.print("2-2-1 parameter", number) }
  }
}

/// A 2-2-1 network of sigmoids, which learns one example by plain gradient descent.
struct OneExample {
  var network: Network<Double>
  private var optimizer = SGD<Double>(learningRate: 0.1)
  private let input = Tensor([0.35, 0.9])
  private let target = Tensor([0.05])

  init() {
    network = Network([
      Dense(
        weights: Tensor([[0.1, 0.8], [0.4, 0.6]]), bias: Tensor([0.05, -0.02]),
        activation: .sigmoid),
      Dense(weights: Tensor([[0.3, 0.9]]), bias: Tensor([0.01]), activation: .sigmoid),
    ])
  }

  /// Trains on for so many steps; the loss before the last of them.
  mutating func run(steps: Int) -> Double {
    var loss = 0.0
    for _ in 0..<steps {
      let (value, gradient) = valueWithGradient(at: network) {
        halfSquaredError($0(input), target)
      }
      optimizer.update(&network, along: gradient)
      loss = value
    }
    return loss
  }
}

/// Exclusive or by 2-4-1 with a hyperbolic tangent, binary cross-entropy and Adam.
private func traceExclusiveOr() {
  var generator = RandomNumbers(seed: 1)
  var network = Network(sizes: [2, 4, 1], activation: .tanh, using: &generator)
  var optimizer = Adam<Double>(learningRate: 0.02)
  let data = Dataset<Double>.exclusiveOr
  let targets = data.targets.reshaped([4, 1])
  for step in 1...300 {
    let (loss, gradient) = valueWithGradient(at: network) {
      binaryCrossEntropy(logits: $0(data.inputs), targets: targets)
    }
    optimizer.update(&network, along: gradient)
    if step % 50 == 0 { Trace.print("exclusive or loss", loss) }
  }
  Trace.print("exclusive or parameters", digestOf: network.flattenedParameters.scalars)
}

/// Three spirals by a softmax classifier of ReLUs in `Float`, with momentum.
private func traceSpirals() {
  var generator = RandomNumbers(seed: 2)
  let data = Dataset<Float>(
    .spirals(count: 60, classes: 3, turns: 0.5, noise: 0.02, using: &generator))
  var network = Network<Float>(sizes: [2, 16, 16, 3], activation: .relu, using: &generator)
  var optimizer = Momentum<Float>(learningRate: 0.1, momentum: 0.9)
  for step in 1...100 {
    let (loss, gradient) = valueWithGradient(at: network) {
      crossEntropy(logits: $0(data.inputs), labels: data.labels)
    }
    optimizer.update(&network, along: gradient)
    if step % 20 == 0 { Trace.print("spirals loss", Double(loss)) }
  }
  let parameters = network.flattenedParameters.scalars.map { Double($0) }
  Trace.print("spirals parameters", digestOf: parameters)
}

/// Layers of several kinds, run through a pass: batch norm, dropout, GELU, layer norm; AdamW.
private func traceManyLayers() {
  var generator = RandomNumbers(seed: 3)
  let data = Dataset<Double>.moons(count: 40, noise: 0.1, using: &generator)
  var network = Sequential {
    Dense(from: 2, to: 12, using: &generator)
    BatchNorm(features: 12)
    Activate(.gelu)
    Dropout(rate: 0.2)
    Dense(from: 12, to: 6, activation: .sigmoid, using: &generator)
    LayerNorm(shape: [6])
    Dense(from: 6, to: 2, using: &generator)
  }
  var optimizer = AdamW<Double>(learningRate: 0.01)
  var pass = Pass<Double>(.training, using: RandomNumbers(seed: 4))
  for step in 1...40 {
    let (loss, gradient) = valueWithGradient(at: &network, in: &pass) { network, pass in
      crossEntropy(logits: network(data.inputs, in: &pass), labels: data.labels)
    }
    optimizer.update(&network, along: gradient)
    if step % 10 == 0 { Trace.print("many layers loss", loss) }
  }
  Trace.print("many layers parameters", digestOf: network.flattenedParameters.scalars)
}

/// An LSTM that tells sequences by their sum, with RMSprop.
private func traceSequences() {
  var generator = RandomNumbers(seed: 5)
  let inputs = Tensor<Double>.normal(shape: [8, 10, 2], using: &generator)
  let sums = inputs.sum(axis: 0).sum(axis: 1).scalars
  let labels = sums.map { $0 > 0 ? 1 : 0 }
  var network = Sequential {
    LSTM(from: 2, units: 6, using: &generator)
    LastStep()
    Dense(from: 6, to: 2, using: &generator)
  }
  var optimizer = RMSProp<Double>(learningRate: 0.01)
  var pass = Pass<Double>(.training, using: generator)
  for step in 1...30 {
    let (loss, gradient) = valueWithGradient(at: &network, in: &pass) { network, pass in
      crossEntropy(logits: network(inputs, in: &pass), labels: labels)
    }
    optimizer.update(&network, along: gradient)
    if step % 10 == 0 { Trace.print("sequences loss", loss) }
  }
  Trace.print("sequences parameters", digestOf: network.flattenedParameters.scalars)
}
