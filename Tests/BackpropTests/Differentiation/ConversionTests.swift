import Testing

@testable import Backprop

/// Derivatives go through conversions between `Float` and `Double`, once and again.
@Suite struct ConversionTests {
  private func single(_ x: Tensor<Double>) -> Tensor<Float> { Tensor(converting: x) }
  private func double(_ x: Tensor<Float>) -> Tensor<Double> { Tensor(converting: x) }

  @Test func numbersAreRoundedToTheNearest() {
    #expect(single(Tensor([0.1, 1e300, -1e-300])) == Tensor<Float>([0.1, .infinity, -0.0]))
    #expect(double(Tensor<Float>([0.1])) == Tensor([Double(Float(0.1))]))
    #expect(double(Tensor<Float>.zeros([0, 3])).shape == [0, 3])
    #expect(Tensor<Double>(converting: Tensor([0.1])) == Tensor([0.1]))
  }

  @Test func theDerivativeIsConvertedToo() {
    let x = Tensor<Float>([0.5, -2, 3])
    #expect(gradient(at: x) { single(square(double($0)).sum()) } == 2 * x)
    #expect(
      gradient(at: Tensor([0.5, -2])) { double(square(single($0)).sum()) } == Tensor([1, -4]))
    #expect(
      gradient(at: Tensor([0.5, -2])) { Tensor<Double>(converting: $0).sum() } == Tensor([1, 1]))
    // A part that no number was converted for, and one that comes twice.
    let slope = gradient(at: x) { x in
      let wide = double(x)
      return x.sum() + single((wide * double(2 * x) * Tensor([1, 1, 0])).sum())
    }
    #expect(slope == Tensor<Float>([3, -7, 1]))
  }

  @Test func severalCrossingsInARow() {
    let slope = gradient(at: Tensor([0.5, 1.5])) { x in
      let a = single(x) * single(2 * x)
      let b = double(a + 1) * x
      return double(single(b).sum()) + (b * double(a)).sum()
    }
    // Of (2x² + 1) x + (2x² + 1) x · 2x², which is 4x⁵ + 4x³ + x.
    #expect(slope == Tensor([5.25, 129.25]))
  }

  @Test func secondAndThirdDerivatives() {
    func cube(_ x: Tensor<Double>) -> Tensor<Double> { double(pow(single(x), 3)) }
    #expect(
      hessian(at: Tensor([2.0, 3.0])) { (cube($0) * 2).sum() } == Tensor([[24, 0], [0, 36]]))
    let mixed = hessian(at: Tensor([2.0, 3.0])) { x in double(single(x[0]) * single(x[1])) * x[0] }
    #expect(mixed == Tensor([[6, 4], [4, 0]]))
    let third = gradient(at: 2.0) { x in
      gradient(at: x) { y in gradient(at: y) { cube($0) } * Tensor(1.0) }
    }
    #expect(third == 6)
  }

  @Test func aDerivativeInTheOtherTypeInsideOfOne() {
    // d/dw of the slope of w x² at x = 3, squared: (6w)² becomes 72 w.
    let slope = gradient(at: Tensor<Float>([2])) { w in
      let wide = double(w)
      let inner = gradient(at: Tensor([3.0])) { (wide * square($0)).sum() }
      return single(square(inner).sum())
    }
    #expect(slope == Tensor<Float>([144]))
    let outer = gradient(at: Tensor([2.0])) { w in
      let inner = gradient(at: Tensor<Float>([3])) { (single(w) * square($0)).sum() }
      return square(double(inner)).sum()
    }
    #expect(outer == Tensor([144]))
  }

  @Test func aModelOfSinglesTrainsOnALossInDoubles() {
    var generator = RandomNumbers(seed: 1)
    let network = Network<Float>(sizes: [2, 4, 1], activation: .tanh, using: &generator)
    let x = Tensor<Float>.uniform(in: -1...1, shape: [6, 2], using: &generator)
    let y = Tensor<Float>.uniform(in: -1...1, shape: [6, 1], using: &generator)
    var step = TrainingStep(model: network, optimizer: SGD(learningRate: 0.1)) { network, x, y in
      single(meanSquaredError(double(network(x)), double(y)))
    }
    var (model, optimizer) = (network, SGD<Float>(learningRate: 0.1))
    for _ in 0..<5 {
      let (loss, slope) = valueWithGradient(at: model) {
        single(meanSquaredError(double($0(x)), double(y)))
      }
      let plain = gradient(at: model) { meanSquaredError($0(x), y) }
      for (a, b) in zip(slope.flattenedParameters.scalars, plain.flattenedParameters.scalars) {
        #expect((a - b).magnitude < 1e-6)
      }
      optimizer.update(&model, along: slope)
      #expect(step(x, y) == loss)
      #expect(step.model.flattenedParameters == model.flattenedParameters)
    }
    #expect(!step.isReplayed)
  }

  @Test func noTapeIsHeldWhenTheDerivativeHasBeenTaken() {
    weak var tapes: (Tape<Double>)?
    weak var others: (Tape<Float>)?
    _ = gradient(at: Tensor([1.0, 2])) { x in
      let narrow = single(x)
      let wide = double(square(narrow))
      tapes = wide.trace?.tape
      others = narrow.trace?.tape
      return wide.sum()
    }
    #expect(tapes == nil)
    #expect(others == nil)
  }
}
