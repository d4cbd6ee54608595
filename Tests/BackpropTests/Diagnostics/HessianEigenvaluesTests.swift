import Backprop
import Testing

@Suite struct HessianEigenvaluesTests {
  /// `½ xᵀ A x`, whose Hessian is `A`.
  private func quadratic(_ matrix: Tensor<Double>) -> (Tensor<Double>) -> Tensor<Double> {
    { x in 0.5 * dot(x, matmul(matrix, x)) }
  }

  private func diagonal(_ numbers: [Double]) -> Tensor<Double> {
    Tensor<Double>.identity(numbers.count) * Tensor(numbers)
  }

  @Test func bothEndsOfTheSpectrumMatchNumPy() {
    var generator = RandomNumbers(seed: 1)
    for oracle in Oracle.training.eigenvalues where !oracle.values.isEmpty {
      let matrix = Tensor(oracle.matrix)
      let size = oracle.values.count
      let start = Tensor<Double>.zeros([size])
      let scale = oracle.values.reduce(0) { max($0, $1.magnitude) }
      for count in 1...min(3, size) {
        let largest = hessianEigenvalues(
          at: start, count: count, using: &generator, of: quadratic(matrix))
        let smallest = hessianEigenvalues(
          at: start, count: count, from: .smallest, using: &generator, of: quadratic(matrix))
        #expect(largest.isConverged && smallest.isConverged)
        for (value, expected) in zip(largest.values, oracle.values.reversed()) {
          #expect((value - expected).magnitude <= 1e-12 * scale)
        }
        for (value, expected) in zip(smallest.values, oracle.values) {
          #expect((value - expected).magnitude <= 1e-12 * scale)
        }
        #expect(largest.values.count == count && largest.vectors.count == count)
      }
    }
  }

  @Test func aNetworksLargestEigenvaluesAndVectorsMatchPyTorch() {
    let start = Oracle.training.exclusiveOr.start.map { Tensor($0) }
    let network = Network(
      Dense(weights: start[0], bias: start[1], activation: .tanh),
      Dense(weights: start[2], bias: start[3]))
    let x = Tensor([[0, 0], [0, 1], [1, 0], [1, 1]])
    let y = Tensor([[0], [1], [1], [0]])
    func loss(_ network: Network<Double>) -> Tensor<Double> {
      binaryCrossEntropy(logits: network(x), targets: y)
    }
    var generator = RandomNumbers(seed: 4)
    let found = hessianEigenvalues(at: network, count: 3, using: &generator, of: loss)
    #expect(found.isConverged)
    for (value, expected) in zip(found.values, Oracle.training.networkEigenvalues.reversed()) {
      #expect((value - expected).magnitude < 1e-12)
    }
    for (value, vector) in zip(found.values, found.vectors) {
      let product = hessianVectorProduct(at: network, vector, of: loss)
      let difference = product.flattenedParameters - value * vector.flattenedParameters
      #expect(difference.norm().item < 1e-7)
      #expect((vector.globalNorm - 1).magnitude < 1e-12)
    }
  }

  @Test func ofManyDirectionsItTakesFewProducts() {
    // Two far above 398 others.
    var numbers = (0..<400).map { 1 + Double($0) / 400 }
    numbers[7] = 50
    numbers[100] = 20
    var generator = RandomNumbers(seed: 8)
    let found = hessianEigenvalues(at: Tensor<Double>.zeros([400]), count: 2, using: &generator) {
      x in
      0.5 * (Tensor(numbers) * square(x)).sum()
    }
    #expect(found.isConverged)
    #expect(found.products < 40)
    #expect((found.values[0] - 50).magnitude < 1e-12 && (found.values[1] - 20).magnitude < 1e-12)
    #expect((found.vectors[0][7].item - 1).magnitude < 1e-12)
    #expect(found.residuals.allSatisfy { $0 < 1e-6 })
  }

  @Test(arguments: [
    ([5.0, 5, 1], 2, [5.0, 5]), ([5.0, 5, 5, 1, 1], 3, [5, 5, 5]), ([0.0, 0, 0], 2, [0, 0]),
    ([3.0], 1, [3]), ([2.0, -7, 2, 2, 0], 4, [2, 2, 2, 0]), ([-1.0, -2, -3], 3, [-1, -2, -3]),
    ([1e-200, 3e-200], 1, [3e-200]), ([1e200, -1e200], 2, [1e200, -1e200]),
  ])
  func eigenvaluesOfSeveralDirectionsAndZerosAreFound(
    numbers: [Double], count: Int, expected: [Double]
  ) {
    var generator = RandomNumbers(seed: 2)
    let found = hessianEigenvalues(
      at: Tensor<Double>.zeros([numbers.count]), count: count, using: &generator,
      of: quadratic(diagonal(numbers)))
    #expect(found.isConverged)
    let scale = numbers.reduce(0) { max($0, $1.magnitude) }
    for (value, expected) in zip(found.values, expected) {
      #expect((value - expected).magnitude <= 1e-13 * scale)
    }
  }

  @Test func theSameSeedGivesTheSameBitsAndTooFewProductsSaySo() {
    let numbers = (0..<50).map { Double($0) }
    func find(_ products: Int) -> HessianEigenvalues<Tensor<Double>> {
      var generator = RandomNumbers(seed: 6)
      return hessianEigenvalues(
        at: Tensor<Double>.zeros([50]), maximumProducts: products, using: &generator,
        of: quadratic(diagonal(numbers)))
    }
    #expect(find(300).values == find(300).values)
    #expect(find(300).vectors == find(300).vectors)
    #expect(!find(3).isConverged)
    #expect(find(3).products == 3)
    // What is found lies below the largest by no more than the residual.
    #expect(find(3).values[0] < 49 && find(3).values[0] + find(3).residuals[0] > 45)
  }

  @Test func inFloatItIsAsGoodAsThatIs() {
    var generator = RandomNumbers(seed: 3)
    let found = hessianEigenvalues(at: Tensor<Float>([1, 2, 3]), using: &generator) { x in
      0.5 * (Tensor<Float>([1, 4, 2]) * square(x)).sum()
    }
    #expect(found.isConverged)
    #expect((found.values[0] - 4).magnitude < 1e-5)
  }

  @Test func aHessianThatIsNotFiniteHasNaNForEigenvalues() {
    var generator = RandomNumbers(seed: 3)
    let found = hessianEigenvalues(at: Tensor([0.0, 1]), using: &generator) { sqrt($0).sum() }
    #expect(found.values[0].isNaN)
    #expect(!found.isConverged)
  }

  @Test(arguments: [0, 1, 2])
  func moreEigenvaluesThanParametersOrProductsStopTheProgram(number: Int) async {
    await #expect(processExitsWith: .failure) { [number] in
      var generator = RandomNumbers(seed: 1)
      let x = Tensor([1.0, 2, 3])
      switch number {
      case 0: _ = hessianEigenvalues(at: x, count: 4, using: &generator) { square($0).sum() }
      case 1: _ = hessianEigenvalues(at: x, count: 0, using: &generator) { square($0).sum() }
      default:
        _ = hessianEigenvalues(at: x, count: 2, maximumProducts: 1, using: &generator) {
          square($0).sum()
        }
      }
    }
  }
}
