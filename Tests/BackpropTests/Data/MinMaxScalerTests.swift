import Backprop
import Testing

@Suite struct MinMaxScalerTests {
  @Test(arguments: DataOracle.shared.scaling)
  func itMatchesScikitLearn(example: DataOracle.Scaling) {
    let scaler = MinMaxScaler(fitting: example.x.tensor)
    #expect(agree(scaler.transform(example.other.tensor), example.scaled.tensor))
    #expect(agree(scaler.inverse(example.other.tensor), example.descaled.tensor))
    let wide = MinMaxScaler(fitting: example.x.tensor, to: -1...3)
    #expect(agree(wide.transform(example.other.tensor), example.wide.tensor))
  }

  @Test func theEndsOfAColumnBecomeTheEndsOfTheRange() {
    let x = Tensor([3, -1, 0.3, 7])
    let z = MinMaxScaler(fitting: x).transform(x)
    #expect(z.min().item == 0)
    #expect(z.max().item == 1)
  }

  @Test func aColumnIsStretchedToTheRange() {
    let scaler = MinMaxScaler(fitting: Tensor([[0, 10], [4, 30]]), to: -1...1)
    #expect(scaler.minimum == Tensor([0, 10]))
    #expect(scaler.maximum == Tensor([4, 30]))
    #expect(scaler.transform(Tensor([[1, 20]])) == Tensor([[-0.5, 0]]))
    #expect(scaler.transform(Tensor([[6, 0]])) == Tensor([[2, -2]]))
    #expect(scaler.inverse(Tensor([[-0.5, 0]])) == Tensor([[1, 20]]))
  }

  @Test func aColumnOfEqualNumbersBecomesTheLowerEndOfTheRange() {
    let x = Tensor([[0.1, 1], [0.1, 2], [0.1, 4]])
    #expect(
      MinMaxScaler(fitting: x, to: 2...3).transform(x).slice(0..<1, axis: 1)
        == Tensor(repeating: 2, shape: [3, 1]))
  }

  @Test func noExamplesAndMissingValuesLeaveDataAsItIs() {
    let none = Tensor<Double>.zeros([0, 2])
    #expect(MinMaxScaler(fitting: none).transform(Tensor([[1, 2]])) == Tensor([[1, 2]]))
    let missing = MinMaxScaler(fitting: Tensor([[Double.nan, 1], [.nan, 3]]))
    #expect(missing.transform(Tensor([[5, 2]])) == Tensor([[5, 0.5]]))
    #expect(missing.transform(Tensor([[5, .nan]]))[0, 1].item.isNaN)
  }

  @Test func aDerivativeReachesThrough() {
    let scaler = MinMaxScaler(fitting: Tensor([[0, 10], [4, 30]]))
    let slope = gradient(at: Tensor([[3, 5]])) { scaler.transform($0).sum() }
    #expect(slope == Tensor([[0.25, 0.05]]))
  }

  @Test func floatsAreScaledAsFloats() {
    let x = Tensor<Float>([[1, 2], [3, 6]])
    #expect(MinMaxScaler(fitting: x).transform(x) == Tensor<Float>([[0, 0], [1, 1]]))
  }

  /// What stops the program says so.
  private static let sentences = [
    "Data to fit is [n, …], an example a row, not one number.",
    "Numbers can't be scaled to a range of one number.",
    "Fitted to examples of shape [2], it does not fit data of shape [1].",
  ]

  @Test(arguments: sentences.indices)
  func invalidArgumentsStopTheProgram(number: Int) async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { [number] in
      let x = Tensor([[1, 2], [3, 4]])
      switch number {
      case 0: _ = MinMaxScaler(fitting: Tensor(1))
      case 1: _ = MinMaxScaler(fitting: x, to: 1...1)
      default: _ = MinMaxScaler(fitting: x).inverse(Tensor([1]))
      }
    }
    #expect(result.message.contains(Self.sentences[number]), "\(result.message)")
    #expect(result.message.contains("MinMaxScalerTests.swift:"))
  }
}

extension MinMaxScalerTests {
  @Test func aColumnThatIsWiderThanTheLargestNumberIsScaled() {
    let x = Tensor([[-1.5e308, 1], [1.5e308, 3], [0, 2]])
    let scaler = MinMaxScaler(fitting: x)
    #expect(scaler.transform(x) == Tensor([[0, 0], [1, 1], [0.5, 0.5]]))
    #expect(scaler.inverse(scaler.transform(x)) == x)
    let wide = MinMaxScaler(fitting: x, to: -1.5e308...1.5e308)
    #expect(wide.transform(x) == Tensor([[-1.5e308, -1.5e308], [1.5e308, 1.5e308], [0, 0]]))
    #expect(wide.inverse(wide.transform(x)) == x)
  }
}
