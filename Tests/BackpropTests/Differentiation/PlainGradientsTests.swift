import Testing

@testable import Backprop

@Suite struct PlainGradientsTests {
  @Test func numbersAndTensorsOfBothTypesHaveGradients() {
    #expect(valueWithGradient(at: 3.0) { x in x * x } == (9, 6))
    #expect(valueWithGradient(at: Float(3)) { x in x * x } == (9, 6))
    #expect(gradient(at: Tensor<Float>([1, 2])) { x in (x * x).sum() } == Tensor<Float>([2, 4]))
    let (value, slope) = valueWithGradient(at: Tensor([1, 2])) { x in (x * x).sum() }
    #expect(value == 5 && slope == Tensor([2, 4]))
  }

  @Test func twoNumbersHaveTwoPartialDerivatives() {
    let double = valueWithGradient(at: 2.0, 3.0) { x, y in x * y }
    #expect(double.value == 6 && double.gradient == (3, 2))
    let single = valueWithGradient(at: Float(2), Float(3)) { x, y in x * y }
    #expect(single.value == 6 && single.gradient == (3, 2))
    #expect(gradient(at: Float(4), 2) { x, y in x / y } == (0.5, -1))
  }
}
