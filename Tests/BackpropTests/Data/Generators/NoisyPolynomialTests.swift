import Backprop
import Testing

@Suite struct NoisyPolynomialTests {
  @Test func withoutNoiseThePointsLieOnTheCurveAndInTheRange() {
    var generator = RandomNumbers(seed: 4)
    let curve = Dataset.polynomial([1, -2, 0, 3], count: 40, in: -2...2, using: &generator)
    let x = curve.inputs
    #expect(x.shape == [40, 1])
    #expect(curve.targets.isClose(to: 1 - 2 * x + 3 * x * x * x, tolerance: 1e-14))
    #expect(x.scalars.allSatisfy { (-2...2).contains($0) })
  }

  @Test func withoutCoefficientsTheCurveIsZero() {
    var generator = RandomNumbers(seed: 4)
    #expect(Dataset.polynomial([], count: 2, using: &generator).targets == .zeros([2, 1]))
  }

  @Test func noiseHasTheStandardDeviationThatWasAskedFor() {
    var generator = RandomNumbers(seed: 5)
    let noisy = Dataset.polynomial([0], count: 4000, noise: 0.3, using: &generator).targets
    #expect((square(noisy).mean().item.squareRoot() - 0.3).magnitude < 0.01)
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
      case 0: _ = Dataset.polynomial([1], count: -1, using: &generator)
      default: _ = Dataset.polynomial([1], count: 4, noise: -1, using: &generator)
      }
    }
    #expect(result.message.contains(Self.sentences[number]), "\(result.message)")
    #expect(result.message.contains("NoisyPolynomialTests.swift:"))
  }
}
