import Backprop
import Testing

@Suite struct AveragedModelTests {
  @Test func theAverageFollowsTheParameters() {
    var average = AveragedModel(Tensor([1.0, 0]), decay: 0.75)
    average.update(with: Tensor([5, 4]))
    #expect(average.model == Tensor([2, 1]))
    average.update(with: Tensor([2, 5]))
    #expect(average.model == Tensor([2, 2]))
  }

  private static let sentences = [
    "The decay of an average, its weight so far, is in 0..<1, not 1.0.",
    "The average is that of a model with other shapes.",
  ]

  @Test(arguments: sentences.indices)
  func whatIsNoAverageStopsTheProgram(number: Int) async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { [number] in
      var average = AveragedModel(Tensor([1.0]), decay: number == 0 ? 1 : 0.5)
      average.update(with: Tensor([1, 2]))
    }
    #expect(result.message.contains(Self.sentences[number]), "\(result.message)")
    #expect(result.message.contains("AveragedModelTests.swift:"))
  }
}
