import Backprop
import Testing

@Suite struct StandardizerTests {
  @Test(arguments: DataOracle.shared.scaling)
  func itMatchesScikitLearn(example: DataOracle.Scaling) {
    let scaler = Standardizer(fitting: example.x.tensor)
    #expect(agree(scaler.mean, example.mean.tensor))
    #expect(agree(scaler.standardDeviation, example.deviation.tensor))
    #expect(agree(scaler.transform(example.other.tensor), example.standardized.tensor))
    #expect(agree(scaler.inverse(example.other.tensor), example.destandardized.tensor))
  }

  @Test func aColumnsMeanIsTakenAwayAndItsDeviationDividedBy() {
    // Means 3 and 10, deviations 2 and 5.
    let scaler = Standardizer(fitting: Tensor([[1, 5], [5, 15]]))
    #expect(scaler.mean == Tensor([3, 10]))
    #expect(scaler.standardDeviation == Tensor([2, 5]))
    #expect(scaler.transform(Tensor([[7, 0]])) == Tensor([[2, -2]]))
    #expect(scaler.inverse(Tensor([[2, -2]])) == Tensor([[7, 0]]))
  }

  @Test func standardizedDataHasMean0AndVariance1InEveryColumnOfImagesToo() {
    var generator = RandomNumbers(seed: 1)
    let x = Tensor.normal(
      shape: [50, 2, 3], mean: 7, standardDeviation: 4, using: &generator)
    let scaler = Standardizer(fitting: x)
    #expect(scaler.mean.shape == [2, 3])
    let z = scaler.transform(x)
    #expect(z.mean(axis: 0).isClose(to: .zeros([2, 3]), tolerance: 1e-14))
    #expect(square(z).mean(axis: 0).isClose(to: .ones([2, 3]), tolerance: 1e-14))
    #expect(scaler.inverse(z).isClose(to: x, tolerance: 1e-15))
    #expect(scaler.transform(x[4]) == z[4])
  }

  @Test func aColumnOfEqualNumbersBecomesExactly0() {
    let x = Tensor([[0.1, 1], [0.1, 2], [0.1, 4]])
    #expect(Standardizer(fitting: x).transform(x).slice(0..<1, axis: 1) == .zeros([3, 1]))
  }

  @Test func noExamplesLeaveDataAsItIsAndSoDoesAColumnOfMissingValues() {
    let none = Tensor<Double>.zeros([0, 2])
    #expect(Standardizer(fitting: none).transform(Tensor([[1, 2]])) == Tensor([[1, 2]]))
    #expect(Standardizer(fitting: none).transform(none) == none)
    let missing = Tensor([[Double.nan], [.nan]])
    #expect(Standardizer(fitting: missing).transform(Tensor([[3]])) == Tensor([[3]]))
  }

  @Test func aDerivativeReachesThrough() {
    let scaler = Standardizer(mean: Tensor([1, 2]), standardDeviation: Tensor([4, 0.5]))
    let slope = gradient(at: Tensor([[3, 5]])) { scaler.transform($0).sum() }
    #expect(slope == Tensor([[0.25, 2]]))
  }

  @Test func floatsAreScaledAsFloats() {
    let x = Tensor<Float>([[1, 2], [3, 6]])
    #expect(Standardizer(fitting: x).transform(x) == Tensor<Float>([[-1, -1], [1, 1]]))
  }

  /// What stops the program says so.
  private static let sentences = [
    "Data to fit is [n, …], an example a row, not one number.",
    "Fitted to examples of shape [2], it does not fit data of shape [1, 3].",
    "Standard deviations must be positive.",
  ]

  @Test(arguments: sentences.indices)
  func invalidArgumentsStopTheProgram(number: Int) async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { [number] in
      let x = Tensor([[1, 2], [3, 4]])
      switch number {
      case 0: _ = Standardizer(fitting: Tensor(1))
      case 1: _ = Standardizer(fitting: x).transform(Tensor([[1, 2, 3]]))
      default: _ = Standardizer(mean: Tensor([0]), standardDeviation: Tensor([0]))
      }
    }
    #expect(result.message.contains(Self.sentences[number]), "\(result.message)")
    #expect(result.message.contains("StandardizerTests.swift:"))
  }
}

extension StandardizerTests {
  @Test func numbersWhoseSquaresAreTooLargeAreStandardized() {
    let x = Tensor([[1e200, -1.5e308], [3e200, 1.5e308], [1e200, 1.5e308], [3e200, -1.5e308]])
    let z = Standardizer(fitting: x).transform(x)
    #expect(abs(z - Tensor([[-1, -1], [1, 1], [-1, 1], [1, -1]])).max().item < 1e-15)
    #expect(Imputer(fitting: x, with: .mean).fillings[0].item == 2e200)
    #expect(Imputer(fitting: x, with: .mean).fillings[1].item == 0)
  }
}
