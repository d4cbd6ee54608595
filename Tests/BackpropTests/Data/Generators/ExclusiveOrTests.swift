import Backprop
import Testing

@Suite struct ExclusiveOrTests {
  @Test func theClassIsWhatItsTwoInputsSay() {
    let cases = Dataset.exclusiveOr
    #expect(
      cases.labels == (0..<4).map { cases.inputs[$0, 0].item == cases.inputs[$0, 1].item ? 0 : 1 })
    var generator = RandomNumbers(seed: 3)
    let noisy = Dataset.exclusiveOr(count: 401, noise: 0.05, using: &generator)
    for (i, label) in noisy.labels.enumerated() {
      let (a, b) = (noisy.inputs[i, 0].item.rounded(), noisy.inputs[i, 1].item.rounded())
      #expect((a != b) == (label == 1))
    }
    #expect(noisy.labels.reduce(0, +) == 200)
  }

  @Test func withoutNoiseTheFourCasesFollowOneAnother() {
    var generator = RandomNumbers(seed: 3)
    let data = Dataset.exclusiveOr(count: 8, noise: 0, using: &generator)
    #expect(data == Dataset.exclusiveOr.appending(.exclusiveOr))
    #expect(generator == RandomNumbers(seed: 3))
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
      case 0: _ = Dataset.exclusiveOr(count: -1, noise: 0, using: &generator)
      default: _ = Dataset.exclusiveOr(count: 4, noise: -1, using: &generator)
      }
    }
    #expect(result.message.contains(Self.sentences[number]), "\(result.message)")
    #expect(result.message.contains("ExclusiveOrTests.swift:"))
  }
}
