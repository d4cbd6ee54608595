import Backprop
import Testing

@Suite struct RandomTensorsTests {
  @Test func uniformNumbersStayInTheirRangeWithItsMeanAndVariance() {
    var generator = RandomNumbers(seed: 8)
    let numbers = Tensor.uniform(in: -2...4, shape: [20_000], using: &generator)
    #expect(numbers.scalars.allSatisfy { $0 >= -2 && $0 <= 4 })
    #expect((numbers.mean().item - 1).magnitude < 0.05)
    #expect((square(numbers - 1).mean().item - 3).magnitude < 0.1)
  }

  @Test func normalNumbersHaveTheMomentsOfTheirDistribution() {
    var generator = RandomNumbers(seed: 9)
    let numbers = Tensor.normal(
      shape: [20_000], mean: 3, standardDeviation: 2, using: &generator)
    let standard = (numbers - 3) / 2
    #expect(standard.mean().item.magnitude < 0.03)
    #expect((square(standard).mean().item - 1).magnitude < 0.05)
    #expect(pow(standard, 3).mean().item.magnitude < 0.1)
    #expect((pow(standard, 4).mean().item - 3).magnitude < 0.2)
  }

  @Test func numbersAreThoseOfTheGeneratorInRowMajorOrder() {
    var (tensors, numbers) = (RandomNumbers(seed: 5), RandomNumbers(seed: 5))
    let normal = Tensor.normal(shape: [2, 3], mean: 1, standardDeviation: 2, using: &tensors)
    #expect(normal.shape == [2, 3])
    #expect(normal.scalars == (0..<6).map { _ in numbers.normal(mean: 1, standardDeviation: 2) })
    let uniform = Tensor.uniform(in: -1...3, shape: [2], using: &tensors)
    #expect(uniform.scalars == (0..<2).map { _ in numbers.uniform(in: -1...3) })
    #expect(tensors == numbers)
  }

  @Test func inFloatTheNumbersAreThoseOfDoubleRounded() {
    var (single, double) = (RandomNumbers(seed: 5), RandomNumbers(seed: 5))
    #expect(
      Tensor<Float>.normal(shape: [50], using: &single)
        == Tensor<Float>(converting: Tensor.normal(shape: [50], using: &double)))
    #expect(
      Tensor<Float>.uniform(in: 0...4, shape: [50], using: &single)
        == Tensor<Float>(converting: Tensor.uniform(in: 0...4, shape: [50], using: &double)))
  }

  @Test func anEmptyShapeDrawsNothingAndAScalarOneNumber() {
    var generator = RandomNumbers(seed: 5)
    #expect(Tensor.normal(shape: [0, 3], using: &generator).shape == [0, 3])
    #expect(generator == RandomNumbers(seed: 5))
    #expect(Tensor.uniform(in: 2...2, shape: [], using: &generator) == Tensor(2))
  }
}
