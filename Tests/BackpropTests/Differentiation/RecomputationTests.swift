import Backprop
import Testing

@Suite struct RecomputationTests {
  private func block(_ x: [Tensor<Double>]) -> Tensor<Double> { tanh(matmul(x[0], x[1])) * x[0] }

  private let point = [
    Tensor([[0.1, -0.2], [0.3, 0.4]]), Tensor([[0.5, 0.6], [-0.7, 0.8]]),
  ]

  @Test func valuesAndDerivativesHaveTheBitsOfWhatIsKept() {
    #expect(recomputing(point, block) == block(point))
    let kept = gradient(at: point) { square(block([block($0), $0[1]])).sum() }
    let again = gradient(at: point) { x in
      square(recomputing([recomputing(x, block), x[1]], block)).sum()
    }
    #expect(kept == again)
    let second = hessian(at: point) { square(block($0)).sum() }
    #expect(second.isClose(to: hessian(at: point) { square(recomputing($0, block)).sum() }))
  }

  @Test func onlyTheEndsAreOnTheTape() {
    let graph = computationGraph(at: point) { x, _ in recomputing(x, block).sum() }
    // Two inputs, the value, the result with a rule of its own, and the sum.
    #expect(graph.nodes.count == 5)
  }

  @Test func aStepWithItIsNotReplayed() {
    expectSameSteps(point, (0..<4).map { Tensor(Double($0)) }, isReplayed: false) { x, y in
      recomputing(x, block).sum() * y
    }
  }

  @Test func emptyTensorsPassThrough() {
    let none = [Tensor<Double>.zeros([0, 2]), point[1]]
    #expect(gradient(at: none) { recomputing($0, block).sum() }[0].shape == [0, 2])
  }
}
