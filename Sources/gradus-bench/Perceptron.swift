import Backprop

/// Two dense layers, trained on one batch by plain gradient descent, written as a lesson would.
struct Perceptron: Contestant {
  var network: Network<Double>
  var optimizer = SGD<Double>(learningRate: 0.1)
  let inputs: Tensor<Double>
  let targets: Tensor<Double>
  let objective: (Tensor<Double>, Tensor<Double>) -> Tensor<Double>

  mutating func train(steps: Int) {
    for _ in 0..<steps {
      let (_, gradient) = valueWithGradient(at: network) { objective($0(inputs), targets) }
      optimizer.update(&network, along: gradient)
    }
  }

  var loss: Double { objective(network(inputs), targets).item }

  /// W1: 2-2-1, sigmoid throughout, half the squared error of one example.
  static func oneExample(_ data: WorkloadData) -> Perceptron {
    let layers = data.layers([2, 2, 1])
    return Perceptron(
      network: Network(
        layers.map { Dense(weights: $0.weights, bias: $0.bias, activation: .sigmoid) }),
      inputs: data.inputs([2]), targets: data.targets([1]),
      objective: { halfSquaredError($0, $1) })
  }

  /// W2: XOR by 2-3-1, binary cross-entropy on logits, the mean over four examples.
  static func exclusiveOr(_ data: WorkloadData) -> Perceptron {
    let layers = data.layers([2, 3, 1])
    return Perceptron(
      network: Network([
        Dense(weights: layers[0].weights, bias: layers[0].bias, activation: .sigmoid),
        Dense(weights: layers[1].weights, bias: layers[1].bias, activation: .identity),
      ]),
      inputs: data.inputs([4, 2]), targets: data.targets([4, 1]),
      objective: { binaryCrossEntropy(logits: $0, targets: $1) })
  }
}
