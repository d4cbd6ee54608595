import Backprop
import Testing

extension Oracle.OperationCase {
  /// Compares the value, the derivatives and the derivatives of those with PyTorch's.
  func compareDerivatives(of function: ([Tensor<Double>]) -> Tensor<Double>) {
    let inputs = self.inputs.map { Tensor($0) }
    let weights = Tensor(self.weights)
    let directions = self.directions.map { Tensor($0) }

    #expect(function(inputs).isClose(to: Tensor(output), tolerance: 1e-14))

    func weighted(_ inputs: [Tensor<Double>]) -> Tensor<Double> {
      (weights * function(inputs)).sum()
    }
    let gradients = gradient(at: inputs, of: weighted)
    for (computed, expected) in zip(gradients, self.gradients) {
      #expect(computed.isClose(to: Tensor(expected)))
    }

    let seconds = gradient(at: inputs) { inputs in
      let gradients = gradient(at: inputs, of: weighted)
      var sum = Tensor(0)
      for (v, g) in zip(directions, gradients) { sum += (v * g).sum() }
      return sum
    }
    for (computed, expected) in zip(seconds, self.seconds) {
      #expect(computed.isClose(to: Tensor(expected)))
    }
    let products = hessianVectorProduct(at: inputs, directions, of: weighted)
    #expect(products == seconds)
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
    for (a, b) in zip(first.nodes, second.nodes) where a.operation == .constant {
      #expect(a.value == b.value)
    }
  }
}

private func dot(_ a: [Tensor<Double>], _ b: [Tensor<Double>]) -> Tensor<Double> {
  zip(a, b).reduce(Tensor(0)) { $0 + ($1.0 * $1.1).sum() }
}
