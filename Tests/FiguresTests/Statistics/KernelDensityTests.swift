import Testing

@testable import Figures

@Suite struct KernelDensityTests {
  /// From Oracles/sample_statistics.py.
  @Test func theBandwidthIsSilvermans() {
    let sample = Sample(SampleTests.values)
    #expect((KernelDensity.bandwidth(sample) - 1.725469435637435).magnitude < 1e-12)
  }

  @Test func theCurveIsTheSumOfGaussians() {
    let curve = KernelDensity.curve(Sample(SampleTests.values), bandwidth: 1.3)
    for (x, density) in [
      (-2.0, 0.03159151446193684), (0.0, 0.06639956249946236), (2.5, 0.13785254752300002),
      (3.0, 0.13690930059998718), (6.0, 0.0418301822117315), (11.0, 0.034443857121453945),
    ] {
      let next = curve.firstIndex { $0.x >= x }!
      let (a, b) = (curve[next - 1], curve[next])
      let value = a.y + (b.y - a.y) * (x - a.x) / (b.x - a.x)
      #expect((value - density).magnitude < 1e-4, "at \(x)")
    }
  }

  @Test func theAreaIsOne() {
    for values in [SampleTests.values, [3], [2, 2, 2], [0, 0]] {
      let sample = Sample(values)
      let curve = KernelDensity.curve(sample, bandwidth: KernelDensity.bandwidth(sample))
      var area = 0.0
      for index in 1..<curve.count {
        area += (curve[index].x - curve[index - 1].x) * (curve[index].y + curve[index - 1].y) / 2
      }
      #expect((area - 1).magnitude < 0.005, "\(values): \(area)")
    }
  }

  @Test func anEmptySampleHasNoCurve() {
    #expect(KernelDensity.curve(Sample([]), bandwidth: 1).isEmpty)
  }
}
