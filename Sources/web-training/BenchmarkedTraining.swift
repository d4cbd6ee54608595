import Backprop

// What `scripts/bench wasm` times: workloads of `bench/workloads.py` whose model is a perceptron,
// each written as a user of the library would write it.

/// A training that goes on when it is asked to.
struct BenchmarkedTraining {
  /// Takes so many steps.
  let train: (_ steps: Int) -> Void
  /// The loss of the parameters as they are.
  let loss: () -> Double

  /// The workload of a number; its inputs, targets and start parameters in a row.
  init?(workload: Int32, numbers: [Double]) {
    switch workload {
    case 1:
      self.init(
        [2, 2, 1], [.sigmoid, .sigmoid], numbers, batch: 1, targets: 1,
        SGD<Double>(learningRate: 0.1)
      ) { halfSquaredError($0, $1) }
    case 2:
      self.init(
        [2, 3, 1], [.sigmoid, .identity], numbers, batch: 4, targets: 1,
        SGD<Double>(learningRate: 0.1)
      ) { binaryCrossEntropy(logits: $0, targets: $1) }
    case 3:
      self.init(
        [2, 64, 64, 3], [.relu, .relu, .identity], numbers, batch: 300, targets: nil,
        Adam<Float>(learningRate: 0.001)
      ) { crossEntropy(logits: $0, labels: $1) }
    case 4:
      self.init(
        [1, 32, 32, 1], [.tanh, .tanh, .identity], numbers, batch: 200, targets: 1,
        Momentum<Float>(learningRate: 0.02, momentum: 0.9)
      ) { meanSquaredError($0, $1) }
    case 5:
      self.init(
        [784, 128, 64, 10], [.relu, .relu, .identity], numbers, batch: 64, targets: nil,
        Adam<Float>(learningRate: 0.001)
      ) { crossEntropy(logits: $0, labels: $1) }
    case 7:
      self.init(
        Array(repeating: 64, count: 21), Array(repeating: .sigmoid, count: 20), numbers,
        batch: 64, targets: 64, SGD<Float>(learningRate: 4)
      ) { meanSquaredError($0, $1) }
    default: return nil
    }
  }

  /// A network of the given sizes, and a loss of its results and the targets: so many numbers an
  /// example, or a class.
  private init<O: Optimizer>(
    _ sizes: [Int], _ activations: [Activation], _ numbers: [Double], batch: Int, targets: Int?,
    _ optimizer: O, objective: @escaping (Tensor<O.Number>, Tensor<O.Number>) -> Tensor<O.Number>
  ) {
    var rest = numbers[...]
    func next(_ shape: [Int]) -> Tensor<O.Number> {
      let count = shape.reduce(1, *)
      let scalars = rest.prefix(count).map { O.Number($0) }
      rest = rest.dropFirst(count)
      return Tensor(shape: shape, scalars: scalars)
    }
    let x = next([batch, sizes[0]])
    let y = next(targets.map { [batch, $0] } ?? [batch])
    var layers: [Dense<O.Number>] = []
    for (index, activation) in activations.enumerated() {
      let weights = next([sizes[index], sizes[index + 1]]).transposed
      layers.append(
        Dense(weights: weights, bias: next([sizes[index + 1]]), activation: activation))
    }
    var step = TrainingStep(model: Network(layers), optimizer: optimizer) { network, x, y in
      objective(network(x), y)
    }
    train = { steps in
      for _ in 0..<steps { _ = step(x, y) }
    }
    loss = { Double(objective(step.model(x), y).item) }
  }
}

#if arch(wasm32)
  nonisolated(unsafe) private var training: BenchmarkedTraining?
  nonisolated(unsafe) private var numbers = UnsafeMutableBufferPointer<Double>(start: nil, count: 0)

  /// Memory for a workload's numbers.
  @_expose(wasm, "numbers") @c
  func numbers(_ count: Int32) -> UnsafeMutablePointer<Double>? {
    numbers = .allocate(capacity: Int(count))
    return numbers.baseAddress
  }

  /// Makes a workload of the numbers that have been written to that memory.
  @_expose(wasm, "start") @c
  func start(_ workload: Int32) {
    training = BenchmarkedTraining(workload: workload, numbers: Array(numbers))
  }

  /// Trains on for so many steps.
  @_expose(wasm, "train") @c
  func train(_ steps: Int32) {
    training?.train(Int(steps))
  }

  /// The loss of the parameters as they are.
  @_expose(wasm, "loss") @c
  func loss() -> Double {
    training?.loss() ?? .nan
  }
#endif
