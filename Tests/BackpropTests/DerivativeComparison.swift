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
}
