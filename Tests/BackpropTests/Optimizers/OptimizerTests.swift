import Backprop
import Testing

/// Fifty steps of each optimizer on exclusive or, against PyTorch.
@Suite struct OptimizerTests {
  let x = Tensor([[0, 0], [0, 1], [1, 0], [1, 1]])
  let y = Tensor([[0], [1], [1], [0]])

  private func train<O: Optimizer>(
    _ optimizer: O, like oracle: Oracle.Training.Run
  ) -> O where O.Number == Double {
    let start = Oracle.training.exclusiveOr.start.map { Tensor($0) }
    var network = Network(
      Dense(weights: start[0], bias: start[1], activation: .tanh),
      Dense(weights: start[2], bias: start[3]))
    var optimizer = optimizer
    for expected in oracle.losses {
      let (loss, gradient) = valueWithGradient(at: network) {
        binaryCrossEntropy(logits: $0(x), targets: y)
      }
      #expect((loss - expected).magnitude < 1e-12 * expected)
      optimizer.update(&network, along: gradient)
    }
    for (parameter, expected) in zip(network.parameters, oracle.final) {
      #expect(parameter.value.isClose(to: Tensor(expected)))
    }
    return optimizer
  }

  @Test func `SGD is PyTorch's`() {
    _ = train(SGD(learningRate: 0.3), like: Oracle.training.exclusiveOr.sgd)
  }

  @Test func `classical momentum is PyTorch's`() {
    let optimizer = train(
      Momentum(learningRate: 0.3, momentum: 0.9), like: Oracle.training.exclusiveOr.momentum)
    #expect(optimizer.velocity.map(\.shape) == [[3, 2], [3], [1, 3], [1]])
  }

  @Test func `Nesterov's momentum is PyTorch's`() {
    _ = train(
      NesterovMomentum(learningRate: 0.3, momentum: 0.9),
      like: Oracle.training.exclusiveOr.nesterovMomentum)
  }

  @Test func `averaged momentum is its formula in PyTorch`() {
    _ = train(
      AveragedMomentum(learningRate: 0.3, momentum: 0.9),
      like: Oracle.training.exclusiveOr.averagedMomentum)
  }

  @Test func `averaged momentum takes the steps of classical momentum at a smaller rate`() {
    var a = Tensor([1, -2])
    var b = a
    var averaged = AveragedMomentum(learningRate: 0.5, momentum: 0.75)
    var classical = Momentum(learningRate: 0.125, momentum: 0.75)
    for _ in 0..<20 {
      averaged.update(&a, along: gradient(at: a) { ($0 * $0).sum() })
      classical.update(&b, along: gradient(at: b) { ($0 * $0).sum() })
      #expect(a.isClose(to: b))
    }
  }

  @Test func `one number can be optimized`() {
    var x = 3.0
    var optimizer = SGD(learningRate: 0.25)
    optimizer.update(&x, along: gradient(at: x) { $0 * $0 })
    #expect(x == 1.5)
    var y: Float = 3
    var momentum = Momentum<Float>(learningRate: 0.25, momentum: 0.5)
    momentum.update(&y, along: 6)
    momentum.update(&y, along: 2)
    #expect(y == 0.25)
    #expect(momentum.velocity == [Tensor<Float>(5)])
  }
}
