import Testing

@testable import Figures

@Suite struct SampleTests {
  static let values = [0.3, 1.7, 2.2, 2.9, 3.1, 3.3, 4.8, 7.4, 9.9, 12.5, -1.4]

  /// From Oracles/sample_statistics.py.
  @Test func quantilesAreThoseOfNumPy() {
    let sample = Sample(Self.values)
    let expected = [-1.4, 0.3, 1.95, 3.1, 6.1, 9.9, 12.5]
    for (share, value) in zip([0, 0.1, 0.25, 0.5, 0.75, 0.9, 1], expected) {
      #expect((sample.quantile(share) - value).magnitude < 1e-14)
    }
    #expect((sample.mean - 4.245454545454546).magnitude < 1e-14)
    #expect((sample.standardDeviation - 4.153158710274298).magnitude < 1e-14)
  }

  @Test func whatIsNotFiniteIsCountedAndLeftOut() {
    let sample = Sample([1, .nan, 2, .infinity])
    #expect(sample.values == [1, 2])
    #expect(sample.notes == ["2 values are not finite and are left out."])
    #expect(Sample([3]).notes.isEmpty)
  }

  @Test func smallSamplesHaveDeviationZeroAndNoMean() {
    #expect(Sample([5]).standardDeviation == 0)
    #expect(Sample([]).mean.isNaN)
    #expect(Sample([]).quantile(0.5).isNaN)
    #expect(Sample([4]).quantile(0.9) == 4)
  }

  @Test func aMeanKeepsItsDigitsFarFromZero() {
    let far = (0..<1000).map { 1e9 + Double($0 % 2) }
    #expect(Sample(far).mean == 1e9 + 0.5)
    #expect((Sample(far).standardDeviation - 0.5002501876563868).magnitude < 1e-9)
  }
}
