import Backprop
import Testing

@Suite struct BatchedProductsTests {
  nonisolated(unsafe) static let functions: [String: TensorFunction] = [
    "batched": { matmul($0[0], $0[1]) },
    "batched transposing": { matmul($0[0], transposing: $0[1]) },
  ]

  @Test(arguments: Oracle.tensorFunctions(named: functions.keys))
  func valuesAndDerivativesMatchPyTorch(example: Oracle.OperationCase) throws {
    try example.compareAll(Self.functions)
  }

  @Test func eachMatrixHasTheBitsOfItsOwnProduct() {
    var generator = RandomNumbers(seed: 3)
    let a = Tensor.normal(shape: [3, 17, 9], using: &generator)
    let b = Tensor.normal(shape: [3, 9, 11], using: &generator)
    let product = matmul(a, b)
    for index in 0..<3 { #expect(product[index] == matmul(a[index], b[index])) }
  }

  @Test func emptyAxesGiveEmptyProductsOrZeros() {
    #expect(matmul(Tensor<Double>.zeros([0, 2, 3]), .zeros([0, 3, 4])).shape == [0, 2, 4])
    #expect(matmul(Tensor<Double>.zeros([2, 0, 3]), .zeros([3, 4])).shape == [2, 0, 4])
    #expect(matmul(Tensor<Double>.ones([2, 3, 0]), .ones([2, 0, 4])) == .zeros([2, 3, 4]))
    #expect(matmul(Tensor<Double>.zeros([0, 2, 3]), Tensor([1, 2, 3])).shape == [0, 2])
    #expect(
      gradient(at: Tensor<Double>.ones([2, 3, 0])) { matmul($0, .ones([2, 0, 4])).sum() }
        .shape == [2, 3, 0])
    expectSameSteps(Tensor<Double>.ones([2, 1, 0]), (0..<4).map { Tensor(Double($0)) }) { x, y in
      matmul(x, .ones([2, 0, 4])).sum() * y
    }
  }

  @Test func sumsOfBatchedProductsHaveTheSameBitsInAPlan() {
    var generator = RandomNumbers(seed: 4)
    let point = [
      Tensor.normal(shape: [2, 3, 4], using: &generator),
      Tensor.normal(shape: [2, 4, 3], using: &generator),
    ]
    expectSameSteps(point, (0..<5).map { Tensor(Double($0)) }) { point, x in
      let (a, b) = (point[0], point[1])
      return square(matmul(a, b) + matmul(a, b + x) + matmul(a * x, b)).sum()
    }
  }

  private static let sentences = [
    "matmul of [2, 3, 4] and [2, 3, 4]: the matrices on the last two axes must fit, and the axes before "
      + "them broadcast.",
    "matmul of [2, 3, 4] and [3, 4, 5]: the matrices",
    "matmul of [1, 3] and [2, 4, 5]: the matrices",
    "matmul of [2, 3, 4] and [3, 1]: the matrices",
    "matmul of [2, 3, 4] and [2, 5, 3] transposed: the matrices",
    "matmul of [] and [2, 3, 4]: the matrices",
  ]

  @Test(arguments: sentences.indices)
  func shapesThatDoNotFitStopTheProgram(number: Int) async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { [number] in
      let a = Tensor<Double>.ones([2, 3, 4])
      switch number {
      case 0: _ = matmul(a, a)
      case 1: _ = matmul(a, .ones([3, 4, 5]))
      case 2: _ = matmul(Tensor([1, 2, 3]), .ones([2, 4, 5]))
      case 3: _ = matmul(a, Tensor([1, 2, 3]))
      case 4: _ = matmul(a, transposing: .ones([2, 5, 3]))
      default: _ = matmul(Tensor(1.0), a)
      }
    }
    #expect(result.message.contains(Self.sentences[number]), "\(result.message)")
    #expect(result.message.contains("BatchedProductsTests.swift:"))
  }
}
