import Backprop
import Testing

extension Oracle.OperationCase {
  /// Whether derivatives are sums in which larger terms cancel, so that their error is a rounding of
  /// those, not of the result: it is held to 1e-12 of the largest number, or of 1.
  private var cancels: Bool {
    switch name {
    // From the result, which is close to 1: the documentation says so.
    case "sigmoid", "tanh", "softplus", "silu", "binaryCrossEntropy weighted":
      inputs[0].scalars.contains { $0.magnitude >= 10 }
    // Two numbers less their mean, over their deviation, are ±1 whatever they are, and so are nearly
    // without derivative; of one number there is none at all.
    case "batch norm in training": true
    case "layer norm": inputs[1].scalars.count == 1
    // A sum over steps that comes out small.
    case "rnn": inputs[0].shape[0] == 7
    default: false
    }
  }

  private func areClose(_ a: [Tensor<Double>], _ b: [Oracle.Numbers]) -> Bool {
    a.count == b.count
      && zip(a, b).allSatisfy { a, b in
        cancels ? a.isClose(to: Tensor(b)) : a.isRelativelyClose(to: Tensor(b))
      }
  }

  /// Compares the value, the derivatives and the derivatives of those with PyTorch's: each number to
  /// 1e-12 of itself.
  func compareDerivatives(of function: ([Tensor<Double>]) -> Tensor<Double>) {
    let inputs = self.inputs.map { Tensor($0) }
    let weights = Tensor(self.weights)
    let directions = self.directions.map { Tensor($0) }

    #expect(function(inputs).isRelativelyClose(to: Tensor(output)))
    #expect(function(inputs).isClose(to: Tensor(output), tolerance: 1e-14))

    func weighted(_ inputs: [Tensor<Double>]) -> Tensor<Double> {
      (weights * function(inputs)).sum()
    }
    let gradients = gradient(at: inputs, of: weighted)
    #expect(areClose(gradients, self.gradients))

    let seconds = gradient(at: inputs) { inputs in
      let gradients = gradient(at: inputs, of: weighted)
      var sum = Tensor(0)
      for (v, g) in zip(directions, gradients) { sum += (v * g).sum() }
      return sum
    }
    #expect(areClose(seconds, self.seconds))
    let products = hessianVectorProduct(at: inputs, directions, of: weighted)
    #expect(products == seconds)
  }

  /// The same, where derivatives are sums of terms that cancel: each number to 1e-12 of the largest.
  func compareDerivativesToScale(of function: ([Tensor<Double>]) -> Tensor<Double>) {
    let inputs = self.inputs.map { Tensor($0) }
    let (weights, directions) = (Tensor(self.weights), self.directions.map { Tensor($0) })
    #expect(function(inputs).isClose(to: Tensor(output)))
    func weighted(_ inputs: [Tensor<Double>]) -> Tensor<Double> {
      (weights * function(inputs)).sum()
    }
    let gradients = gradient(at: inputs, of: weighted)
    let seconds = hessianVectorProduct(at: inputs, directions, of: weighted)
    for (mine, theirs) in [(gradients, self.gradients), (seconds, self.seconds)] {
      #expect(zip(mine, theirs).allSatisfy { $0.isClose(to: Tensor($1)) })
    }
  }

  /// Compares the derivatives with differences of the function.
  func checkGradients(of function: ([Tensor<Double>]) -> Tensor<Double>) {
    let weights = Tensor(self.weights)
    let report = Backprop.checkGradients(at: inputs.map { Tensor($0) }) { inputs in
      (weights * function(inputs)).sum()
    }
    for entry in report.entries {
      // Rounding of the function, relative to its size, over the step.
      let difference = (entry.analytic - entry.numeric).magnitude
      #expect(difference <= 1e-7 * max(1, entry.analytic.magnitude), "\(report)")
    }
  }

  /// Checks that what was recorded on the way to the derivatives, and to those of them, can be
  /// computed again with other inputs: the operations and the constants are the same.
  func checkReplay(of function: ([Tensor<Double>]) -> Tensor<Double>) {
    let weights = Tensor(self.weights)
    let directions = self.directions.map { Tensor($0) }
    func graph(_ inputs: [Tensor<Double>]) -> ComputationGraph<Double> {
      computationGraph(at: inputs) { inputs, _ in
        let seconds = gradient(at: inputs) { inputs in
          let gradients = gradient(at: inputs) { (weights * function($0)).sum() }
          return dot(gradients, directions)
        }
        // What is linear has derivatives that depend on no input.
        return dot(seconds, directions) + 0 * dot(inputs, directions)
      }
    }
    let first = graph(inputs.map { Tensor($0) })
    let second = graph(inputs.map { 0.25 - Tensor($0) })
    #expect(first.nodes.map(\.operation) == second.nodes.map(\.operation))
    for (a, b) in zip(first.nodes, second.nodes) where a.operation == .leaf(.constant) {
      #expect(a.value == b.value)
    }
  }
}

private func dot(_ a: [Tensor<Double>], _ b: [Tensor<Double>]) -> Tensor<Double> {
  zip(a, b).reduce(Tensor(0)) { $0 + ($1.0 * $1.1).sum() }
}
