import Backprop
import Testing

@Suite struct GradientReportTests {
  @Test func itTellsWhereTheLargestErrorIsAndBothDerivatives() {
    let report = checkGradients(at: [Tensor([[1, 2], [3, 4.0]]), Tensor<Double>.zeros([0, 2])]) {
      x in
      square(x[0]).sum() + (square(x[0].detached[1, 0]) + 2 * x[0][1, 0]).sum()
    }
    let worst = report.worst
    #expect(worst?.parameter == "0" && worst?.place == [1, 0] && worst?.index == 2)
    #expect(worst?.analytic == 8)
    #expect(((worst?.numeric ?? 0) - 14).magnitude < 1e-8)
    let lines = report.description.split(separator: "\n")
    #expect(lines[0].hasPrefix("0 [2, 2]: largest relative error 0.4286, at [1, 0]: 8.0 by backp"))
    #expect(lines[1] == "1 [0, 2]: empty")
    #expect(report.parameters[1].worst == nil)
    #expect(checkGradients(at: [Tensor<Double>]()) { _ in Tensor(1) }.maximumRelativeError == 0)
  }

  /// A report of `f(x) = x` whose derivative is taken to be another number.
  private func report(_ analytic: Double) -> GradientReport<Double> {
    checkGradients(at: Tensor([0.0])) { x in
      (analytic * x + (1 - analytic) * x.detached).sum()
    }
  }

  @Test func theErrorIsRelativeToTheLargerDerivative() {
    #expect((report(4).entries[0].relativeError - 0.75).magnitude < 1e-8)
    #expect((report(0.5).entries[0].relativeError - 0.5).magnitude < 1e-8)
    #expect((report(-1).entries[0].relativeError - 2).magnitude < 1e-8)
  }

  @Test func belowAMillionthTheErrorIsTheDifference() {
    let small = checkGradients(at: Tensor([0.0])) { x in (1e-7 * x.detached + 0 * x).sum() }
    #expect((small.entries[0].relativeError - 1e-7).magnitude < 1e-14)
  }

  @Test func aNaNIsTheWorst() {
    let report = checkGradients(at: Tensor([4.0, 0, 1])) { x in sqrt(x).sum() }
    #expect(report.worst?.place == [1])
    #expect(report.maximumRelativeError.isNaN)
    #expect(report.parameters[0].relativeErrors[1].item.isNaN)
    #expect(report.parameters[0].relativeErrors[0].item < 1e-8)
  }
}
