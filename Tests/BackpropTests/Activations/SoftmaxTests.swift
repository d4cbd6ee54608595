import Backprop
import Testing

@Suite struct SoftmaxTests {
  @Test func aShiftOfAllNumbersChangesNothing() {
    // Whole numbers, so that the shift itself does not round.
    let x = Tensor([[3, -1, 2], [0, 7, -4]])
    #expect(softmax(x) == softmax(x + 1000))
    #expect(logSoftmax(x) == logSoftmax(x - 1000))
  }

  @Test func numbersOfALineArePositiveAndSumToOneWhateverTheAxis() {
    var generator = RandomNumbers(seed: 4)
    let x = 5 * Tensor.normal(shape: [3, 4, 5], using: &generator)
    for axis in 0..<3 {
      let y = softmax(x, axis: axis)
      #expect(y.scalars.allSatisfy { $0 > 0 })
      let sums = y.sum(axis: axis)
      #expect(sums.isClose(to: Tensor<Double>.ones(sums.shape), tolerance: 1e-15))
    }
  }

  @Test func nothingOverflowsAndTheLogarithmIsFiniteWhereTheSoftmaxIsZero() {
    let x = Tensor([800, -800])
    #expect(softmax(x) == Tensor([1, 0]))
    #expect(logSoftmax(x) == Tensor([0, -1600]))
    #expect(logSoftmax(Tensor([0, -50]))[0].item == -exp(-50.0))
  }

  @Test func aNumberThatIsMaskedByMinusInfinityHasTheProbabilityZero() {
    let x = Tensor([1, -Double.infinity, 1])
    #expect(softmax(x) == Tensor([0.5, 0, 0.5]))
  }

  @Test func inFloatTheValuesAreThoseOfDoubleToItsPrecision() {
    let single = softmax(Tensor<Float>([1, 2, 4]))
    let double = softmax(Tensor([1, 2, 4]))
    for (a, b) in zip(single.scalars, double.scalars) { #expect((Double(a) - b).magnitude < 1e-7) }
  }

  @Test func nanAndEmptyTensorsPassThrough() {
    let functions: [(Tensor<Double>) -> Tensor<Double>] = [{ softmax($0) }, { logSoftmax($0) }]
    for function in functions {
      #expect(function(Tensor([Double.nan])).item.isNaN)
      #expect(function(Tensor<Double>.zeros([0, 3])).shape == [0, 3])
      #expect(function(Tensor<Double>.zeros([3, 0])).shape == [3, 0])
    }
  }

  @Test func aNegativeAxisCountsFromTheLast() {
    let x = Tensor([[1.0, 2, 4], [0, -1, 3]])
    #expect(softmax(x, axis: -2) == softmax(x.transposed).transposed)
    #expect(logSoftmax(x, axis: -1) == logSoftmax(x, axis: 1))
  }

  @Test func inFloatDerivativesAreThoseOfDoubleToItsPrecision() {
    LossProperties(double: { (softmax($0) * $1).sum() }, single: { (softmax($0) * $1).sum() })
      .expectInFloat()
    LossProperties(
      double: { (logSoftmax($0) * $1).sum() }, single: { (logSoftmax($0) * $1).sum() }
    ).expectInFloat()
  }
}
