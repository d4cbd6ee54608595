import Backprop
import Testing

@Suite struct CirclesTests {
  @Test func withoutNoiseThePointsMatchScikitLearn() {
    var generator = RandomNumbers(seed: 1)
    for (index, count) in DataOracle.generatedCounts.enumerated() {
      let data = Dataset.circles(count: count, factor: 0.4, using: &generator)
      #expect(data.inputs.isClose(to: DataOracle.shared.circles[index].tensor, tolerance: 1e-15))
      #expect(data.labels == DataOracle.shared.circleLabels[index])
    }
    #expect(generator == RandomNumbers(seed: 1))
  }

  @Test func theInnerCirclesRadiusIsTheFactor() {
    var generator = RandomNumbers(seed: 1)
    let data = Dataset.circles(count: 20, factor: 0.25, using: &generator)
    for (place, label) in data.labels.enumerated() {
      let radius = data.inputs[place].norm().item
      #expect((radius - (label == 0 ? 1 : 0.25)).magnitude < 1e-15)
    }
  }

  @Test func fewPointsAreADataSetToo() {
    var generator = RandomNumbers(seed: 6)
    #expect(Dataset.circles(count: 1, using: &generator).labels == [1])
    #expect(Dataset.circles(count: 0, using: &generator).inputs.shape == [0, 2])
  }

  /// What stops the program says so.
  private static let sentences = [
    "A data set holds 0 or more examples, not -1.",
    "The inner circle's radius lies in 0...1, not at 2.0.",
    "Noise has a standard deviation of 0 or more, not -1.0.",
  ]

  @Test(arguments: sentences.indices)
  func invalidArgumentsStopTheProgram(number: Int) async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { [number] in
      var generator = RandomNumbers(seed: 1)
      switch number {
      case 0: _ = Dataset.circles(count: -1, using: &generator)
      case 1: _ = Dataset.circles(count: 4, factor: 2, using: &generator)
      default: _ = Dataset.circles(count: 4, noise: -1, using: &generator)
      }
    }
    #expect(result.message.contains(Self.sentences[number]), "\(result.message)")
    #expect(result.message.contains("CirclesTests.swift:"))
  }
}
