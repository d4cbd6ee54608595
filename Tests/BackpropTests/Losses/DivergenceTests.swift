import Backprop
import Testing

@Suite struct DivergenceTests {
  nonisolated(unsafe) static let functions: [String: TensorFunction] = [
    "divergence": {
      klDivergence(
        logits: $0[0],
        targets: Tensor([[0, 0.25, 0.75], [0.5, 0.25, 0.25], [1, 0, 0], [0.125, 0.5, 0.375]]))
    },
    "hinge": { hingeLoss(scores: $0[0], targets: Tensor([1, -1, -1, 1, 1])) },
    "ignoring": {
      crossEntropy(
        logits: $0[0], labels: Tensor([[2, -100, 0], [-100, 1, 1]]), ignoringIndex: -100)
    },
  ]

  @Test(arguments: Oracle.transformer(named: functions.keys))
  func valuesAndDerivativesMatchPyTorch(example: Oracle.OperationCase) throws {
    try example.compareAll(Self.functions)
  }

  @Test func whatIsIgnoredHasNoDerivative() {
    let logits = Tensor([[1.0, 2], [3, -1]])
    let slope = gradient(at: logits) {
      crossEntropy(logits: $0, labels: Tensor([0, 7]), ignoringIndex: 7)
    }
    #expect(slope[1] == Tensor([0, 0]))
    #expect(slope[0] == gradient(at: logits[0]) { crossEntropy(logits: $0, label: 0) })
    let none = crossEntropy(logits: logits, labels: Tensor([7, 7]), ignoringIndex: 7)
    #expect(none.item.isNaN)
    #expect(hingeLoss(scores: Tensor([1.0]), targets: Tensor([1.0])) == Tensor(0))
    #expect(klDivergence(logits: Tensor([0.0, 0]), targets: Tensor([0.5, 0.5])).item == 0)
  }

  private static let sentences = [
    "klDivergence of [2] and [1]", "klDivergence of scalars: classes are an axis.",
    "hingeLoss of [2] and [1]",
    "crossEntropy of [2] and labels [1]: logits must be [..., classes], with a label for each line.",
    "3.0 is not an index from 0 to 1.",
  ]

  @Test(arguments: sentences.indices)
  func whatDoesNotFitStopsTheProgram(number: Int) async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { [number] in
      let (one, two) = (Tensor([1.0]), Tensor([1.0, 2]))
      switch number {
      case 0: _ = klDivergence(logits: two, targets: one)
      case 1: _ = klDivergence(logits: Tensor(1.0), targets: Tensor(1.0))
      case 2: _ = hingeLoss(scores: two, targets: one)
      case 3: _ = crossEntropy(logits: two, labels: one, ignoringIndex: 0)
      default: _ = crossEntropy(logits: two, labels: Tensor(3.0), ignoringIndex: 7)
      }
    }
    #expect(result.message.contains(Self.sentences[number]), "\(result.message)")
    #expect(result.message.contains("DivergenceTests.swift:"))
  }
}
