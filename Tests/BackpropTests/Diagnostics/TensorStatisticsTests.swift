import Backprop
import Testing

@Suite struct TensorStatisticsTests {
  private func isClose(_ a: Double, _ b: Double, _ tolerance: Double = 1e-13) -> Bool {
    (a - b).magnitude <= tolerance * b.magnitude
  }

  @Test(arguments: Oracle.arrayStatistics)
  func meanDeviationNormAndExtremesMatchNumPy(example: Oracle.ArrayStatistics) {
    let statistics = Tensor(example.numbers).statistics
    let size = max(example.maximum.magnitude, example.minimum.magnitude)
    #expect((statistics.mean - example.mean).magnitude <= 1e-15 * size)
    #expect(isClose(statistics.standardDeviation, example.standardDeviation))
    #expect(isClose(statistics.norm, example.norm))
    #expect(statistics.minimum == example.minimum)
    #expect(statistics.maximum == example.maximum)
    #expect(statistics.zeroCount == example.zeroCount)
    #expect(statistics.count == example.numbers.count)
    #expect(statistics.isFinite)
  }

  @Test func whatIsNotFiniteIsCountedAndLeftOutOfTheRest() {
    let statistics = Tensor([3, .nan, 0, .infinity, -.infinity, -4]).statistics
    #expect((statistics.nanCount, statistics.infinityCount) == (1, 2))
    #expect((statistics.minimum, statistics.maximum) == (-4, 3))
    #expect(isClose(statistics.mean, -1.0 / 3))
    #expect(statistics.norm == 5)
    #expect(statistics.zeroShare == 1.0 / 6)
    #expect(!statistics.isFinite)
    #expect(
      statistics.description
        == "mean −0.3333, deviation 2.867, −4 to 3, norm 5, 16.67 % zeros, 1 NaN, 2 infinite")
  }

  @Test func anEmptyTensorHasNoStatistics() {
    for x in [Tensor<Double>.zeros([0]), Tensor([Double.nan])] {
      #expect(x.statistics.mean.isNaN && x.statistics.standardDeviation.isNaN)
      #expect(x.statistics.minimum.isNaN && x.statistics.maximum.isNaN)
      #expect(x.statistics.norm == 0)
    }
    #expect(Tensor<Double>.zeros([2, 0]).statistics.zeroShare == 0)
    #expect(Tensor<Double>.zeros([0]).statistics.description == "empty")
  }

  @Test func nothingOverflowsOrVanishes() {
    let large = Tensor([1.5e308, 1.5e308, -1.5e308]).statistics
    #expect(isClose(large.mean, 0.5e308))
    #expect(isClose(large.standardDeviation, 1.4142135623730951e308))
    let small = Tensor([3e-200, -4e-200]).statistics
    #expect(isClose(small.norm, 5e-200))
    #expect(isClose(small.standardDeviation, 3.5e-200))
    #expect(Tensor([2.0]).statistics.standardDeviation == 0)
  }

  @Test func numbersInFloatAreTakenAsDoubles() {
    let single = Tensor<Float>([1e30, -1e30, 3e38]).statistics
    #expect(single == Tensor([Float(1e30), -1e30, 3e38].map { Double($0) }).statistics)
  }
}
