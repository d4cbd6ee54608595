import Backprop

/// The eleven workloads, each written as a user of the library would write it.
extension WorkloadData {
  func race(steps: Int, on backend: Backend) {
    switch name {
    case "W1":
      // 2-2-1, sigmoid throughout, half the squared error of one example.
      let network: Network<Double> = network([.sigmoid, .sigmoid])
      gradus_bench.race(
        Training(
          network, SGD(learningRate: 0.1), backend, inputs().reshaped([2]),
          targets().reshaped([1])
        ) { network, x, y, _ in halfSquaredError(network(x), y) }, of: self, steps: steps)
    case "W2":
      // XOR by 2-3-1.
      let network: Network<Double> = network([.sigmoid, .identity])
      gradus_bench.race(
        Training(network, SGD(learningRate: 0.1), backend, inputs(), targets()) {
          network, x, y, _ in binaryCrossEntropy(logits: network(x), targets: y)
        }, of: self, steps: steps)
    case "W3", "W5":
      let network: Network<Float> = network([.relu, .relu, .identity])
      gradus_bench.race(
        Training(network, Adam(learningRate: 0.001), backend, inputs(), targets()) {
          network, x, labels, _ in crossEntropy(logits: network(x), labels: labels)
        }, of: self, steps: steps)
    case "W4":
      let network: Network<Float> = network([.tanh, .tanh, .identity])
      gradus_bench.race(
        Training(
          network, Momentum(learningRate: 0.02, momentum: 0.9), backend, inputs(), targets()
        ) { network, x, y, _ in meanSquaredError(network(x), y) }, of: self, steps: steps)
    case "W6":
      let network: Network<Float> = network([.relu, .relu, .identity])
      gradus_bench.race(
        Training(network, SGD(learningRate: 0.02), backend, inputs(), targets()) {
          network, x, labels, _ in crossEntropy(logits: network(x), labels: labels)
        }, of: self, steps: steps)
    case "W7":
      let network: Network<Float> = network(Array(repeating: .sigmoid, count: 20))
      gradus_bench.race(
        Training(network, SGD(learningRate: 4), backend, inputs(), targets()) {
          network, x, y, _ in meanSquaredError(network(x), y)
        }, of: self, steps: steps)
    case "W8":
      gradus_bench.race(
        Training(
          SequenceClassifier(parameters()), Adam(learningRate: 0.002), backend, inputs(), targets()
        ) { model, x, labels, _ in crossEntropy(logits: model(x), labels: labels) }, of: self,
        steps: steps)
    case "W9":
      gradus_bench.race(
        Training(
          NormalizedNetwork(parameters()), Momentum(learningRate: 0.02, momentum: 0.9), backend,
          inputs(), targets()
        ) { model, x, labels, pass in
          crossEntropy(logits: model(x, in: &pass), labels: labels)
        }, of: self, steps: steps)
    case "W10":
      let network: Network<Double> = network([.relu, .relu, .identity])
      gradus_bench.race(
        Training(network, SGD(learningRate: 0.2), backend, inputs(), targets()) {
          network, x, y, _ in binaryCrossEntropy(logits: network(x), targets: y)
        }, of: self, steps: steps)
    case "W11":
      let network: Network<Double> = network([.tanh, .tanh, .identity])
      gradus_bench.race(
        Training(
          network, Momentum(learningRate: 0.01, momentum: 0.9), backend, inputs(), targets()
        ) { network, x, y, _ in meanSquaredError(network(x), y) }, of: self, steps: steps)
    default: fail("gradus-bench: no workload \(name)", status: 2)
    }
  }

  /// Dense layers, whose weights are `[out, in]`, unlike those in the file.
  private func network<S: Scalar>(_ activations: [Activation]) -> Network<S> {
    let parameters: [String: Tensor<S>] = parameters()
    return Network(
      activations.enumerated().map { index, activation in
        Dense(
          weights: parameters["W\(index + 1)"]!.transposed, bias: parameters["b\(index + 1)"]!,
          activation: activation)
      })
  }
}

/// An LSTM whose last hidden state goes through a dense layer.
private struct SequenceClassifier: Model {
  var lstm: LSTM<Float>
  var output: Dense<Float>

  init(_ parameters: [String: Tensor<Float>]) {
    lstm = LSTM(
      weightIH: parameters["Wx"]!.transposed, weightHH: parameters["Wh"]!.transposed,
      bias: parameters["b"]!)
    output = Dense(weights: parameters["Wo"]!.transposed, bias: parameters["bo"]!)
  }

  func callAsFunction(_ x: Tensor<Float>) -> Tensor<Float> {
    output(lstm.unrolled(x).last.hidden)
  }

  mutating func visitParameters(_ visitor: inout ParameterVisitor<Float>) {
    visitor.visit("lstm", &lstm)
    visitor.visit("output", &output)
  }
}

/// Dense layers with a batch norm after each but the last.
private struct NormalizedNetwork: Layer {
  var dense: [Dense<Float>]
  var norms: [BatchNorm<Float>]

  init(_ parameters: [String: Tensor<Float>]) {
    dense = (1...3).map {
      Dense(weights: parameters["W\($0)"]!.transposed, bias: parameters["b\($0)"]!)
    }
    norms = (1...2).map {
      var norm = BatchNorm<Float>(features: parameters["gamma\($0)"]!.count)
      norm.scale = parameters["gamma\($0)"]!
      norm.shift = parameters["beta\($0)"]!
      return norm
    }
  }

  func callAsFunction(_ x: Tensor<Float>, in pass: inout Pass<Float>) -> Tensor<Float> {
    let first = relu(norms[0](dense[0](x), in: &pass))
    let second = relu(norms[1](dense[1](first), in: &pass))
    return dense[2](second)
  }

  mutating func visitParameters(_ visitor: inout ParameterVisitor<Float>) {
    visitor.visit("dense", &dense)
    visitor.visit("norms", &norms)
  }
}
