import Backprop
import Testing

@Suite struct MoonsTests {
  @Test func withoutNoiseThePointsMatchScikitLearn() {
    var generator = RandomNumbers(seed: 1)
    for (index, count) in DataOracle.generatedCounts.enumerated() {
      let data = Dataset.moons(count: count, using: &generator)
      #expect(data.inputs.isClose(to: DataOracle.shared.moons[index].tensor, tolerance: 1e-15))
      #expect(data.labels == DataOracle.shared.moonLabels[index])
    }
    #expect(generator == RandomNumbers(seed: 1))
  }

  @Test func noiseHasTheStandardDeviationThatWasAskedFor() {
    var same = RandomNumbers(seed: 9)
    var again = RandomNumbers(seed: 9)
    let plain = Dataset.moons(count: 100, using: &same)
    let spread = Dataset.moons(count: 100, noise: 0.2, using: &same)
    #expect((square(spread.inputs - plain.inputs).mean().item.squareRoot() - 0.2).magnitude < 0.03)
    #expect(spread == Dataset.moons(count: 100, noise: 0.2, using: &again))
  }

  @Test func noPointsAreADataSetToo() {
    var generator = RandomNumbers(seed: 6)
    #expect(Dataset.moons(count: 0, noise: 1, using: &generator).inputs.shape == [0, 2])
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
      case 0: _ = Dataset.moons(count: -1, using: &generator)
      default: _ = Dataset.moons(count: 4, noise: -1, using: &generator)
      }
    }
    #expect(result.message.contains(Self.sentences[number]), "\(result.message)")
    #expect(result.message.contains("MoonsTests.swift:"))
  }
}
