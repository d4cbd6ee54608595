import Testing

@testable import Backprop

/// Expressions put together at random have the same bits replayed as computed eagerly.
@Suite struct RandomExpressionTests {
  @Test(arguments: 0..<240)
  func aRandomExpressionIsReplayedToTheLastBit(seed: Int) {
    if seed % 2 == 0 { check(UInt64(seed), Double.self) } else { check(UInt64(seed), Float.self) }
  }

  private func check<S: Scalar>(_ seed: UInt64, _ type: S.Type) {
    var generator = RandomNumbers(seed: seed)
    // Some so small that their operations become scalar instructions.
    let (rows, columns) = seed % 3 == 0 ? (5, 5) : (20, 40)
    let (m, n) = (generator.integer(in: 1..<rows), generator.integer(in: 1..<columns))
    let shapes = [[m, n], [n], [n, m], [1, n], [m, 1], []]
    let start = shapes.map { Tensor<S>.uniform(in: -1...1, shape: $0, using: &generator) }
    let inputs = (0..<2).map { _ in
      Tensor<S>.uniform(in: -1...1, shape: [m, n], using: &generator)
    }
    let targets = Tensor<S>.uniform(in: -1...1, shape: [m, n], using: &generator)
    func loss(_ point: [Tensor<S>], _ x: Tensor<S>, _ y: Tensor<S>) -> Tensor<S> {
      // The same choices each time.
      var choices = RandomNumbers(seed: seed &+ 1000)
      return expression(of: point + [x, y], by: &choices)
    }

    var step = TrainingStep(model: start, optimizer: Momentum(learningRate: S(0.01))) {
      loss($0, $1, $2)
    }
    var point = start
    var optimizer = Momentum<S>(learningRate: 0.01)
    for count in 0..<5 {
      let x = inputs[count % 2]
      let (value, gradient) = valueWithGradient(at: point) { loss($0, x, targets) }
      optimizer.update(&point, along: gradient)
      #expect(step(x, targets) == value, "loss in step \(count)")
      for (index, tensor) in step.model.enumerated() {
        #expect(tensor.scalars == point[index].scalars, "parameter \(index) in step \(count)")
      }
    }
    #expect(step.isReplayed)
  }

  /// A number computed from tensors by operations that the choices pick.
  private func expression<S: Scalar>(
    of tensors: [Tensor<S>], by choices: inout RandomNumbers
  ) -> Tensor<S> {
    var pool = tensors
    for _ in 0..<choices.integer(in: 5..<30) {
      let x = pool[choices.integer(in: 0..<pool.count)]
      let y = pool[choices.integer(in: 0..<pool.count)]
      if let result = operation(choices.integer(in: 0..<30), x, y, &choices), result.count < 2000 {
        pool.append(result)
      }
    }
    return pool.map { tanh($0).mean() }.reduce(Tensor(S(0))) { $0 + $1 }
  }

  func operation<S: Scalar>(
    _ kind: Int, _ x: Tensor<S>, _ y: Tensor<S>, _ choices: inout RandomNumbers
  ) -> Tensor<S>? {
    let broadcasts = broadcastShape(x.shape, y.shape) != nil
    let axis = x.rank == 0 ? 0 : choices.integer(in: 0..<x.rank)
    switch kind {
    case 0: return broadcasts ? x + y : nil
    case 1: return broadcasts ? x * y : nil
    case 2: return broadcasts ? x - y : nil
    case 3: return broadcasts ? x / (2 + square(y)) : nil
    case 4: return broadcasts ? maximum(x, y) : nil
    case 5: return broadcasts ? minimum(y, x) : nil
    case 6: return sigmoid(x)
    case 7: return tanh(x)
    case 8: return relu(x)
    case 9: return leakyRelu(x)
    case 10: return softplus(x)
    case 11: return elu(tanh(x))
    case 12: return abs(x)
    case 13: return exp(tanh(x))
    case 14: return log(1 + square(x))
    case 15: return sqrt(1 + square(x))
    case 16: return sin(x) + cos(x)
    case 17: return x.rank > 0 ? softmax(x, axis: axis) : nil
    case 18: return x.rank > 0 ? logSoftmax(x, axis: axis) : nil
    case 19: return x.rank > 0 ? x.sum(axis: axis) : nil
    case 20: return x.rank > 0 ? x.max(axis: axis) : nil
    case 21: return x.rank == 2 ? x.transposed : nil
    case 22:
      return x.rank == 2 && y.rank == 2 && x.shape[1] == y.shape[0] ? matmul(x, y) : nil
    case 23:
      return x.rank == 2 && y.rank == 2 && x.shape[1] == y.shape[1]
        ? matmul(x, transposing: y) : nil
    case 24: return x.rank == 2 && y.shape == [x.shape[1]] ? matmul(x, y) : nil
    case 25:
      guard x.rank > 0, x.shape[axis] > 1 else { return nil }
      let lower = choices.integer(in: 0..<(x.shape[axis] - 1))
      return x.slice(lower..<choices.integer(in: (lower + 1)..<x.shape[axis]), axis: axis)
    case 26: return x.rank > 0 ? concatenated([x, tanh(x)], axis: axis) : nil
    case 27: return stack([x, -x, x])
    case 28: return x.reshaped([x.count])
    default: return x.rank == 1 && y.rank == 1 ? outer(x, y) : nil
    }
  }
}
