import Backprop
import Testing

@Suite struct LearningRateFinderTests {
  struct Case: Decodable, CustomStringConvertible {
    let curvature: Double
    let target: Double
    let steps: Int
    let smoothing: Double
    let low: Double
    let high: Double
    let rates: [Double]
    let losses: [Double]
    let smoothed: [Double]
    let suggestion: Double
    let smallest: Double
    var description: String { "curvature \(curvature)" }
  }

  private func curve(_ example: Case) -> LearningRateCurve<Double> {
    let data = Dataset(inputs: Tensor([[example.curvature]]), targets: Tensor([[example.target]]))
    return learningRateCurve(
      of: Tensor([[0]]), optimizer: SGD(learningRate: 5), on: data, batchSize: 8,
      rates: example.low...example.high, steps: example.steps, smoothing: example.smoothing,
      using: RandomNumbers(seed: 1)
    ) { x, curvature, target, _ in (0.5 * curvature * square(x - target)).sum() }
  }

  @Test(arguments: Oracle.decode("learning_rate.json") as [Case])
  func theRangeTestOfAParabolaMatchesNumPy(example: Case) {
    let curve = curve(example)
    func isClose(_ a: [Double], _ b: [Double]) -> Bool {
      a.count == b.count
        && zip(a, b).allSatisfy { ($0 - $1).magnitude <= 1e-12 * max($0.magnitude, 1) }
    }
    #expect(isClose(curve.rates, example.rates))
    #expect(isClose(curve.losses, example.losses))
    #expect(isClose(curve.smoothedLosses, example.smoothed))
    #expect(isClose([curve.suggestion ?? 0], [example.suggestion]))
    #expect(isClose([curve.rateOfSmallestLoss ?? 0], [example.smallest]))
  }

  @Test func theSuggestionIsBelowTheRateFromWhichAParabolasStepsGrow() {
    for example in Oracle.decode("learning_rate.json") as [Case] {
      #expect(curve(example).suggestion ?? .infinity < 2 / example.curvature)
    }
  }

  @Test func aLossThatIsNaNEndsTheTest() {
    let data = Dataset(inputs: Tensor([[1]]), targets: Tensor([[0]]))
    let curve = learningRateCurve(
      of: Tensor([1]), optimizer: SGD(learningRate: 1), on: data, batchSize: 1,
      using: RandomNumbers(seed: 1)
    ) { x, _, _, _ in x.sum() * .nan }
    #expect(curve.rates == [])
    #expect(curve.suggestion == nil)
    #expect(curve.rateOfSmallestLoss == nil)
  }

  @Test(arguments: [0, 1, 2, 3])
  func whatIsNoRangeTestStopsTheProgram(number: Int) async {
    await #expect(processExitsWith: .failure) { [number] in
      let data = Dataset(inputs: Tensor([[1]]), targets: Tensor([[0]]))
      let none = data.selecting([])
      _ = learningRateCurve(
        of: Tensor([1]), optimizer: SGD(learningRate: 1), on: number == 0 ? none : data,
        batchSize: 1, rates: number == 1 ? 0...1 : 1...2, steps: number == 2 ? 1 : 10,
        smoothing: number == 3 ? 1 : 0.5, using: RandomNumbers(seed: 1)
      ) { x, _, _, _ in x.sum() }
    }
  }
}
