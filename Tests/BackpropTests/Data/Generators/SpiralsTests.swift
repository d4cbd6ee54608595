import Backprop
import Testing

@Suite struct SpiralsTests {
  @Test func theRadiusGrowsEvenlyWithItsAngle() {
    var generator = RandomNumbers(seed: 1)
    let data = Dataset.spirals(count: 20, classes: 3, turns: 0.25, using: &generator)
    // 20 points in three arms: the first ones have one more.
    #expect(
      data.labels
        == [Int](repeating: 0, count: 7) + [Int](repeating: 1, count: 7)
        + [Int](repeating: 2, count: 6))
    // The outermost points of the arms: a quarter turn after 0, 120 and 240 degrees.
    let half = 3.0.squareRoot() / 2
    let ends = data.selecting([6, 13, 19]).inputs
    #expect(ends.isClose(to: Tensor([[0, 1], [-half, -0.5], [half, -0.5]]), tolerance: 1e-15))
    #expect((data.inputs[2].norm().item - 3.0 / 7).magnitude < 1e-15)
  }

  @Test func noPointsAreADataSetToo() {
    var generator = RandomNumbers(seed: 6)
    #expect(Dataset.spirals(count: 0, using: &generator).targets.shape == [0])
  }

  /// What stops the program says so.
  private static let sentences = [
    "A data set holds 0 or more examples, not -1.",
    "Spirals have one class or more, not 0.",
    "Noise has a standard deviation of 0 or more, not -1.0.",
  ]

  @Test(arguments: sentences.indices)
  func invalidArgumentsStopTheProgram(number: Int) async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { [number] in
      var generator = RandomNumbers(seed: 1)
      switch number {
      case 0: _ = Dataset.spirals(count: -1, using: &generator)
      case 1: _ = Dataset.spirals(count: 4, classes: 0, using: &generator)
      default: _ = Dataset.spirals(count: 4, noise: -1, using: &generator)
      }
    }
    #expect(result.message.contains(Self.sentences[number]), "\(result.message)")
    #expect(result.message.contains("SpiralsTests.swift:"))
  }
}
