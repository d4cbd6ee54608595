import Backprop
import Testing

@Suite struct ImputerTests {
  @Test(arguments: DataOracle.shared.filling)
  func missingValuesAreFilledAsScikitLearnFillsThem(example: DataOracle.Filling) {
    let (x, other) = (example.x.tensor, example.other.tensor)
    #expect(agree(Imputer(fitting: x, with: .mean).fill(other), example.mean.tensor))
    #expect(agree(Imputer(fitting: x, with: .median).fill(other), example.median.tensor))
    #expect(agree(Imputer(fitting: x, with: .constant(-2.5)).fill(other), example.constant.tensor))
  }

  @Test func theMedianIsTheMiddleNumberOrTheMeanOfTheMiddleTwo() {
    let two = Imputer(fitting: Tensor([[5], [1], [.nan]]), with: .median)
    #expect(two.fillings == Tensor([3]))
    let three = Imputer(fitting: Tensor([5, 1, .nan, 2]), with: .median)
    #expect(three.fill(Tensor([.nan, 7])) == Tensor([2, 7]))
  }

  @Test func aConstantFillsAColumnInWhichEveryValueIsMissing() {
    let missing = Tensor<Float>([[.nan], [.nan]])
    #expect(
      Imputer(fitting: missing, with: .constant(4)).fill(missing) == Tensor<Float>([[4], [4]]))
    let none = Tensor<Double>.zeros([0, 0])
    #expect(Imputer(fitting: none, with: .mean).fill(none) == none)
  }

  @Test func aColumnWithoutValuesHasNoMeanAndIsNamed() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Imputer(fitting: Tensor([[1, .nan], [2, .nan]]), with: .mean)
    }
    let message = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(message.contains("Every value of column 1 is missing"))
    #expect(message.contains("ImputerTests.swift:"))
  }
}
