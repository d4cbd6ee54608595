import Backprop
import Testing

@Suite struct InitializationTests {
  private func initial(_ way: Initialization, _ shape: [Int], seed: UInt64 = 3) -> Tensor<Double> {
    var generator = RandomNumbers(seed: seed)
    return Tensor.initial(way, shape: shape, using: &generator)
  }

  @Test(arguments: Oracle.initialization)
  func boundsAndDeviationsMatchPyTorch(example: Oracle.Initialization) {
    let shape = example.shape
    func uniform(_ bound: Double) -> Tensor<Double> {
      var generator = RandomNumbers(seed: 3)
      return .uniform(in: -bound...bound, shape: shape, using: &generator)
    }
    func normal(_ deviation: Double) -> Tensor<Double> {
      var generator = RandomNumbers(seed: 3)
      return .normal(shape: shape, standardDeviation: deviation, using: &generator)
    }
    func expect(_ way: Initialization, _ expected: Tensor<Double>) {
      #expect(initial(way, shape).isClose(to: expected, tolerance: 1e-14))
    }
    expect(.xavierUniform(gain: 1.5), uniform(example.xavierUniform))
    expect(.xavierNormal(gain: 1.5), normal(example.xavierNormal))
    expect(.heUniform(), uniform(example.heUniform))
    expect(.heNormal(), normal(example.heNormal))
    expect(.heUniform(negativeSlope: 0.2), uniform(example.leakyUniform))
    expect(.heNormal(negativeSlope: 0.2), normal(example.leakyNormal))
  }

  @Test func thePlainWaysGiveWhatTheySay() {
    #expect(initial(.zeros, [2, 3]) == Tensor<Double>.zeros([2, 3]))
    #expect(initial(.constant(0.5), [3]) == Tensor([0.5, 0.5, 0.5]))
    let small = initial(.normal(), [100, 100])
    #expect((square(small).mean().item - 1e-4).magnitude < 3e-6)
    #expect(small.mean().item.magnitude < 5e-4)
  }

  @Test func hesWeightsKeepTheMeanSquareThroughALayerWithReLU() {
    var generator = RandomNumbers(seed: 11)
    let x = Tensor.normal(shape: [200, 400], using: &generator)
    let w = Tensor.initial(.heNormal(), shape: [400, 400], using: &generator)
    // The sums have twice the mean square of the input, and half of it passes.
    #expect((square(relu(matmul(x, transposing: w))).mean().item - 1).magnitude < 0.03)
  }

  @Test(arguments: [[0, 0], [0, 3], [3, 0], [1, 1], [2, 0, 3, 3]])
  func eachWayTakesAnyShapeThatHasFansAndGivesFiniteNumbers(shape: [Int]) {
    let ways: [Initialization] = [
      .zeros, .constant(2), .normal(), .xavierUniform(), .xavierNormal(), .heUniform(), .heNormal(),
      .orthogonal(),
    ]
    for way in ways {
      let values = initial(way, shape)
      #expect(values.shape == shape)
      #expect(values.scalars.allSatisfy { $0.isFinite })
      var generator = RandomNumbers(seed: 3)
      let single = Tensor<Float>.initial(way, shape: shape, using: &generator)
      for (a, b) in zip(single.scalars, values.scalars) {
        #expect((Double(a) - b).magnitude < 1e-6)
      }
    }
    #expect(initial(.zeros, []) == Tensor(0))
    #expect(initial(.normal(), [0]).count == 0)
  }

  @Test func ofAConvolutionTheWindowCounts() {
    // 10 · 3 · 5 numbers go into a result, and 200 · 3 · 5 results take a number.
    let w = initial(.heNormal(), [200, 10, 3, 5])
    #expect((square(w).mean().item / (2.0 / 150) - 1).magnitude < 0.03)
    let bound = (6.0 / (150 + 3000)).squareRoot()
    let uniform = initial(.xavierUniform(), [200, 10, 3, 5])
    #expect(abs(uniform).max().item <= bound && abs(uniform).max().item > 0.99 * bound)
  }

  @Test func aLayerBeginsInTheGivenWayByDefaultInXaviers() {
    var first = RandomNumbers(seed: 6)
    var second = first
    let layer = Dense(from: 4, to: 3, using: &first)
    let same = Dense(from: 4, to: 3, initialization: .xavierUniform(), using: &second)
    #expect(layer.weights == same.weights)
    #expect(first == second)
    let constant = Dense<Float>(
      from: 2, to: 1, activation: .relu, initialization: .constant(0.5), using: &first)
    #expect(constant.weights == Tensor<Float>([[0.5, 0.5]]))
    #expect(constant.bias == Tensor<Float>([0]))
    #expect(constant.activation == .relu)
  }

  @Test(arguments: [0, 1])
  func aVectorHasNoFansAndIsNotOrthogonal(number: Int) async {
    await #expect(processExitsWith: .failure) { [number] in
      var generator = RandomNumbers(seed: 1)
      switch number {
      case 0: _ = Tensor.initial(.heNormal(), shape: [3], using: &generator)
      default: _ = Tensor.initial(.orthogonal(), shape: [3], using: &generator)
      }
    }
  }
}
