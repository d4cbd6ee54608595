import Backprop
import Testing

@Suite struct HessianTests {
  private func function(_ name: String) -> (Tensor<Double>) -> Tensor<Double> {
    switch name {
    case "rosenbrock": return { p in square(1 - p[0]) + 100 * square(p[1] - square(p[0])) }
    case "monkey": return { p in pow(p[0], 3) - 3 * p[0] * square(p[1]) }
    default:
      return { p in
        let first = exp(p[0] * p[1]) * sin(p[2]) + tanh(p[0]) / p[2]
        return first + sigmoid(p.sum()) * square(p[1])
      }
    }
  }

  @Test func hessiansArePyTorchs() {
    for oracle in Oracle.training.hessians {
      let matrix = hessian(at: Tensor(oracle.point), of: function(oracle.name))
      #expect(matrix.isRelativelyClose(to: Tensor(oracle.hessian)))
    }
  }

  @Test func theProductWithAVectorNeedsNoMatrix() {
    for oracle in Oracle.training.hessians {
      let product = hessianVectorProduct(
        at: Tensor(oracle.point), Tensor(oracle.vector), of: function(oracle.name))
      #expect(product.isRelativelyClose(to: Tensor(oracle.product)))
    }
  }

  @Test func theHessianOfANetworkInAllItsParametersIsPyTorchs() {
    let start = Oracle.training.exclusiveOr.start.map { Tensor($0) }
    let network = Network(
      Dense(weights: start[0], bias: start[1], activation: .tanh),
      Dense(weights: start[2], bias: start[3]))
    let x = Tensor([[0, 0], [0, 1], [1, 0], [1, 1]])
    let y = Tensor([[0], [1], [1], [0]])
    let matrix = hessian(at: network) { binaryCrossEntropy(logits: $0(x), targets: y) }
    #expect(matrix.isRelativelyClose(to: Tensor(Oracle.training.networkHessian)))
    for (value, expected) in zip(
      symmetricEigenvalues(matrix), Oracle.training.networkEigenvalues)
    {
      #expect((value - expected).magnitude < 1e-12)
    }
  }

  @Test func aLinearFunctionHasTheHessianZero() {
    #expect(hessian(at: Tensor([1, 2])) { x in 3 * x.sum() } == Tensor<Double>.zeros([2, 2]))
  }

  @Test func aHessianInFloatIsThatOfDoubleToItsPrecision() {
    let matrix = hessian(at: Tensor<Float>([1, 2])) { x in x[0] * x[0] * x[1] }
    #expect(matrix == Tensor<Float>([[4, 2], [2, 0]]))
  }
}
