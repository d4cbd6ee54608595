import Backprop
import Testing

/// What holds of activations at any number.
@Suite struct ActivationPropertyTests {
  /// Random numbers of all sizes, in ascending order.
  private let x: Tensor<Double> = {
    var generator = RandomNumbers(seed: 12)
    let small = Tensor.normal(shape: [200], using: &generator).scalars
    let large = Tensor.uniform(in: -800...800, shape: [101], using: &generator).scalars
    return Tensor((small + large).sorted())
  }()

  /// Whether numbers are equal up to a rounding of `x` or 1.
  private func isClose(_ a: Tensor<Double>, _ b: Tensor<Double>) -> Bool {
    zip(zip(a.scalars, b.scalars), x.scalars).allSatisfy { pair, x in
      (pair.0 - pair.1).magnitude <= 4e-16 * max(1, x.magnitude)
    }
  }

  @Test func theTwoEndsMirrorEachOther() {
    #expect(tanh(-x) == -tanh(x))
    #expect(isClose(sigmoid(x) + sigmoid(-x), .ones(x.shape)))
    #expect(isClose(cumulativeNormal(x) + cumulativeNormal(-x), .ones(x.shape)))
    #expect(isClose(softplus(x) - softplus(-x), x))
    #expect(isClose(gelu(x) - gelu(-x), x))
    #expect(isClose(geluTanh(x) - geluTanh(-x), x))
    #expect(isClose(silu(x) - silu(-x), x))
    #expect(relu(x) - relu(-x) == x)
    #expect(isClose(leakyRelu(x, slope: 0.25) - leakyRelu(-x, slope: 0.25), 1.25 * x))
  }

  @Test func oneIsAnotherInDisguise() {
    #expect(leakyRelu(x, slope: 1) == x)
    #expect(leakyRelu(x, slope: 0) == relu(x))
    #expect(elu(x, scale: 0) == relu(x))
    #expect(relu(relu(x)) == relu(x))
    #expect(isClose(tanh(x), 2 * sigmoid(2 * x) - 1))
    #expect(silu(x) == x * sigmoid(x))
    #expect(isClose(exp(-softplus(x)), sigmoid(-x)))
  }

  @Test func largerNumbersGiveLargerValuesWithinTheFunctionsEnds() {
    let rising: [(Activation, ClosedRange<Double>)] = [
      (.sigmoid, 0...1), (.tanh, -1...1), (.relu, 0...800), (.leakyRelu(), -8...800),
      (.elu(scale: 2), -2...800), (.softplus, 0...801),
    ]
    for (activation, range) in rising {
      let values = activation(x).scalars
      #expect(zip(values, values.dropFirst()).allSatisfy { $0 <= $1 }, "\(activation)")
      #expect(values.allSatisfy { range.contains($0) }, "\(activation)")
      let slopes = gradient(at: x) { activation($0).sum() }.scalars
      #expect(slopes.allSatisfy { $0 >= 0 && $0 <= max(1, range.lowerBound.magnitude) })
    }
  }
}
