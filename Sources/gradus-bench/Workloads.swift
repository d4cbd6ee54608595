import Backprop

/// The nine workloads, each written as a user of the library would write it.
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
          network, x, labels, _ in crossEntropy(logits: network(x), targets: labels)
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
          network, x, labels, _ in crossEntropy(logits: network(x), targets: labels)
        }, of: self, steps: steps)
    case "W7":
      let network: Network<Float> = network(Array(repeating: .sigmoid, count: 20))
      gradus_bench.race(
        Training(network, SGD(learningRate: 4), backend, inputs(), targets()) {
          network, x, y, _ in meanSquaredError(network(x), y)
        }, of: self, steps: steps)
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
