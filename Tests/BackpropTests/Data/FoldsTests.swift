import Backprop
import Testing

@Suite struct FoldsTests {
  private let data = Dataset(
    inputs: Tensor.arange(to: 11).reshaped([11, 1]), targets: Tensor.arange(to: 11))

  @Test func eachExampleIsValidatedOnce() {
    var generator = RandomNumbers(seed: 3)
    let folds = data.folds(4, using: &generator)
    #expect(folds.map { $0.validation.count } == [3, 3, 3, 2])
    #expect(folds.flatMap { $0.validation.targets.scalars }.sorted() == data.targets.scalars)
    for fold in folds {
      #expect(fold.test.count == 0)
      let all = fold.training.targets.scalars + fold.validation.targets.scalars
      #expect(all.sorted() == data.targets.scalars)
      #expect(fold.training.inputs.flattened == fold.training.targets)
    }
  }

  @Test func oneExampleMakesNoFolds() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var generator = RandomNumbers(seed: 3)
      _ = Dataset(inputs: Tensor([[1.0]]), targets: Tensor([1.0])).folds(2, using: &generator)
    }
    #expect(result.message.contains("1 examples are not divided into 2 folds."))
    #expect(result.message.contains("FoldsTests.swift:"))
  }
}
