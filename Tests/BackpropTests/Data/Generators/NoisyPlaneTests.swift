import Backprop
import Testing

@Suite struct NoisyPlaneTests {
  @Test func withoutNoiseThePointsLieOnThePlane() {
    var generator = RandomNumbers(seed: 4)
    let plane = Dataset.linear(weights: [2, -1, 0.5], bias: 3, count: 40, using: &generator)
    #expect(plane.inputs.shape == [40, 3])
    #expect(
      plane.targets.isClose(
        to: matmul(plane.inputs, Tensor([[2], [-1], [0.5]])) + 3, tolerance: 1e-14))
  }

  @Test func noiseHasTheStandardDeviationThatWasAskedFor() {
    var generator = RandomNumbers(seed: 5)
    let noisy = Dataset.linear(weights: [0], count: 4000, noise: 0.3, using: &generator).targets
    #expect((square(noisy).mean().item.squareRoot() - 0.3).magnitude < 0.01)
  }

  @Test func withoutWeightsThePlaneIsItsBias() {
    var generator = RandomNumbers(seed: 6)
    let data = Dataset.linear(weights: [], bias: 2, count: 3, using: &generator)
    #expect(data.inputs.shape == [3, 0])
    #expect(data.targets == Tensor([[2], [2], [2]]))
  }

  /// What stops the program says so.
  private static let sentences = [
    "A data set holds 0 or more examples, not -1.",
    "Noise has a standard deviation of 0 or more, not -1.0.",
  ]

  @Test(arguments: sentences.indices)
  func invalidArgumentsStopTheProgram(number: Int) async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { [number] in
      var generator = RandomNumbers(seed: 1)
      switch number {
      case 0: _ = Dataset.linear(weights: [1], count: -1, using: &generator)
      default: _ = Dataset.linear(weights: [1], count: 4, noise: -1, using: &generator)
      }
    }
    #expect(result.message.contains(Self.sentences[number]), "\(result.message)")
    #expect(result.message.contains("NoisyPlaneTests.swift:"))
  }
}
