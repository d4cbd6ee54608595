import Backprop
import Testing

@Suite struct AreaUnderCurveTests {
  @Test func itIsTheShareOfPairsInOrder() {
    let oracle = Oracle.transformerNumbers
    #expect(areaUnderCurve(scores: Tensor(oracle.scores), labels: oracle.labels) == oracle.area)
    #expect(areaUnderCurve(scores: Tensor([1, 2]), labels: [0, 1]) == 1)
    #expect(areaUnderCurve(scores: Tensor([1, 2]), labels: [1, 0]) == 0)
    #expect(areaUnderCurve(scores: Tensor([1, 1]), labels: [1, 0]) == 0.5)
    #expect(areaUnderCurve(scores: Tensor([1, 2]), labels: [1, 1]).isNaN)
    #expect(areaUnderCurve(scores: Tensor<Double>.zeros([0]), labels: []).isNaN)
  }

  private static let sentences = [
    "areaUnderCurve of 2 scores and 1 labels: there must be as many, each 0 or 1.",
    "areaUnderCurve of 2 scores and 2 labels: there must be as many, each 0 or 1.",
    "areaUnderCurve of a score that is NaN.",
  ]

  @Test(arguments: sentences.indices)
  func whatDoesNotFitStopsTheProgram(number: Int) async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { [number] in
      switch number {
      case 0: _ = areaUnderCurve(scores: Tensor([1, 2]), labels: [1])
      case 1: _ = areaUnderCurve(scores: Tensor([1, 2]), labels: [1, 2])
      default: _ = areaUnderCurve(scores: Tensor([1, .nan]), labels: [1, 0])
      }
    }
    #expect(result.message.contains(Self.sentences[number]), "\(result.message)")
    #expect(result.message.contains("AreaUnderCurveTests.swift:"))
  }
}
